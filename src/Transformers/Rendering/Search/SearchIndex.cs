using System.Runtime.InteropServices;

namespace Transformers.Rendering.Search;

/// <summary>Which terms are in which documents.</summary>
/// <remarks>A posting takes four bytes, and eight while they are put in order, so that the index of a vault takes about as much memory as its text.</remarks>
/// <param name="pairGroups">How many groups of pairs there are.</param>
internal sealed class SearchIndex(int pairGroups)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<PartPostings> _parts = [];

    /// <summary>How many documents there are.</summary>
    public int Documents { get; private set; }

    /// <summary>One more than the greatest number of a document: some numbers have none.</summary>
    public int Numbers { get; private set; }

    /// <summary>Which words stand side by side in which documents.</summary>
    public PairTerms Pairs { get; } = new(pairGroups);

    /// <summary>Adds the documents of a part after all others.</summary>
    public void Add(SearchPart part)
    {
        var places = new int[part.Terms.Length];
        for (var term = 0; term < places.Length; term++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, part.Terms[term], out var exists);
            if (!exists) place = _places.Count - 1;
            places[term] = place;
        }

        _parts.Add(new(places, part.Ends, part.Postings, Numbers));
        Pairs.Add(part.Pairs, Numbers);
        Documents += part.Documents;
        Numbers += part.Numbers;
    }

    /// <summary>Hands out the terms in ordinal order, with their postings; there are none left.</summary>
    public (string[] Terms, Postings[] Postings) TakeTerms()
    {
        var terms = new string[_places.Count];
        var places = new int[terms.Length];
        foreach (var (term, place) in _places) (terms[place], places[place]) = (term, place);
        _places.Clear();
        Array.Sort(terms, places, StringComparer.Ordinal);
        var ranks = new int[places.Length];
        for (var rank = 0; rank < ranks.Length; rank++) ranks[places[rank]] = rank;
        return (terms, ByTerm(ranks));
    }

    /// <summary>Puts the postings in the order of their terms by counting (H. Seward, 1954); within each the parts come in order.</summary>
    /// <param name="ranks">For each place of a term, where it stands among all.</param>
    private Postings[] ByTerm(int[] ranks)
    {
        var ends = new int[ranks.Length + 1];
        foreach (var part in _parts)
        {
            for (var term = 0; term < part.Places.Length; term++) ends[ranks[part.Places[term]] + 1] += part.Of(term).Length;
        }

        for (var rank = 1; rank < ends.Length; rank++) ends[rank] += ends[rank - 1];
        var all = new uint[ends[^1]];
        foreach (var part in _parts)
        {
            for (var term = 0; term < part.Places.Length; term++)
            {
                ref var end = ref ends[ranks[part.Places[term]]];
                foreach (var posting in part.Of(term)) all[end++] = Posting.From(posting, part.First);
            }
        }

        _parts.Clear();
        var postings = new Postings[ranks.Length];
        for (var (rank, start) = (0, 0); rank < postings.Length; start = ends[rank++]) postings[rank] = new(all.AsMemory(start..ends[rank]));
        return postings;
    }

    /// <param name="Places">For each term its place among all terms.</param>
    /// <param name="Ends">For each term where its postings end.</param>
    /// <param name="Postings">The postings.</param>
    /// <param name="First">The number that their documents count from.</param>
    private sealed record PartPostings(int[] Places, int[] Ends, uint[] Postings, int First)
    {
        public ReadOnlySpan<uint> Of(int term) => Postings.AsSpan((term == 0 ? 0 : Ends[term - 1])..Ends[term]);
    }
}
