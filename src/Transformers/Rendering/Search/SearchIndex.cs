using System.Runtime.InteropServices;

namespace Transformers.Rendering.Search;

/// <summary>Which terms are in which documents.</summary>
/// <remarks>One pass; a posting takes four bytes, so that the index of a vault takes less memory than its text.</remarks>
internal sealed class SearchIndex
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<Postings> _postings = [];
    private readonly List<double> _worths = [];
    private readonly List<int> _found = [];
    private readonly List<int> _field = [];

    /// <param name="bytes">How long all texts will be, about.</param>
    public SearchIndex(long bytes) => (_lookup, Pairs) = (_places.GetAlternateLookup<ReadOnlySpan<char>>(), new(bytes));

    /// <summary>How many documents there are.</summary>
    public int Documents { get; private set; }

    /// <summary>The terms in ordinal order, with their postings.</summary>
    public (string Term, Postings Postings)[] Terms
    {
        get
        {
            var (terms, places) = (_places.Keys.ToArray(), _places.Values.ToArray());
            Array.Sort(terms, places, StringComparer.Ordinal);
            return [.. terms.Zip(places, (term, place) => (term, _postings[place]))];
        }
    }

    /// <summary>Which words stand side by side in which documents.</summary>
    public PairTerms Pairs { get; }

    /// <summary>Adds a document; the first is number 0.</summary>
    public void Add(SearchDocument document)
    {
        foreach (var (text, weight) in SearchTerms.FieldsOf(document))
        {
            _field.Clear();
            Pairs.Begin();
            var length = SearchWords.Read(text, (term, isAtom) =>
            {
                _field.Add(PlaceOf(term));
                if (isAtom) Pairs.Add(term, Documents);
            });
            var worth = weight.Worth(length);
            foreach (var place in _field) Count(place, worth);
        }

        foreach (var place in _found)
        {
            _postings[place].Add(Documents, SearchTerms.Impact(_worths[place]));
            _worths[place] = 0;
        }

        _found.Clear();
        foreach (var filter in SearchTerms.FiltersOf(document)) _postings[PlaceOf(filter)].Add(Documents, 0);
        Documents++;
    }

    private void Count(int place, double worth)
    {
        if (_worths[place] == 0) _found.Add(place);
        _worths[place] += worth;
    }

    private int PlaceOf(ReadOnlySpan<char> term)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, term, out var exists);
        if (exists) return place;
        place = _postings.Count;
        _postings.Add(new Postings());
        _worths.Add(0);
        return place;
    }
}
