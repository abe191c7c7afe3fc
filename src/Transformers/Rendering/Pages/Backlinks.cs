using Scriban.Runtime;
using Transformers.Linking;
using Transformers.Model;

namespace Transformers.Rendering.Pages;

/// <summary>What mentions a note, grouped by the notes that do.</summary>
internal static class Backlinks
{
    /// <summary>How many mentions a note's own page lists.</summary>
    public const int Most = 200;

    /// <summary>
    /// The mentions of a note in others: <c>count</c>, <c>more</c> and <c>notes</c>, each with <c>title</c>, <c>href</c> and <c>mentions</c>
    /// (<c>before</c>, <c>label</c>, <c>after</c>, <c>href</c> to the very block, <c>to</c>: what of this note is meant, with its <c>to_href</c>).
    /// </summary>
    public static ScriptObject Of(Note note, Site site, PageLinks links)
    {
        var mentions = site.Graph.To(note).Where(link => link.From != note && !IsHalf(link, site)).ToArray();
        var notes = mentions.Take(Most).GroupBy(link => link.From).Select(group => Variables.Of(
            ("title", group.Key.Title),
            ("href", links.To(site.Addresses.Of(group.Key))),
            ("mentions", Variables.List(group.Select(link => Mention(link, site, links))))));
        return Variables.Of(("count", mentions.Length), ("more", Math.Max(0, mentions.Length - Most)), ("notes", Variables.List(notes)));
    }

    /// <summary>True for the note of a cross reference <c>^id in [[Note]]</c>: the block before it is the mention.</summary>
    private static bool IsHalf(ResolvedLink link, Site site) =>
        link.Reference.Ordinal > 0
        && site.Graph.From(link.From)[link.Reference.Ordinal - 1] is { Reference.Form: LinkForm.CrossReference } before
        && before.Reference.Target == link.Reference.Target;

    private static ScriptObject Mention(ResolvedLink link, Site site, PageLinks links)
    {
        var context = link.Reference.Context;
        var part = (link.Target as LinkTarget.Found)?.Part;
        return Variables.Of(
            ("before", context?.Before),
            ("label", context?.Label ?? "in its properties"),
            ("after", context?.After),
            ("href", links.To(site.Addresses.Of(link.From), context?.Anchor ?? "")),
            ("to", NameOf(part, link)),
            ("to_href", part is { Anchor.Length: > 0 } ? "#" + part.Anchor : null),
            ("is_embed", link.Reference.IsEmbed));
    }

    private static string? NameOf(NotePart? part, ResolvedLink link) => part switch
    {
        NotePart.Section(var heading) => heading.Text,
        NotePart.OfBlock(var block) => EntryAt(block, ((LinkTarget.Found)link.Target).Note)?.Citation?.Title ?? block.Anchor,
        NotePart.OfEntry(var entry) => entry.Citation?.Title ?? entry.Anchor,
        _ => null,
    };

    private static Entry? EntryAt(Block block, Note note) => note.Entries.FirstOrDefault(entry => entry.Anchor == block.Anchor);
}
