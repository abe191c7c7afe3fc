using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Transformers.Model;
using Transformers.Parsing.Syntax;

namespace Transformers.Parsing.Entries;

/// <summary>Reads a list item that begins with kind tags as an entry.</summary>
internal static class EntryReader
{
    private static readonly char[] Separators = [' ', '\t', '-', '–', '—', ':', ',', ';', '.', '|'];

    /// <summary>Reads the item, its resources and remarks included, and tells the entry around it of it.</summary>
    /// <param name="item">A list item.</param>
    /// <param name="kinds">The tags that make an entry.</param>
    /// <param name="parent">The entry around it, or null.</param>
    /// <returns>Null for an item that is no entry.</returns>
    public static EntryDraft? Read(ListItemBlock item, KindVocabulary kinds, EntryDraft? parent)
    {
        if (item.Count == 0 || item[0] is not ParagraphBlock { Inline: { } inline }) return null;
        var (found, rest) = ReadKinds(inline, kinds);
        if (found.IsEmpty) return null;

        var (title, citation, url, remark) = ReadTitle(rest, found[0]);
        var entry = new EntryDraft
        {
            Item = item,
            Parent = parent,
            Kinds = found,
            TitleInline = title,
            Text = rest,
            Citation = citation,
            Url = url,
        };
        if (remark.Length > 0) entry.Remarks.Add(remark);
        AddFurtherLinks(entry, rest, title);
        AddChildren(entry, item, kinds, hint: null);
        if (url is not null) parent?.Resources.Add(new(found[0], citation?.Title, url, WorkIdentity.KeyOf(url)));
        return entry;
    }

    private static (ImmutableArray<string> Kinds, Inline? Behind) ReadKinds(ContainerInline paragraph, KindVocabulary kinds)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var inline = paragraph.FirstChild;
        for (; inline is not null; inline = inline.NextSibling)
        {
            if (inline is TaskInline || (inline is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace())) continue;
            if (inline is not TagInline tag) break;
            if (kinds.TryGetKind(tag.Name, out var kind)) found.Add(kind);
            else if (found.Count == 0) break;
        }

