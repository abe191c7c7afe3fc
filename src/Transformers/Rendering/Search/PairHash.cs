using System.Numerics;

namespace Transformers.Rendering.Search;

/// <summary>Goes through the words of a text, and says for each two that stand side by side where among the pairs they belong.</summary>
/// <remarks>
/// A pair is known by a hash alone: many share one, and so the script still looks into the documents that it finds, but hardly ever in vain.
/// The number of hashes grows with the vault, so that each has some dozens of documents, whatever its size. They stand in groups: the first word and the
/// first letter of the second say which, its second letter, the third, and the whole of it where in that, so that a phrase whose last word is still being typed takes one file, too.
/// Two neighbouring characters of a script without blanks are terms (<see cref="SearchWords"/>), and no pair.
/// </remarks>
/// <param name="groups">How many groups there are: a power of 2.</param>
internal sealed class PairHash(int groups)
{
    /// <summary>How many places of a group have the same second letter, as far as it counts.</summary>
    public const int WithSecondLetter = 1 << (ThirdBits + WholeBits);

    /// <summary>How many places a group has.</summary>
    public const int InGroup = WithSecondLetter << SecondBits;

    /// <summary>How many bits of a place in its group come from the second letter, from the third, and from the whole word.</summary>
    private const int SecondBits = 2, ThirdBits = 4, WholeBits = 1;

    private const int FewestGroups = 128;
    private const int BytesInGroup = 8_192;

    /// <summary>Below this many groups they are smaller, as the letters to come of a word would say too little.</summary>
    private const int FewGroups = 1_024;

    private const uint Start = 0x811C9DC5;

    private uint _before;
    private bool _isFirst = true;
    private bool _isAfterUnspaced;

    /// <summary>How many groups a vault has.</summary>
    /// <param name="bytes">How long all its texts are, about.</param>
    public static int GroupsFor(long bytes)
    {
        var groups = Math.Max(Math.Min(bytes * 4 / BytesInGroup, FewGroups), bytes / BytesInGroup);
        return (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(groups, FewestGroups, 1 << 24));
    }

    /// <summary>Begins a text.</summary>
    public void Begin() => _isFirst = true;

    /// <summary>The place of a word, or of a character of a script without blanks, with the one before it in its text; -1 where they are no pair.</summary>
    public int Next(ReadOnlySpan<char> atom)
    {
        var isUnspaced = SearchWords.IsUnspaced(atom);
        var whole = Hash(atom);
        var place = _isFirst || (isUnspaced && _isAfterUnspaced) ? -1 : PlaceOf(atom, whole);
        (_isFirst, _isAfterUnspaced, _before) = (false, isUnspaced, Next(whole, ' '));
        return place;
    }

    private int PlaceOf(ReadOnlySpan<char> second, uint whole)
    {
        var group = Folded(Next(_before, second[0])) & (uint)(groups - 1);
        return (int)(group * InGroup + Bits(second, 1, SecondBits) * WithSecondLetter + (Bits(second, 2, ThirdBits) << WholeBits) + (Folded(whole) & ((1 << WholeBits) - 1)));
    }

    /// <summary>FNV-1a (Fowler, Noll, Vo), over UTF-16 code units in place of bytes.</summary>
    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = Start;
        foreach (var unit in text) hash = Next(hash, unit);
        return hash;
    }

    private static uint Next(uint hash, char unit) => unchecked((hash ^ unit) * 0x01000193);

    /// <summary>Some bits of a letter, 0 where there is none: multiplicative hashing (Knuth), by a prime of xxHash that keeps vowels apart.</summary>
    private static uint Bits(ReadOnlySpan<char> text, int at, int bits) => at < text.Length ? unchecked(text[at] * 0x165667B1u) >> (32 - bits) : 0;

    private static uint Folded(uint hash) => hash ^ (hash >> 15);
}
