using System.Numerics;

namespace Transformers.Rendering.Search;

/// <summary>Goes through the words of a text, and says for each two that stand side by side where among the pairs they belong.</summary>
/// <remarks>
/// A pair is known by a hash alone: many share one, and so the script still looks into the documents that it finds.
/// The number of hashes grows with the vault, so that each has some dozens of documents, whatever its size. They stand in groups: the first word and the
/// first letter of the second say which, its second letter, the third, and the whole of it where in that, so that a phrase whose last word is still being typed takes one file, too.
/// A mark beside the document has more of all these, and of how many words stand before the pair in its text: so the pairs of a
/// phrase are found to stand one behind the other, and hardly a document is looked into in vain.
/// Two neighbouring characters of a script without blanks are terms (<see cref="SearchWords"/>), and no pair.
/// </remarks>
/// <param name="groups">How many groups there are: a power of 2.</param>
internal sealed class PairHash(int groups)
{
    /// <summary>How many places of a group have the same second letter, as far as it counts.</summary>
    public const int WithSecondLetter = 1 << (ThirdBits + WholeBits);

    /// <summary>How many places a group has.</summary>
    public const int InGroup = 1 << PlaceInGroupBits;

    /// <summary>How many bits of a place in its group come from the second letter, from the third, and from the whole word.</summary>
    private const int SecondBits = 2, ThirdBits = 3, WholeBits = 2;

    private const int PlaceInGroupBits = SecondBits + ThirdBits + WholeBits;

    /// <summary>How many bits a letter has.</summary>
    private const int LetterBits = 4;

    private const int FewestGroups = 64;
    private const int BytesInGroup = 16_384;

    /// <summary>Below this many groups they are smaller, as the letters to come of a word would say too little.</summary>
    private const int FewGroups = 1_024;

    private const uint Start = 0x811C9DC5;

    private uint _before;
    private int _words;
    private bool _isAfterUnspaced;

    /// <summary>How many groups a vault has.</summary>
    /// <param name="bytes">How long all its texts are, about.</param>
    public static int GroupsFor(long bytes)
    {
        var groups = Math.Max(Math.Min(bytes * 2 / BytesInGroup, FewGroups), bytes / BytesInGroup);
        return (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(groups, FewestGroups, 1 << (Pair.PlaceBits - PlaceInGroupBits)));
    }

    /// <summary>Begins a text.</summary>
    public void Begin() => _words = 0;

    /// <summary>Goes on to a word, or to a character of a script without blanks.</summary>
    /// <param name="atom">The word.</param>
    /// <param name="document">The document that it stands in.</param>
    /// <param name="pair">The word with the one before it (<see cref="Pair"/>).</param>
    /// <returns>False where they are no pair.</returns>
    public bool Next(ReadOnlySpan<char> atom, int document, out ulong pair)
    {
        var isUnspaced = SearchWords.IsUnspaced(atom);
        var isPair = _words > 0 && !(isUnspaced && _isAfterUnspaced);
        var whole = Hash(atom);
        pair = isPair ? PairOf(atom, Folded(whole), document) : 0;
        (_words, _isAfterUnspaced, _before) = (_words + 1, isUnspaced, whole);
        return isPair;
    }

    private ulong PairOf(ReadOnlySpan<char> second, uint whole, int document)
    {
        var (two, three) = (Letter(second, 1), Letter(second, 2));
        var group = Folded(Next(Next(_before, ' '), second[0])) & (uint)(groups - 1);
        var letters = two >> (LetterBits - SecondBits) << ThirdBits | three >> (LetterBits - ThirdBits);
        var place = group * InGroup + (letters << WholeBits) + (whole & ((1 << WholeBits) - 1));
        return Pair.Of(place, document, Pair.Mark(Folded(_before) & 7, (uint)(_words - 1) & 15, two & 3, three & 1, whole >> WholeBits & 7));
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
    private static uint Letter(ReadOnlySpan<char> text, int at) => at < text.Length ? unchecked(text[at] * 0x165667B1u) >> (32 - LetterBits) : 0;

    private static uint Folded(uint hash) => hash ^ (hash >> 15);
}
