namespace Transformers.Parsing.Entries;

/// <summary>Numbers as the parts of identifiers: so and so many ASCII digits.</summary>
internal static class Digits
{
    /// <summary>True for nothing but digits, at least and at most so many.</summary>
    public static bool Are(ReadOnlySpan<char> text, int least, int most) =>
        text.Length >= least && text.Length <= most && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>The text without the version behind a digit: <c>1706.03762v5</c>.</summary>
    public static ReadOnlySpan<char> WithoutVersion(ReadOnlySpan<char> text)
    {
        var letter = text.LastIndexOfAny('v', 'V');
        return letter > 0 && char.IsAsciiDigit(text[letter - 1]) && Are(text[(letter + 1)..], 1, 3) ? text[..letter] : text;
    }
}
