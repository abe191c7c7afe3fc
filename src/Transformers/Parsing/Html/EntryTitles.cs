using System.Text;
using Markdig.Syntax.Inlines;
using Transformers.Model;
using Transformers.Parsing.Entries;
using Transformers.Parsing.Syntax;

namespace Transformers.Parsing.Html;

/// <summary>Finds and writes what names an entry, a link or text where no link does, and marks the citation in it.</summary>
internal sealed class EntryTitles(BodyContext context, RawHtml rawHtml)
{
    /// <summary>The entry that a link names, or null.</summary>
    public EntryDraft? EntryOf(Inline inline) =>
        context.Entry is { } ordinal && context.Entries[ordinal] is var entry && entry.TitleInline == inline ? entry : null;

    /// <summary>True for the link that names an entry.</summary>
    public bool IsLink(Inline inline) => EntryOf(inline) is not null;

    /// <summary>True for the beginning of the text that names an entry where no link does.</summary>
    public bool IsText(Inline inline) =>
        context.Entry is { } ordinal && context.Entries[ordinal] is { TitleInline: null, Citation.Title: not null } entry && entry.Text == inline && !IsNoTitle(inline);

    /// <summary>Writes the text of the link that names an entry.</summary>
    /// <param name="link">The link.</param>
    /// <param name="citation">What was read in it.</param>
    /// <param name="write">Writes what is no plain text.</param>
    public void WriteLinkText(LinkInline link, Citation citation, Action<Inline> write)
    {
        if (link.FirstChild is { } first) WriteParts(first, 0, citation, isLink: true, write);
    }

    /// <summary>Writes the text that names the current entry.</summary>
    /// <param name="first">Where it begins.</param>
    /// <param name="write">Writes what is no plain text.</param>
    /// <returns>The last inline that belongs to it.</returns>
    public Inline WriteText(Inline first, Action<Inline> write)
    {
        var entry = context.Entries[context.Entry!.Value];
        (first, var before) = WriteLead(first, entry.NameStart);
        context.Html.Markup("<span class=\"entry-title\">"u8);
        var last = WriteParts(first, -before, entry.Citation!, isLink: false, write);
        context.Html.Markup("</span>"u8);
        return last;
    }

    /// <summary>Writes what stands between the tags and the name, as far as it is plain text.</summary>
    /// <param name="first">The inline behind the tags.</param>
    /// <param name="length">Where the name begins.</param>
    /// <returns>What is left to write, and how much of it is no part of the name.</returns>
    private (Inline First, int Length) WriteLead(Inline first, int length)
    {
        while (length > 0 && first is LiteralInline literal)
        {
            var count = Math.Min(length, literal.Content.Length);
            context.Html.Text(literal.Content.AsSpan()[..count]);
            literal.Content.Start += count;
            length -= count;
            if (length > 0 && literal.NextSibling is { } next) first = next;
            else break;
        }

        return (first, length);
    }

    /// <summary>Writes an inline and the siblings that belong to the title, the citation marked where no other markup parts it.</summary>
    /// <param name="first">The first.</param>
    /// <param name="at">Where the first begins in the text that the citation was read in; below 0 if that begins within it.</param>
    /// <param name="citation">What was read.</param>
    /// <param name="isLink">True in a link.</param>
    /// <param name="write">Writes what is no plain text.</param>
    /// <returns>The last.</returns>
    private Inline WriteParts(Inline first, int at, Citation citation, bool isLink, Action<Inline> write)
    {
        var scope = rawHtml.Enter();
        var name = new EntryName(context.Html, rawHtml, isLink);
        var last = first;
        for (Inline? inline = first; inline is not null && !IsNoTitle(inline); inline = last.NextSibling)
        {
            last = inline;
            if (rawHtml.IsHidden || inline is not LiteralInline)
            {
                name.Begin();
                write(inline);
                if (!rawHtml.IsHidden) at += PlainText.LengthOf(inline);
                continue;
            }

            rawHtml.BeforeText();
            (var text, last) = Literals(inline);

            // The citation was read in the text without the blanks before it.
            if (at == 0) at = text.AsSpan().TrimStart().Length - text.Length;
            CitationWriter.Write(text, at, citation, name, context.Html);
            at += text.Length;
        }

        rawHtml.Leave(scope);
        name.End();
        return last;
    }

    /// <summary>True for what ends a title that stands in no link: a link, the end of the line.</summary>
    private static bool IsNoTitle(Inline inline)
    {
        if (inline.Parent is LinkInline) return false;
        return IsEnd(inline) || (inline is ContainerInline container && PlainText.InlinesOf(container).Any(IsEnd));

        static bool IsEnd(Inline inline) => inline is LineBreakInline or AutolinkInline or WikiLinkInline or LinkInline;
    }

    /// <summary>The text of a literal and of those that follow it, and the last of them.</summary>
    private static (string Text, Inline Last) Literals(Inline first)
    {
        var (text, last) = (new StringBuilder(), first);
        PlainText.Append(text, first);
        for (; last.NextSibling is LiteralInline next; last = next) PlainText.Append(text, next);
        return (text.ToString(), last);
    }
}
