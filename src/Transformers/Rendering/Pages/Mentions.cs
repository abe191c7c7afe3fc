using System.Collections.Immutable;
using Scriban.Runtime;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>What is mentioned, and all that mentions it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Page">Its page.</param>
/// <param name="Links">The mentions, by the path they come from, then in document order.</param>
/// <param name="Note">The note whose parts the links lead to; null where all of them lead to one thing.</param>
internal sealed record Mentioned(string Title, SiteAddress Page, ImmutableArray<ResolvedLink> Links, Note? Note)
{
    /// <summary>What mentions a note, without what the note says of itself.</summary>
    public static Mentioned Of(Note note, Site site) =>
        new(note.Title, site.Addresses.Of(note), [.. site.Graph.To(note).Where(link => link.From != note && !IsHalf(link, site))], note);

    /// <summary>True for the note of a cross reference <c>^id in [[Note]]</c>: the block before it is the mention.</summary>
    private static bool IsHalf(ResolvedLink link, Site site) =>
        link.Reference.Ordinal > 0
        && site.Graph.From(link.From)[link.Reference.Ordinal - 1] is { Reference.Form: LinkForm.CrossReference } before
        && before.Reference.Target == link.Reference.Target;
}

/// <summary>Mentions grouped by the notes that they stand in: the first on the page of what they mention, all of them on pages of their own where there are more.</summary>
internal sealed class Mentions(Site site, PageFrame frame)
{
    /// <summary>How many the page itself lists.</summary>
    private const int MostOnPage = 50;

    /// <summary>How many one of the pages of all of them lists.</summary>
    private const int MostOnList = 200;

    /// <summary>
    /// What the page itself shows: <c>count</c>, <c>more</c>, <c>all_href</c> and <c>notes</c>, each with <c>title</c>, <c>href</c> and <c>mentions</c>
    /// (<c>before</c>, <c>label</c>, <c>after</c>, <c>href</c> to the very block, <c>to</c>: what of the note is meant, with its <c>to_href</c>).
    /// </summary>
    public ScriptObject Of(Mentioned subject, PageLinks links)
    {
        var more = Math.Max(0, subject.Links.Length - MostOnPage);
        return Record(subject, subject.Links.Take(MostOnPage), more, more > 0 ? links.To(AddressBook.MentionsOf(subject.Page)) : null, links);
    }

    /// <summary>The pages of all mentions; none where the page itself lists them.</summary>
    public IEnumerable<SiteFile> Pages(Mentioned subject)
    {
        if (subject.Links.Length <= MostOnPage) return [];
        var parts = subject.Links.Chunk(MostOnList).ToArray();
        var first = AddressBook.MentionsOf(subject.Page);
        return parts.Select((part, number) => frame.Page(AddressBook.PageOf(first, number), "mentions.html", links => Variables.Of(
            ("title", $"What mentions {subject.Title}"),
            ("name", subject.Title),
            ("description", null),
            ("breadcrumbs", Variables.List([Navigation.Link(site.Title, links.To(SiteAddress.Home)), Navigation.Link(subject.Title, links.To(subject.Page))])),
            ("backlinks", Record(subject, part, 0, null, links))).Paged(first, number, parts.Length, links)));
    }

    private ScriptObject Record(Mentioned subject, IEnumerable<ResolvedLink> shown, int more, string? allHref, PageLinks links)
    {
        var entries = subject.Note?.Entries.ToLookup(entry => entry.Anchor, StringComparer.Ordinal);
        var notes = shown.GroupBy(link => link.From).Select(group => Variables.Of(
            ("title", group.Key.Title),
            ("href", links.To(site.Addresses.Of(group.Key))),
            ("mentions", Variables.List(group.Select(link => Mention(link, subject, entries, links))))));
        return Variables.Of(("count", subject.Links.Length), ("more", more), ("all_href", allHref), ("notes", Variables.List(notes)));
    }

    private ScriptObject Mention(ResolvedLink link, Mentioned subject, ILookup<string, Entry>? entries, PageLinks links)
    {
        var context = link.Reference.Context;
        var part = entries is null ? null : (link.Target as LinkTarget.Found)?.Part;
        return Variables.Of(
            ("before", context?.Before),
            ("label", context?.Label ?? "in its properties"),
            ("after", context?.After),
            ("href", links.To(site.Addresses.Of(link.From), context?.Anchor ?? "")),
            ("to", part switch
            {
                NotePart.Section(var heading) => heading.Text,
                NotePart.OfBlock(var block) => entries![block.Anchor].FirstOrDefault()?.Citation?.Title ?? block.Anchor,
                NotePart.OfEntry(var entry) => entry.Citation?.Title ?? entry.Anchor,
                _ => null,
            }),
            ("to_href", part is { Anchor.Length: > 0 } ? links.To(subject.Page, part.Anchor) : null),
            ("is_embed", link.Reference.IsEmbed));
    }
}
