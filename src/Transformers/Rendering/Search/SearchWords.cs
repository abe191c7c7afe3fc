using System.Globalization;
using System.Text;
using Transformers.Text;

namespace Transformers.Rendering.Search;

/// <summary>Cuts text into what can be searched for.</summary>
/// <remarks>
/// A word is a run of letters, marks and digits, folded: the word boundaries of UAX #29 without those rules that keep <c>don't</c>, <c>3.14</c>
/// and <c>example.org</c> whole, so that parts of such are found. Scripts that write no blanks between words (Han, kana, Thai, Lao,
/// Khmer, Burmese, Tibetan) are searched by substring: each character is a term, and each two neighbours are.
/// <c>search-core.js</c> does the same; a test holds both together.
/// </remarks>
internal static class SearchWords
{
    /// <summary>Words are told apart by their first code units, these many.</summary>
    public const int LongestWord = 64;

    /// <summary>Takes a term; what is no atom is two neighbouring characters of a script without blanks, each of which is one.</summary>
    public delegate void Taker(ReadOnlySpan<char> term, bool isAtom);

    /// <summary>Hands out the terms of a text in their order, as often as they stand there.</summary>
    /// <returns>The length of the text in words; for scripts without blanks, in characters.</returns>
    public static int Read(string text, Taker take)
    {
        var folded = Folding.Fold(text).AsSpan();
        var count = 0;
        for (var at = 0; at < folded.Length;)
        {
            var kind = KindAt(folded, at, out var length);
            var start = at;
            at += length;
            if (kind == RunKind.None) continue;
            if (kind == RunKind.Unspaced)
            {
                take(folded[start..at], isAtom: true);
                if (at < folded.Length && KindAt(folded, at, out length) == RunKind.Unspaced) take(folded[start..(at + length)], isAtom: false);
                count++;
                continue;
            }

            while (at < folded.Length && KindAt(folded, at, out length) == RunKind.Word) at += length;
            take(Short(folded[start..at]), isAtom: true);
            count++;
        }

        return count;
    }

    /// <summary>All terms of a text.</summary>
    public static List<string> Of(string text)
    {
        var terms = new List<string>();
        Read(text, (term, _) => terms.Add(term.ToString()));
        return terms;
    }

    /// <summary>True for text that is searched by substring.</summary>
    public static bool IsUnspaced(ReadOnlySpan<char> text) => !text.IsEmpty && KindAt(text, 0, out _) == RunKind.Unspaced;

    /// <summary>What tells a word from others.</summary>
    public static ReadOnlySpan<char> Short(ReadOnlySpan<char> word)
    {
        if (word.Length <= LongestWord) return word;
        return word[..(char.IsHighSurrogate(word[LongestWord - 1]) ? LongestWord - 1 : LongestWord)];
    }

    private enum RunKind { None, Word, Unspaced }

    private static RunKind KindAt(ReadOnlySpan<char> text, int index, out int length)
    {
        var c = text[index];
        length = 1;
        if (c < 0x80) return char.IsAsciiLetterOrDigit(c) ? RunKind.Word : RunKind.None;
        if (Rune.DecodeFromUtf16(text[index..], out var rune, out length) != System.Buffers.OperationStatus.Done) return RunKind.None;
        var isPart = Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
        return !isPart ? RunKind.None : IsUnspaced(rune.Value) ? RunKind.Unspaced : RunKind.Word;
    }

    /// <summary>Blocks of scripts without blanks; whole blocks, so that it does not depend on the version of Unicode.</summary>
    private static bool IsUnspaced(int point) => point is
        >= 0x0E00 and <= 0x0FFF or // Thai, Lao, Tibetan
        >= 0x1000 and <= 0x109F or >= 0xA9E0 and <= 0xA9FF or >= 0xAA60 and <= 0xAA7F or // Burmese
        >= 0x1780 and <= 0x17FF or // Khmer
        >= 0x2E80 and <= 0x312F or >= 0x31A0 and <= 0x31FF or // radicals, kana, Bopomofo
        >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or // Han
        >= 0xFF66 and <= 0xFF9F or >= 0x1B000 and <= 0x1B16F or >= 0x20000 and <= 0x3FFFF; // kana, Han
}
