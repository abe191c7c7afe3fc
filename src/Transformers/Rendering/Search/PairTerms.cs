using System.Numerics;

namespace Transformers.Rendering.Search;

/// <summary>Which documents have which two words side by side, so that a phrase is found without reading all documents that have its words.</summary>
/// <remarks>
/// A pair is known by a hash alone: many share one, and so the script still looks into the documents that it finds, but hardly ever in vain.
/// The number of hashes grows with the vault, so that each has some dozens of documents, whatever its size. They stand in groups: the first word and the
/// first letter of the second say which, its second letter, the third, and the whole of it where in that, so that a phrase whose last word is still being typed takes one file, too.
/// Two neighbouring characters of a script without blanks are terms (<see cref="SearchWords"/>), and no pair.
/// </remarks>
internal sealed class PairTerms
{
    /// <summary>How many hashes are in one file.</summary>
    public const int InFile = 128;

    /// <summary>How many bits of a place in its group come from the second letter, from the third, and from the whole word.</summary>
    private const int SecondBits = 2, ThirdBits = 2, WholeBits = 1, GroupBits = SecondBits + ThirdBits + WholeBits;

    private const int FewestGroups = 128;
    private const int BytesInGroup = 8_192;

    /// <summary>Below this many groups they are smaller, as the letters to come of a word would say too little.</summary>
    private const int FewGroups = 1_024;

    private const uint Start = 0x811C9DC5;

    private static readonly Postings None = new();

    private readonly Postings?[] _postings;
    private uint _before;
    private bool _isFirst = true;
    private bool _isAfterUnspaced;

    /// <param name="bytes">How long all texts are, about.</param>
    public PairTerms(long bytes)
    {
        var groups = Math.Max(Math.Min(bytes * 4 / BytesInGroup, FewGroups), bytes / BytesInGroup);
        Groups = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(groups, FewestGroups, 1 << 24));
        _postings = new Postings?[Groups << GroupBits];
    }

    /// <summary>How many groups there are: a power of 2.</summary>
    public int Groups { get; }

    /// <summary>The postings of each hash, group by group.</summary>
    public IEnumerable<Postings> All => _postings.Select(postings => postings ?? None);

    /// <summary>Begins a text.</summary>
    public void Begin() => _isFirst = true;

    /// <summary>Adds a word, or a character of a script without blanks, with the one before it in its text.</summary>
    public void Add(ReadOnlySpan<char> atom, int document)
    {
        var isUnspaced = SearchWords.IsUnspaced(atom);
        var whole = Hash(atom);
        if (!_isFirst && !(isUnspaced && _isAfterUnspaced))
        {
            var group = Folded(Next(_before, atom[0])) & (uint)(Groups - 1);
            var letters = (Bits(atom, 1, SecondBits) << ThirdBits) + Bits(atom, 2, ThirdBits);
            ref var postings = ref _postings[(group << GroupBits) + (letters << WholeBits) + (Folded(whole) & ((1 << WholeBits) - 1))];
            postings ??= new();
            if (postings.Count == 0 || postings.DocumentAt(postings.Count - 1) != document) postings.Add(document, 0);
        }

        (_isFirst, _isAfterUnspaced, _before) = (false, isUnspaced, Next(whole, ' '));
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
