using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Entries;

/// <summary>Finds where the year of an entry is written.</summary>
internal static class YearPlace
{
    /// <summary>The last place of the year's digits in the entry's own text, or null.</summary>
    public static SourceSpan? Of(EntryDraft entry)
    {
        if (entry is not { Citation.Year: { } year, Text.Parent: { } text }) return null;
        var digits = year.ToString(CultureInfo.InvariantCulture);
        SourceSpan? found = null;
        foreach (var inline in PlainText.InlinesOf(text))
        {
            // Where the text is as long as its place in the source, it is the source's.
            if (inline is not LiteralInline literal || literal.Content.Length != literal.Span.Length) continue;
            var at = literal.Content.AsSpan().LastIndexOf(digits);
            if (at >= 0) found = new SourceSpan(literal.Span.Start + at, literal.Span.Start + at + digits.Length - 1);
        }

        return found;
    }
}
