namespace Transformers.Parsing;

/// <summary>How much of a note is read as Markdown, counted in lines.</summary>
/// <remarks>
/// A megabyte of <c>#</c> and line ends is half a million headings, each many times the size of what was written. No text that
/// people wrote has so many lines of so few characters.
/// </remarks>
internal static class LineBudget
{
    /// <summary>The lines that any note may have.</summary>
    private const int Lines = 50_000;

    /// <summary>How many characters allow one more line.</summary>
    private const int CharactersForALine = 16;

    /// <summary>Where the first line beyond the budget begins; the text's length where there is none.</summary>
    public static int End(string text)
    {
        var left = Lines + (text.Length / CharactersForALine);
        var at = 0;
        while (left-- > 0)
        {
            var end = text.AsSpan(at).IndexOf('\n');
            if (end < 0) return text.Length;
            at += end + 1;
        }

        return at;
    }
}
