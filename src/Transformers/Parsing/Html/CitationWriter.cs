using Transformers.Model;
using Transformers.Text;

namespace Transformers.Parsing.Html;

/// <summary>Marks authors and year in the text of an entry's link.</summary>
internal static class CitationWriter
{
    /// <summary>Writes text that names an entry, its citation marked.</summary>
    /// <param name="text">The text that the citation was read in, or a part of it; what reaches beyond a part is not marked.</param>
    /// <param name="start">Where the part begins in the text that the citation was read in.</param>
    /// <param name="citation">What was read.</param>
    /// <param name="html">Where to.</param>
    public static void Write(string text, int start, Citation citation, HtmlBuffer html)
    {
        var parts = new[] { (Span: Within(citation.AuthorsSpan), Class: "entry-authors"), (Span: Within(citation.YearSpan), Class: "entry-year") }
            .Where(part => part.Span is not null)
            .OrderBy(part => part.Span!.Value.Start)
            .ToArray();
        var at = 0;
        var whole = parts.Length > 0 ? Within(citation.CitationSpan) ?? default : default;

        // The blank before the brackets goes with them, so that a title's underline ends with the title.
        if (whole.Length > 0) at = Through(html, text, at, whole.Start > 0 && text[whole.Start - 1] == ' ' ? whole.Start - 1 : whole.Start, "<span class=\"entry-citation\">");
        foreach (var (span, name) in parts)
        {
            at = Through(html, text, at, span!.Value.Start, $"<span class=\"{name}\">");
            at = Through(html, text, at, span.Value.End, "</span>");
        }

        if (whole.Length > 0) at = Through(html, text, at, whole.End, "</span>");
        html.Text(text.AsSpan(at));

        TextSpan? Within(TextSpan? span) =>
            span is { } found && found.Start >= start && found.End <= start + text.Length ? new(found.Start - start, found.Length) : null;
    }

    private static int Through(HtmlBuffer html, string text, int from, int to, string markup)
    {
        html.Text(text.AsSpan(from, to - from));
        html.Markup(markup);
        return to;
    }
}
