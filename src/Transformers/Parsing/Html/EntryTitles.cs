using System.Text;
using Markdig.Syntax.Inlines;
using Transformers.Parsing.Entries;

namespace Transformers.Parsing.Html;

/// <summary>Finds and marks what names an entry: a link, or text where no link does.</summary>
internal sealed class EntryTitles(BodyContext context)
{
    /// <summary>The entry that a link names, or null.</summary>
    public EntryDraft? EntryOf(Inline inline) =>
        context.Entry is { } ordinal && context.Entries[ordinal] is var entry && entry.TitleInline == inline ? entry : null;

    /// <summary>True for the link that names an entry.</summary>
    public bool IsLink(Inline inline) => EntryOf(inline) is not null;

    /// <summary>True for the text that names an entry where no link does.</summary>
    public bool IsText(Inline inline) =>
        context.Entry is { } ordinal && context.Entries[ordinal] is { TitleInline: null, Citation.Title: not null } entry && entry.Text == inline && inline is LiteralInline;

    /// <summary>Writes the text that names the current entry.</summary>
    /// <returns>The last inline that belongs to it.</returns>
    public Inline WriteText(Inline first)
    {
        var (text, last) = (new StringBuilder(), first);
        PlainText.Append(text, first);
        for (; last.NextSibling is LiteralInline next; last = next) PlainText.Append(text, next);

        var html = context.Html;
        var written = text.ToString();
        var title = written.AsSpan().TrimStart();
        html.Text(written.AsSpan(0, written.Length - title.Length));
        html.Markup("<span class=\"entry-title\">"u8);
        CitationWriter.Write(title.TrimEnd().ToString(), context.Entries[context.Entry!.Value].Citation!, html);
        html.Markup("</span>"u8);
        html.Text(title[title.TrimEnd().Length..]);
        return last;
    }
}
