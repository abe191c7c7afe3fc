using System.Numerics;

namespace Transformers.Rendering.Search;

/// <summary>Which documents have which two words side by side, so that a phrase is found without reading all documents that have its words.</summary>
/// <remarks>
/// A pair is known by a hash alone: many share one, and so the script still looks into the documents that it finds, but hardly ever in vain.
/// The number of hashes grows with the vault, so that each has a few hundred documents, whatever its size. Two neighbouring characters of
/// a script without blanks are terms (<see cref="SearchWords"/>), and no pair.
/// </remarks>
internal sealed class PairTerms
{
    /// <summary>How many hashes are in one file.</summary>
    public const int InFile = 32;

    private const int Fewest = 1024;
    private const int ForNote = 4;
    private const uint Start = 0x811C9DC5;

    private static readonly Postings None = new();

    private readonly Postings?[] _postings;
    private uint _before;
    private bool _isFirst = true;
    private bool _isAfterUnspaced;

    /// <param name="notes">How many notes there will be, about.</param>
    public PairTerms(int notes) => _postings = new Postings?[BitOperations.RoundUpToPowerOf2((uint)Math.Max(Fewest, Math.Min(notes, int.MaxValue / 2 / ForNote) * ForNote))];

    /// <summary>How many hashes there are: a power of 2.</summary>
    public int Count => _postings.Length;

    /// <summary>The postings of each hash.</summary>
    public IEnumerable<Postings> All => _postings.Select(postings => postings ?? None);

    /// <summary>Begins a text.</summary>
    public void Begin() => _isFirst = true;

    /// <summary>Adds a word, or a character of a script without blanks, with the one before it in its text.</summary>
    public void Add(ReadOnlySpan<char> atom, int document)
    {
        var isUnspaced = SearchWords.IsUnspaced(atom);
        var (alone, pair) = Hash(atom, Start, _before);
        if (!_isFirst && !(isUnspaced && _isAfterUnspaced))
        {
            ref var postings = ref _postings[Folded(pair) & (uint)(Count - 1)];
            postings ??= new();
            if (postings.Count == 0 || postings.DocumentAt(postings.Count - 1) != document) postings.Add(document, 0);
        }

        (_isFirst, _isAfterUnspaced, _before) = (false, isUnspaced, Next(alone, ' '));
    }

    /// <summary>FNV-1a (Fowler, Noll, Vo), over UTF-16 code units in place of bytes.</summary>
    /// <returns>The hash of a text from two beginnings, which takes no longer than from one.</returns>
    private static (uint, uint) Hash(ReadOnlySpan<char> text, uint a, uint b)
    {
        foreach (var unit in text) (a, b) = (Next(a, unit), Next(b, unit));
        return (a, b);
    }

    private static uint Next(uint hash, char unit) => unchecked((hash ^ unit) * 0x01000193);

    private static uint Folded(uint hash) => hash ^ (hash >> 15);
}
