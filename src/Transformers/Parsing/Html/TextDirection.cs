using System.Text;

namespace Transformers.Parsing.Html;

/// <summary>Which way a text runs.</summary>
internal enum TextDirection
{
    /// <summary>Left to right.</summary>
    LeftToRight,

    /// <summary>Right to left.</summary>
    RightToLeft,
}

/// <summary>Finds the direction of a text by its first strong character (Unicode Standard Annex 9, rules P2 and P3).</summary>
internal static class TextDirections
{
    /// <summary>The direction, or null for a text without a letter.</summary>
    public static TextDirection? Of(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRightToLeft(rune.Value)) return TextDirection.RightToLeft;
            if (Rune.IsLetter(rune)) return TextDirection.LeftToRight;
        }

        return null;
    }

    // Hebrew through Arabic Extended-A, their presentation forms, and the right-to-left scripts of the supplementary plane.
    private static bool IsRightToLeft(int c) =>
        c is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF)
            or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) or 0x200F
        && !Rune.IsDigit(new Rune(c));
}
