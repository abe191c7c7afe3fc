using Markdig.Syntax.Inlines;
using Transformers.Model;

namespace Transformers.Parsing.Html;

/// <summary>Marks authors and year in the text of an entry's link.</summary>
internal static class CitationWriter
{
    /// <summary>The text of a container that holds nothing but text, else null.</summary>
    public static string? PlainTextOf(ContainerInline container)
    {
        for (var child = container.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is not LiteralInline) return null;
        }

        return PlainText.Of(container);
    }

    /// <summary>Writes the text that names an entry, its citation marked.</summary>
    /// <param name="text">The text that the citation was read in.</param>
    /// <param name="citation">What was read in it.</param>
    /// <param name="html">Where to.</param>
    public static void Write(string text, Citation citation, HtmlBuffer html)
    {
        var parts = new[] { (Span: citation.AuthorsSpan, Class: "entry-authors"), (Span: citation.YearSpan, Class: "entry-year") }
            .Where(part => part.Span is { } span && span.End <= text.Length)
            .OrderBy(part => part.Span!.Value.Start)
            .ToArray();
        var at = 0;
        var whole = citation.CitationSpan is { } brackets && brackets.End <= text.Length && parts.Length > 0 ? brackets : default;

        // The blank before the brackets goes with them, so that a title's underline ends with the title.
        if (whole.Length > 0) at = Through(html, text, at, whole.Start > 0 && text[whole.Start - 1] == ' ' ? whole.Start - 1 : whole.Start, "<span class=\"entry-citation\">");
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
