using System.Text;

namespace Transformers.Text;

/// <summary>Text without what people leave out when they search: case, accents, the width of letters.</summary>
/// <remarks>
/// A mark is an accent where the word can be read without it: in Latin, Greek, Cyrillic, Hebrew, Arabic, Syriac and the like.
/// It stays in scripts whose vowels are marks (Devanagari, Thai, Thaana …) and in kana. Characters that only steer the
/// layout (soft hyphen, joiners, variation selectors) go as well.
/// </remarks>
public static class Folding
{
    /// <summary>The folded text, in NFC: <c>Łódź</c> → <c>lodz</c>, <c>Straße</c> → <c>strasse</c>, <c>ＢＥＲＴ</c> → <c>bert</c>. Folding it again changes nothing.</summary>
    /// <returns><paramref name="text"/> itself when it is folded ASCII already.</returns>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ascii.IsValid(text) ? text.ToLowerInvariant() : FoldUnicode(text);
    }

    /// <inheritdoc cref="Fold(string)"/>
    public static string Fold(ReadOnlySpan<char> text) => Fold(text.ToString());

    /// <summary>The ASCII letters and digits of the folded text and nothing else, as citation keys want them: <c>Łukasz</c> → <c>lukasz</c>.</summary>
    /// <returns>Empty for text in which there are none, such as Chinese.</returns>
    public static string ToAscii(string text) =>
        string.Concat(Fold(text).Where(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));

    private static string FoldUnicode(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length + 8);
        while (!text.IsEmpty)
        {
            // No Latin letter composes with what follows once its accents are gone, so that the parts can be folded alone.
            var length = text.IndexOfAnyExceptInRange('\0', '\x7F');
            if (length < 0) length = text.Length;
            folded.Append(text[..length].ToString().ToLowerInvariant());
            text = text[length..];

            length = text.IndexOfAnyInRange(Latin.End, '\uFFFF');
            if (length < 0) length = text.Length;
            foreach (var letter in text[..length]) folded.Append(Latin.Folded[letter]);
            text = text[length..];

            length = text.IndexOfAnyInRange('\0', (char)(Latin.End - 1));
            if (length < 0) length = text.Length;
            folded.Append(FoldPart(text[..length].ToString()));
            text = text[length..];
        }

        return folded.ToString();
    }

    private static string FoldPart(string text)
    {
        var letters = UnicodeForm.ToNfd(text).ToLowerInvariant();
        var folded = new StringBuilder(letters.Length);
        for (var i = 0; i < letters.Length; i++)
        {
            var letter = letters[i];
            if (letter < 0x80) folded.Append(letter);
            else if (IsVariationSelector(letters, i)) i++;
            else if (Spelling(letter) is { } spelling) folded.Append(spelling);
            else if (letter is >= '！' and <= '～') folded.Append((char)(letter - '！' + '!'));
            else if (!IsLeftOut(letter)) folded.Append(letter);
        }

        return UnicodeForm.ToNfc(folded.ToString());
    }

    /// <summary>The letters that most texts are made of, folded beforehand.</summary>
    private static class Latin
    {
        /// <summary>The first character after "Latin Extended-B".</summary>
        internal const char End = '\u0250';

        internal static readonly string[] Folded = [.. Enumerable.Range(0, End).Select(letter => FoldPart(((char)letter).ToString()))];
    }

    /// <summary>Whether one of U+E0100 to U+E01EF is at an index: it takes two code units.</summary>
    private static bool IsVariationSelector(string text, int index) =>
        text[index] == '\uDB40' && index + 1 < text.Length && text[index + 1] is >= '\uDD00' and <= '\uDDEF';

    private static bool IsLeftOut(char c)
    {
        var place = LeftOut.BinarySearch(c);
        return place >= 0 ? place % 2 == 0 : ~place % 2 == 1;
    }

    /// <summary>Ranges in ascending order: the first character of each, then the first one after it.</summary>
    private static ReadOnlySpan<char> LeftOut =>
    [
        '\u00AD', '\u00AE', // soft hyphen
        '\u0300', '\u0370', // combining diacritical marks
        '\u0483', '\u048A', // Cyrillic
        '\u0591', '\u05BE', '\u05BF', '\u05C0', '\u05C1', '\u05C3', '\u05C4', '\u05C6', '\u05C7', '\u05C8', // Hebrew points
        '\u0610', '\u061B', '\u061C', '\u061D', '\u0640', '\u0641', '\u064B', '\u0660', '\u0670', '\u0671', // Arabic, tatweel
        '\u06D6', '\u06DD', '\u06DF', '\u06E5', '\u06E7', '\u06E9', '\u06EA', '\u06EE', // Koranic signs
        '\u0711', '\u0712', '\u0730', '\u074B', // Syriac
        '\u07EB', '\u07F4', // N’Ko tones
        '\u0898', '\u08A0', '\u08CA', '\u08E2', '\u08E3', '\u0900', // Arabic, extended
        '\u135D', '\u1360', // Ethiopic
        '\u180B', '\u180E', '\u180F', '\u1810', // Mongolian variation selectors
        '\u1AB0', '\u1B00', // combining diacritical marks, extended
        '\u1DC0', '\u1E00', // the same, supplement
        '\u200B', '\u2010', '\u202A', '\u202F', '\u2060', '\u2070', // joiners and directions
        '\u20D0', '\u2100', // marks for symbols
        '\u2CEF', '\u2CF2', // Coptic
        '\u2DE0', '\u2E00', '\uA66F', '\uA673', '\uA674', '\uA67E', '\uA69E', '\uA6A0', // Cyrillic, extended
        '\uFB1E', '\uFB1F', // Hebrew
        '\uFE00', '\uFE10', // variation selectors
        '\uFE20', '\uFE30', // half marks
        '\uFEFF', '\uFF00', // byte order mark
    ];

    /// <summary>How a small letter that is no letter with a mark to Unicode is written without its stroke, ligature or form.</summary>
    private static string? Spelling(char letter) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ĳ' => "ij",
        'þ' => "th",
        'ð' or 'đ' or 'ɖ' or 'ɗ' => "d",
        'ø' or 'ɔ' or 'ɵ' => "o",
        'ł' or 'ƚ' or 'ŀ' => "l",
        'ħ' => "h",
        'ı' or 'ɨ' => "i",
        'ĸ' or 'ƙ' => "k",
        'ŋ' or 'ŉ' or 'ɲ' or 'ƞ' => "n",
        'ŧ' or 'ƭ' => "t",
        'ƀ' or 'ɓ' => "b",
        'ƈ' or 'ȼ' => "c",
        'ə' or 'ǝ' or 'ɛ' or 'ɇ' => "e",
        'ƒ' => "f",
        'ɠ' or 'ǥ' => "g",
        'ƥ' => "p",
        'ɍ' => "r",
        'ſ' => "s",
        'ʉ' => "u",
        'ʋ' => "v",
        'ƴ' or 'ɏ' => "y",
        'ƶ' => "z",
        'ǆ' or 'ǳ' => "dz",
        'ǉ' => "lj",
        'ǌ' => "nj",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' or 'ﬆ' => "st",
        'ς' => "σ",
        'µ' => "μ",
        '\u3000' or '\u00A0' => " ",
        _ => null,
    };
}
