using System.Runtime.InteropServices;

namespace Transformers.Rendering.Search;

/// <summary>Which terms are in which documents.</summary>
/// <remarks>One pass; a posting takes four bytes, so that the index of a vault takes less memory than its text.</remarks>
/// <param name="pairGroups">How many groups of pairs there are.</param>
internal sealed class SearchIndex(int pairGroups)
{
    private readonly Dictionary<string, Postings> _terms = new(StringComparer.Ordinal);

    /// <summary>How many documents there are.</summary>
    public int Documents { get; private set; }

    /// <summary>One more than the greatest number of a document: some numbers have none.</summary>
    public int Numbers { get; private set; }

    /// <summary>The terms in ordinal order, with their postings.</summary>
    public (string Term, Postings Postings)[] Terms
    {
        get
        {
            var (terms, postings) = (_terms.Keys.ToArray(), _terms.Values.ToArray());
            Array.Sort(terms, postings, StringComparer.Ordinal);
            return [.. terms.Zip(postings)];
        }
    }

    /// <summary>Which words stand side by side in which documents.</summary>
    public PairTerms Pairs { get; } = new(pairGroups);

    /// <summary>Adds the documents of a part after all others.</summary>
    public void Add(SearchPart part)
    {
        foreach (var (term, postings) in part.Terms)
        {
            ref var all = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, term, out _);
            (all ??= new()).AddAll(postings, Numbers);
        }

        Pairs.Add(part.Pairs, Numbers);
        Documents += part.Documents;
        Numbers += part.Chunks.Count * SearchPart.InChunk;
    }
}
