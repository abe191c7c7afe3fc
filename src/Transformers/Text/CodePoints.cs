namespace Transformers.Text;

/// <summary>Code points in UTF-16 text, where a surrogate without its other half counts as one.</summary>
/// <remarks><see cref="System.Text.Rune"/> knows no lone surrogates, but file names on Windows do.</remarks>
internal static class CodePoints
{
    /// <summary>The code point at <paramref name="index"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">0-based, in UTF-16 code units.</param>
    /// <param name="length">The code units it takes: 1 or 2.</param>
    internal static int At(ReadOnlySpan<char> text, int index, out int length)
    {
        var first = text[index];
        if (char.IsHighSurrogate(first) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(first, text[index + 1]);
        }

        length = 1;
        return first;
    }

    /// <summary>Writes a code point as one or two code units, and says how many.</summary>
    internal static int Write(int point, Span<char> text)
    {
        if (point < 0x10000)
        {
            text[0] = (char)point;
            return 1;
        }

        text[0] = (char)(0xD7C0 + (point >> 10));
        text[1] = (char)(0xDC00 | point & 0x3FF);
        return 2;
    }
}
