using System.Globalization;
using System.Text;

namespace Transformers.Text;

/// <summary>One segment of an address, made from a name that people write: <c>Deep learning</c> → <c>deep-learning</c>.</summary>
/// <remarks>
/// The rule is the contract's, "Addresses". What that leaves open: a digit is a decimal digit (category Nd: not <c>½</c>, not <c>Ⅷ</c>);
/// a mark is dropped with the character it sits on, so that no invisible rest of an emoji stays; what grows past
/// <see cref="MaxBytes"/> is cut. A slug is never <c>.</c> or <c>..</c>, holds no <c>/</c>, and is its own slug.
/// </remarks>
public static class Slug
{
    /// <summary>The most bytes of UTF-8 a slug has: file systems allow 255, and <c>-2</c> or an extension may follow.</summary>
    public const int MaxBytes = 200;

    /// <summary>The slug of a file name, a folder name or a heading; empty for the empty string only.</summary>
    public static string Of(string segment)
    {
        var text = UnicodeForm.ToNfc(segment);
        var slug = Readable(text);
        return Shorten(slug.Length > 0 ? slug : InHexadecimal(text));
    }

    /// <summary>The slug of letters, marks and digits; empty if nothing of the text is left.</summary>
    private static string Readable(string text)
    {
        var slug = new StringBuilder(text.Length);
        var takesMarks = false;
        foreach (var rune in text.ToLowerInvariant().EnumerateRunes())
        {
            var part = PartOf(rune);
            if (part == Part.Joiner || (part == Part.Mark && !takesMarks)) continue;

            takesMarks = part is Part.Letter or Part.Mark;
            if (takesMarks) slug.Append(rune);
            else if (part == Part.Dot && slug.Length > 0) slug.Append('.');
            else if (part == Part.Dash && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        // A letter may compose with what follows only now: "H\u0331" has no composed form, "h\u0331" has.
        return UnicodeForm.ToNfc(slug.ToString().TrimEnd(['-', '.']));
    }

    private static Part PartOf(Rune rune)
    {
        if (rune.Value is '-' || Rune.IsWhiteSpace(rune)) return Part.Dash;
        if (rune.Value is '.') return Part.Dot;
        if (rune.Value is '_') return Part.Letter;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber => Part.Letter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Part.Mark,
            UnicodeCategory.Format => Part.Joiner,
            _ => Part.Other,
        };
    }

    /// <summary>The code points of a text that has no letters: <c>🎲</c> → <c>1f3b2</c>.</summary>
    private static string InHexadecimal(string text)
    {
        var slug = new StringBuilder(text.Length * 5);
        for (var i = 0; i < text.Length;)
        {
            if (i > 0) slug.Append('-');
            slug.Append(CultureInfo.InvariantCulture, $"{CodePoints.At(text, i, out var length):x}");
            i += length;
        }

        return slug.ToString();
    }

    /// <summary>Cuts a slug that is too long, and tells it from others that begin alike by a hash of the whole.</summary>
    private static string Shorten(string slug)
    {
        if (Encoding.UTF8.GetByteCount(slug) <= MaxBytes) return slug;

        var bytes = Encoding.UTF8.GetBytes(slug);
        var end = MaxBytes - ShortHash.Length - 1;
        while ((bytes[end] & 0b1100_0000) == 0b1000_0000) end--; // amid a character
        return $"{Encoding.UTF8.GetString(bytes, 0, end).TrimEnd(['-', '.'])}-{ShortHash.Of(slug)}";
    }

    private enum Part
    {
        /// <summary>Dropped.</summary>
        Other,

        /// <summary>Dropped, but parts no mark from its letter, as the joiners of Indic scripts.</summary>
        Joiner,

        /// <summary>A letter, a digit or <c>_</c>.</summary>
        Letter,
        Mark,
        Dot,
        Dash,
    }
}