        return ([.. found.Distinct(StringComparer.Ordinal)], inline);
    }

    private static (Inline? Title, Citation? Citation, string? Url, string Remark) ReadTitle(Inline? rest, string kind)
    {
        var (before, link) = FirstLink(rest);
        var url = link is null ? null : OutsideUrl(link);
        var written = NameBefore(link, before);
        if (link is null || written.Any(char.IsLetterOrDigit))
        {
            // The name stands in the text: "#CODE Name: https://…".
            var text = link is null ? before.Trim() : written;
            return text.Length == 0
                ? (null, null, null, "")
                : (null, CitationReader.Read(text, null, kind), url, link is null ? "" : Remark(PlainText.From(NextOf(link, rest!)), 0));
        }

        var isBare = link is AutolinkInline or LinkInline { IsAutoLink: true };
        var label = isBare ? url ?? "" : link is ContainerInline container ? PlainText.Of(container) : WikiLinkText.Of((WikiLinkInline)link);
        var after = PlainText.From(NextOf(link, rest!));
        var citation = CitationReader.Read(label, after, kind);
        var consumed = citation.CitationSpan is { } span && span.End > label.Length ? span.End - label.Length : 0;
        return (link, label.Length == 0 && url is null ? null : citation, url, Remark(after, consumed));
    }

    /// <summary>The text before a link; where a slip of the pen cut the name itself, <c>I[s it?](https://…)</c> or <c>[Name](https://…</c>, the name.</summary>
    private static string NameBefore(Inline? link, string before) => link switch
    {
        LinkInline { IsAutoLink: false } cut when before is [.., var last] && char.IsLetterOrDigit(last) => (before + PlainText.Of(cut)).Trim(Separators),
        not null when UnclosedLink.TextIn(before) is { } name => name,
        _ => before.Trim(Separators),
    };

    /// <summary>What stands behind the title and the citation.</summary>
    private static string Remark(string after, int consumed) =>
        consumed >= after.Length ? "" : after.AsSpan(consumed).TrimStart(Separators).Trim().ToString();

    private static (string Before, Inline? Link) FirstLink(Inline? rest)
    {
        var before = new System.Text.StringBuilder();
        for (var inline = rest; inline is not null; inline = inline.NextSibling)
        {
            foreach (var inner in inline is ContainerInline container and not LinkInline ? PlainText.InlinesOf(container) : [inline])
            {
                if (inner is LinkInline { IsImage: false } or AutolinkInline or WikiLinkInline { IsEmbed: false }) return (before.ToString(), inner);
                if (inner is not LinkInline) PlainText.Append(before, inner);
            }
        }

        return (before.ToString(), null);
    }

    /// <summary>The sibling of the entry's own level that follows a link, which may itself stand in emphasis.</summary>
    private static Inline? NextOf(Inline link, Inline level)
    {
        var inline = link;
        while (inline.Parent != level.Parent) inline = inline.Parent!;
        return inline.NextSibling;
    }

    private static void AddFurtherLinks(EntryDraft entry, Inline? rest, Inline? title)
    {
        if (rest?.Parent is null) return;
        var isBehind = title is null;
        foreach (var inline in PlainText.InlinesOf(rest.Parent))
        {
            if (inline == title) isBehind = true;
            else if (isBehind && inline is LinkInline or AutolinkInline && OutsideUrl(inline) is { } url && url != entry.Url) AddResource(entry, inline, url, null);
        }
    }

    private static void AddChildren(EntryDraft entry, ContainerBlock item, KindVocabulary kinds, string? hint)
    {
        foreach (var block in item)
        {
            switch (block)
            {
                case ListBlock list:
                    foreach (var child in list.OfType<ListItemBlock>()) AddChild(entry, child, kinds, hint);
                    break;
                case ParagraphBlock paragraph when block != item[0] && PlainText.Of(paragraph) is { Length: > 0 } text:
                    entry.Remarks.Add(text);
                    break;
            }
        }
    }

    private static void AddChild(EntryDraft entry, ListItemBlock item, KindVocabulary kinds, string? hint)
    {
        if (item.Count == 0 || item[0] is not ParagraphBlock { Inline: { } inline } paragraph)
        {
            AddChildren(entry, item, kinds, hint);
            return;
        }

        if (!ReadKinds(inline, kinds).Kinds.IsEmpty) return; // An entry of its own.
        var text = PlainText.Of(paragraph);
        var hasLink = false;
        var words = text.Length;
        foreach (var link in PlainText.InlinesOf(inline))
        {
            if (link is not (LinkInline { IsImage: false } or AutolinkInline) || OutsideUrl(link) is not { } url) continue;
            hasLink = true;
            AddResource(entry, link, url, hint ?? text);
            words -= link is ContainerInline container ? PlainText.Of(container).Length : url.Length;
        }

        // "Paper explained" over a list of addresses names them; it is no remark.
        var isHeading = !hasLink && item.Count > 1;
        if (!isHeading && words > 2) entry.Remarks.Add(text);
        AddChildren(entry, item, kinds, isHeading ? text : hint);
    }

    private static void AddResource(EntryDraft entry, Inline link, string url, string? hint)
    {
        var title = link is LinkInline { IsAutoLink: false } named && PlainText.Of(named) is { Length: > 0 } text ? text : null;
        if (entry.Resources.Exists(resource => resource.Url == url)) return;
        entry.Resources.Add(new(ResourceKind.Guess(url, title ?? hint), title, url, WorkIdentity.KeyOf(url)));
    }

    private static string? OutsideUrl(Inline inline)
    {
        var url = inline switch
        {
            LinkInline link => link.Url,
            AutolinkInline { IsEmail: false } link => link.Url,
            _ => null,
        };
        return url is not null && !LinkAddress.IsInternal(url) && LinkAddress.IsSafe(url) ? url : null;
    }
}
