using System.Collections.Immutable;
using System.Globalization;
using Transformers.Text;

namespace Transformers.Parsing.Entries;

/// <summary>A year in a citation: <c>2017</c>, <c>2017a</c>, <c>ECCV2020</c>; neither a date nor a range of years.</summary>
internal static class CitationYear
{
    /// <summary>A year's digits.</summary>
    public const int Length = 4;

    private static readonly ImmutableArray<string> Undated =
        ["in press", "forthcoming", "to appear", "in preparation", "in prep.", "under review", "submitted", "n.d.", "no date"];

    private const int First = 1500;
    private const int Last = 2100;

    /// <summary>Where the first year begins, or -1.</summary>
    public static int Find(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + Length <= text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var digits = text[i..].IndexOfAnyExceptInRange('0', '9');
            if (digits < 0) digits = text.Length - i;
            if (digits == Length && IsYear(text, i)) return i;
            i += digits;
        }

        return -1;
    }

    /// <summary>Where the words begin, at the end of the text, that stand in place of a year: <c>in press</c>, <c>n.d.</c>; -1 where there are none.</summary>
    public static int FindUndated(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd().Length;
        foreach (var words in Undated)
        {
            var start = end - words.Length;
            if (start >= 0 && text[start..end].Equals(words, StringComparison.OrdinalIgnoreCase) && (start == 0 || char.IsWhiteSpace(text[start - 1]))) return start;
        }

        return -1;
    }

    /// <summary>Where the year ends that begins here, the letter of <c>2017a</c> included.</summary>
    public static int EndOf(string text, int start) =>
        start + Length < text.Length && char.IsAsciiLetterLower(text[start + Length]) ? start + Length + 1 : start + Length;

    /// <summary>The year as a number.</summary>
    public static int ValueOf(string text, TextSpan span) => Parse(text.AsSpan(span.Start, span.Length));

    private static bool IsYear(ReadOnlySpan<char> text, int start)
    {
        if (Parse(text.Slice(start, Length)) is < First or > Last) return false;

        var before = text[..start];
        var after = text[(start + Length)..];
        if (before is [.., >= '0' and <= '9', '-' or '–' or '/' or '.'] || after is ['-' or '–' or '/' or '.', >= '0' and <= '9', ..]) return false;
        if (after is [>= 'a' and <= 'z', ..]) after = after[1..];
        if (after is [var next, ..] && char.IsLetterOrDigit(next)) return false;
        if (before is [] || !char.IsLetterOrDigit(before[^1])) return true;

        var word = before[(before.LastIndexOf(' ') + 1)..];
        return Organisations.IsKnown(word);
    }

    private static int Parse(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
