using Markdig.Syntax.Inlines;
using Transformers.Model;

namespace Transformers.Parsing.Html;

/// <summary>Marks authors and year in the text of an entry's link.</summary>
internal static class CitationWriter
{
    /// <summary>Writes the link's text with the parts marked, or, where it is more than plain text, as it is.</summary>
    /// <param name="link">The link that names the entry.</param>
    /// <param name="citation">What was read in it.</param>
    /// <param name="html">Where to.</param>
    /// <param name="writeAsIs">Writes the link's content unmarked.</param>
    public static void Write(LinkInline link, Citation citation, HtmlBuffer html, Action writeAsIs)
    {
        var isPlain = true;
        for (var child = link.FirstChild; child is not null; child = child.NextSibling) isPlain &= child is LiteralInline;
        var text = isPlain ? PlainText.Of(link) : "";
        var parts = new[] { (Span: citation.AuthorsSpan, Class: "entry-authors"), (Span: citation.YearSpan, Class: "entry-year") }
            .Where(part => part.Span is { } span && span.End <= text.Length)
            .OrderBy(part => part.Span!.Value.Start)
            .ToArray();
        if (parts.Length == 0)
        {
            writeAsIs();
            return;
        }

        var at = 0;
        var whole = citation.CitationSpan is { } brackets && brackets.End <= text.Length ? brackets : default;
        if (whole.Length > 0) at = Through(html, text, at, whole.Start, "<span class=\"entry-citation\">");
        foreach (var (span, name) in parts)
        {
            at = Through(html, text, at, span!.Value.Start, $"<span class=\"{name}\">");
            at = Through(html, text, at, span.Value.End, "</span>");
        }

        if (whole.Length > 0) at = Through(html, text, at, whole.End, "</span>");
        html.Text(text.AsSpan(at));
    }

    private static int Through(HtmlBuffer html, string text, int from, int to, string markup)
    {
        html.Text(text.AsSpan(from, to - from));
        html.Markup(markup);
        return to;
    }
}
