namespace Transformers.Text;

/// <summary>Korean syllables, which compose and decompose by arithmetic (Unicode, section 3.12).</summary>
internal static class Hangul
{
    internal const int FirstSyllable = 0xAC00;
    internal const int FirstLead = 0x1100;
    internal const int FirstVowel = 0x1161;
    internal const int BeforeFirstTail = 0x11A7;
    internal const int LeadCount = 19;
    internal const int VowelCount = 21;

    /// <summary>The tails, "none" being the first of them.</summary>
    internal const int TailCount = 28;

    private const int SyllableCount = LeadCount * VowelCount * TailCount;

    internal static bool IsSyllable(int point) => (uint)(point - FirstSyllable) < SyllableCount;

    /// <summary>A syllable's letters; the tail is 0 where it has none.</summary>
    internal static (int Lead, int Vowel, int Tail) Decompose(int syllable)
    {
        var (rest, tail) = Math.DivRem(syllable - FirstSyllable, TailCount);
        var (lead, vowel) = Math.DivRem(rest, VowelCount);
        return (FirstLead + lead, FirstVowel + vowel, tail == 0 ? 0 : BeforeFirstTail + tail);
    }

    /// <summary>The syllable of a lead and a vowel, or of a syllable without a tail and a tail; else -1.</summary>
    internal static int Compose(int first, int second)
    {
        var lead = first - FirstLead;
        var vowel = second - FirstVowel;
        if ((uint)lead < LeadCount && (uint)vowel < VowelCount) return FirstSyllable + (lead * VowelCount + vowel) * TailCount;

        var tail = second - BeforeFirstTail;
        var hasNoTail = IsSyllable(first) && (first - FirstSyllable) % TailCount == 0;
        return hasNoTail && tail is > 0 and < TailCount ? first + tail : -1;
    }
}
