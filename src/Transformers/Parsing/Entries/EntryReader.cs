using System.Buffers;
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

    private static readonly SearchValues<char> AnySeparator = SearchValues.Create(Separators);

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

        var (title, nameStart, citation, url, remark) = ReadTitle(rest, found[0]);
        var entry = new EntryDraft
        {
            Item = item,
            Parent = parent,
            Kinds = found,
            TitleInline = title,
            Text = rest,
            NameStart = nameStart,
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
            if (inline is TaskInline || IsBetweenTags(inline)) continue;
            var tags = TagsOf(inline);
            if (tags.IsEmpty) break;
            foreach (var tag in tags)
            {
                if (kinds.TryGetKind(tag.Name, out var kind)) found.Add(kind);
                else if (found.Count == 0) return ([], inline);
            }
        }

        return ([.. found.Distinct(StringComparer.Ordinal)], inline);
    }

    /// <summary>A tag, also one or several that stand in emphasis alone: <c>**#PAPER**</c>.</summary>
    private static ImmutableArray<TagInline> TagsOf(Inline inline) => inline switch
    {
        TagInline tag => [tag],
        EmphasisInline emphasis when emphasis.All(part => part is TagInline || (part is LiteralInline literal && !literal.Content.AsSpan().ContainsAnyExcept(AnySeparator))) =>
            [.. emphasis.OfType<TagInline>()],
        _ => [],
    };

    /// <summary>True for blanks, and for what separates one tag from the next: <c>#PAPER, #CODE</c>.</summary>
    private static bool IsBetweenTags(Inline inline) =>
        inline is LiteralInline literal
        && (literal.Content.AsSpan().IsWhiteSpace() || (inline.NextSibling is TagInline && !literal.Content.AsSpan().ContainsAnyExcept(AnySeparator)));

    private static (Inline? Title, int NameStart, Citation? Citation, string? Url, string Remark) ReadTitle(Inline? rest, string kind)
    {
        var (before, link) = FirstLink(rest);
        var url = link is null ? null : OutsideUrl(link);
        var (written, start) = NameBefore(link, before);
        if (link is null || written.Any(char.IsLetterOrDigit))
        {
            // The name stands in the text: "#CODE Name: https://…".
            return written.Length == 0
                ? (null, 0, null, null, "")
                : (null, start, CitationReader.Read(written, null, kind), url, link is null ? "" : Remark(PlainText.From(NextOf(link, rest!)), 0));
        }

        var isBare = link is AutolinkInline or LinkInline { IsAutoLink: true };
        var label = isBare ? url ?? "" : link is ContainerInline container ? PlainText.Of(container) : WikiLinkText.Of((WikiLinkInline)link);
        var after = PlainText.From(NextOf(link, rest!));
        var citation = CitationReader.Read(label, after, kind);
        var consumed = citation.CitationSpan is { } span && span.End > label.Length ? span.End - label.Length : 0;
        return (link, 0, label.Length == 0 && url is null ? null : citation, url, Remark(after, consumed));
    }

    /// <summary>
    /// The text before a link, or all of it; where a slip of the pen cut the name itself, <c>I[s it?](https://…)</c> or <c>[Name](https://…</c>, the name.
    /// </summary>
    /// <returns>The name, and where it begins in the text.</returns>
    private static (string Name, int Start) NameBefore(Inline? link, string before)
    {
        if (link is not null && UnclosedLink.TextIn(before) is { } unclosed) return (unclosed, before.LastIndexOf(unclosed, StringComparison.Ordinal));
        if (link is LinkInline { IsAutoLink: false } cut && before is [.., var last] && char.IsLetterOrDigit(last)) before += PlainText.Of(cut);
        var start = StartOfName(before);
        return (link is null ? before[start..].TrimEnd() : before[start..].TrimEnd(Separators), start);
    }

    /// <summary>Where blanks and separators end that led from the tags to the name; the stop of <c>.NET</c> is its own.</summary>
    private static int StartOfName(string text)
    {
        var start = 0;
        while (start < text.Length && Separators.Contains(text[start]) && !(text[start] == '.' && start + 1 < text.Length && char.IsLetterOrDigit(text[start + 1]))) start++;
        return start;
    }

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

    private static void AddChildren(EntryDraft entry, ContainerBlock container, KindVocabulary kinds, string? hint)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case ListBlock list:
                    foreach (var child in list.OfType<ListItemBlock>()) AddChild(entry, child, kinds, hint);
                    break;
                case QuoteBlock or CalloutBlock:
                    AddChildren(entry, (ContainerBlock)block, kinds, hint);
                    break;
                case ParagraphBlock { Inline: { } inline } paragraph when container is not ListItemBlock || block != container[0]:
                    if (PlainText.Of(paragraph) is { Length: > 0 } text) entry.Remarks.Add(text);
                    foreach (var (link, url) in OutsideLinksOf(inline)) AddResource(entry, link, url, null);
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
        foreach (var (link, url) in OutsideLinksOf(inline))
        {
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

    private static IEnumerable<(Inline Link, string Url)> OutsideLinksOf(ContainerInline container) =>
        from inline in PlainText.InlinesOf(container)
        where inline is LinkInline { IsImage: false } or AutolinkInline
        let url = OutsideUrl(inline)
        where url is not null
        select (inline, url);

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
