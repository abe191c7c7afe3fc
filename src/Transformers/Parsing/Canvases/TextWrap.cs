using System.Text;

namespace Transformers.Parsing.Canvases;

/// <summary>Breaks text into lines by how wide its letters usually are, as SVG does not break it by itself.</summary>
/// <remarks>An estimate: no font is known while a site is built. It is on the safe side for the common sans-serif ones.</remarks>
internal static class TextWrap
{
    /// <summary>The lines, at most so many; an ellipsis says where there was more.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">The room, in pixels.</param>
    /// <param name="size">The size of the font, in pixels.</param>
    /// <param name="most">How many lines there is room for.</param>
    public static List<string> Lines(string text, double width, double size, int most)
    {
        var lines = new List<string>();
        var room = width / size;
        var rest = text.AsSpan().Trim();
        while (!rest.IsEmpty && lines.Count < most)
        {
            var length = Fitting(rest, room);
            if (length < rest.Length && lines.Count == most - 1)
            {
                length = Math.Max(1, Fitting(rest, Math.Max(1, room - 1)));
                lines.Add(string.Concat(rest[..length].TrimEnd(), "…"));
                break;
            }

            lines.Add(rest[..length].TrimEnd().ToString());
            rest = rest[length..].TrimStart();
        }

        return lines;
    }

    /// <summary>How many characters fit: up to the last blank before the end of the room, else as many as there is room for; at least one.</summary>
    private static int Fitting(ReadOnlySpan<char> text, double room)
    {
        var (used, blank, at) = (0.0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) blank = at;
            used += WidthOf(rune);
            if (used > room && at > 0) return blank > 0 ? blank : at;
            at += rune.Utf16SequenceLength;
            if (rune.Value is '-' or '/' || IsWide(rune)) blank = at;
        }

        return text.Length;
    }

    /// <summary>The width of a letter in parts of the font's size.</summary>
    private static double WidthOf(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '!' or '|' or '(' or ')' or '[' or ']' or 'f' or 't' or 'r' or ' ' => 0.34,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '—' => 0.9,
        >= 'A' and <= 'Z' => 0.7,
        _ when IsWide(rune) => 1.05,
        < 0x300 => 0.57,
        _ => 0.65,
    };

    // Hangul, kana, ideographs, full-width forms and emoji; between any two of them a line may break.
    private static bool IsWide(Rune rune) => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFF60) or >= 0x1F000;
}
