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
    /// <param name="name">The element around what is no citation.</param>
    /// <param name="html">Where to.</param>
    public static void Write(string text, int start, Citation citation, EntryName name, HtmlBuffer html)
    {
        var parts = new[] { (Span: Within(citation.AuthorsSpan), Class: "entry-authors"), (Span: Within(citation.YearSpan), Class: "entry-year") }
            .Where(part => part.Span is not null)
            .OrderBy(part => part.Span!.Value.Start)
            .ToArray();
        var at = 0;
        var whole = parts.Length > 0 ? Within(citation.CitationSpan) ?? default : default;
        if (whole.Length > 0)
        {
            // The blank between the two belongs to neither: it is not underlined, and vanishes where a line ends.
            var title = text.AsSpan(0, whole.Start).TrimEnd(' ');
            name.Text(title);
            name.EndBeforeCitation();
            html.Text(text.AsSpan(title.Length, whole.Start - title.Length));
            html.Markup("<span class=\"entry-citation\">"u8);
            at = whole.Start;
        }

        foreach (var (span, className) in parts)
        {
            at = Through(at, span!.Value.Start, $"<span class=\"{className}\">");
            at = Through(at, span.Value.End, "</span>");
        }

        if (whole.Length > 0) at = Through(at, whole.End, "</span>");
        name.Text(text.AsSpan(at));

        TextSpan? Within(TextSpan? span) =>
            span is { } found && found.Start >= start && found.End <= start + text.Length ? new(found.Start - start, found.Length) : null;

        int Through(int from, int to, string markup)
        {
            html.Text(text.AsSpan(from, to - from));
            html.Markup(markup);
            return to;
        }
    }
}
