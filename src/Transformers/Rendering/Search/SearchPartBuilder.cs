using System.Runtime.InteropServices;
using System.Text.Json;
using Transformers.Model;

namespace Transformers.Rendering.Search;

/// <summary>Makes parts of the index, one after the other, in tables that are kept from one to the next.</summary>
internal sealed class SearchPartBuilder
{
    /// <summary>How many bytes a chunk has, its last document apart.</summary>
    private const int ChunkBytes = 12_000;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<double> _worths = [];
    private readonly List<int> _counts = [];
    private readonly List<(int Place, uint Posting)> _postings = [];
    private readonly List<int> _found = [];
    private readonly List<int> _field = [];
    private readonly List<ulong> _pairs = [];
    private readonly SearchShards _chunks = new();
    private readonly SearchWords.Taker _take;
    private readonly PairHash _hash;

    private int _number;
    private int _documents;

    /// <summary>Has made no part yet.</summary>
    /// <param name="pairGroups">How many groups of pairs there are.</param>
    public SearchPartBuilder(int pairGroups) => (_lookup, _take, _hash) = (_places.GetAlternateLookup<ReadOnlySpan<char>>(), Take, new(pairGroups));

    /// <summary>The index of a run of notes.</summary>
    public SearchPart Build(IEnumerable<Note> run, Site site)
    {
        foreach (var note in run)
        {
            var isFirst = true;
            foreach (var document in SearchDocuments.Of(note, site))
            {
                Add(document, isFirst);
                isFirst = false;
            }
        }

        var pairs = CollectionsMarshal.AsSpan(_pairs);
        var terms = new string[_places.Count];
        foreach (var (term, place) in _places) terms[place] = term;
        var (ends, postings) = ByTerm();
        var part = new SearchPart(_documents, _chunks.Take(), terms, ends, postings, [.. pairs[..Pair.Sort(pairs)]]);
        _places.Clear();
        _worths.Clear();
        _counts.Clear();
        _postings.Clear();
        _pairs.Clear();
        _documents = 0;
        return part;
    }

    /// <summary>Puts the postings in the order of their terms by counting; those of each come in order.</summary>
    private (int[] Ends, uint[] Postings) ByTerm()
    {
        var ends = new int[_counts.Count];
        for (var (place, end) = (0, 0); place < ends.Length; end += _counts[place++]) ends[place] = end;
        var postings = new uint[_postings.Count];
        foreach (var (place, posting) in _postings) postings[ends[place]++] = posting;
        return (ends, postings);
    }

    private void Add(SearchDocument document, bool isFirstOfNote)
    {
        if (_chunks.Count == SearchPart.InChunk || _chunks.Length > ChunkBytes) _chunks.Close();
        if (isFirstOfNote || _chunks.IsEmpty) WritePage(document, _chunks.Json);
        Write(document, _chunks.Json);
        _number = _chunks.Number * SearchPart.InChunk + _chunks.Count++;
        _documents++;
        foreach (var (text, weight) in SearchTerms.FieldsOf(document))
        {
            _field.Clear();
            _hash.Begin();
            var worth = weight.Worth(SearchWords.Read(text, _take));
            foreach (var place in _field) Count(place, worth);
        }

        foreach (var place in _found)
        {
            AddPosting(place, SearchTerms.Impact(_worths[place]));
            _worths[place] = 0;
        }

        _found.Clear();
        foreach (var filter in SearchTerms.FiltersOf(document)) AddPosting(PlaceOf(filter), 0);
    }

    private void Take(ReadOnlySpan<char> term, bool isAtom)
    {
        _field.Add(PlaceOf(term));
        if (isAtom && _hash.Next(term, _number, out var pair)) _pairs.Add(pair);
    }

    private void Count(int place, double worth)
    {
        if (_worths[place] == 0) _found.Add(place);
        _worths[place] += worth;
    }

    private void AddPosting(int place, int impact)
    {
        _postings.Add((place, Posting.Of(_number, impact)));
        _counts[place]++;
    }

    private int PlaceOf(ReadOnlySpan<char> term)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, term, out var exists);
        if (exists) return place;
        place = _counts.Count;
        _counts.Add(0);
        _worths.Add(0);
        return place;
    }

    private static void WritePage(SearchDocument document, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        json.WriteStringValue(document.Page.Value);
        json.WriteStringValue(document.Note);
        json.WriteEndArray();
    }

    private static void Write(SearchDocument document, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        json.WriteStringValue(document.Anchor);
        json.WriteStringValue(document.Kind);
        json.WriteStringValue(document.Title);
        json.WriteStringValue(document.Authors);
        json.WriteNumberValue(document.Year ?? 0);
        json.WriteStringValue(document.Section);
        json.WriteStringValue(document.Text);
        json.WriteNumberValue(document.Lead);
        json.WriteNumberValue((document.HasCode ? 1 : 0) | (document.HasTalk ? 2 : 0));
        json.WriteEndArray();
    }
}
