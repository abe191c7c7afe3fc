using System.Runtime.InteropServices;
using System.Text.Json;
using Transformers.Model;

namespace Transformers.Rendering.Search;

/// <summary>The index of a run of notes, made on any thread: their documents in chunks, and the terms that are in them.</summary>
/// <remarks>
/// Documents are numbered by their places in the chunks, so that a number says where the document is; a chunk that is closed early, or at the end of a run, leaves
/// numbers unused. What a run is depends on the notes alone, and so does the index, whoever makes the parts.
/// </remarks>
internal sealed class SearchPart
{
    /// <summary>How many numbers a chunk has, and documents at most.</summary>
    public const int InChunk = 16;

    /// <summary>How many bytes a chunk has, its last document apart.</summary>
    private const int ChunkBytes = 12_000;

    /// <summary>How much a run has of HTML, its last note apart: so little that its terms stay near the processor.</summary>
    private const int RunBytes = 500_000;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<Postings> _postings = [];
    private readonly List<double> _worths = [];
    private readonly List<int> _found = [];
    private readonly List<int> _field = [];
    private readonly List<ulong> _pairs = [];
    private readonly SearchShards _chunks = new();
    private readonly SearchWords.Taker _take;
    private readonly PairHash _hash;

    private int _number;

    private SearchPart(int pairGroups) => (_lookup, _take, _hash) = (_places.GetAlternateLookup<ReadOnlySpan<char>>(), Take, new(pairGroups));

    /// <summary>How many documents there are.</summary>
    public int Documents { get; private set; }

    /// <summary>The documents.</summary>
    public IReadOnlyList<byte[]> Chunks => _chunks.Files;

    /// <summary>The terms, in no order, with their postings; numbers begin with 0.</summary>
    public IEnumerable<(string Term, Postings Postings)> Terms => _places.Select(term => (term.Key, _postings[term.Value]));

    /// <summary>The pairs (<see cref="Pair"/>) in ascending order, each once.</summary>
    public ulong[] Pairs { get; private set; } = [];

    /// <summary>The parts of a site's index in order, made by all processors.</summary>
    /// <param name="site">The site.</param>
    /// <param name="pairGroups">How many groups of pairs there are.</param>
    public static IEnumerable<SearchPart> Of(Site site, int pairGroups) =>
        RunsOf(site.Notes).AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(run => Of(run, site, pairGroups));

    private static SearchPart Of(List<Note> run, Site site, int pairGroups)
    {
        var part = new SearchPart(pairGroups);
        foreach (var note in run)
        {
            var isFirst = true;
            foreach (var document in SearchDocuments.Of(note, site))
            {
                part.Add(document, isFirst);
                isFirst = false;
            }
        }

        part._chunks.Close();
        part.Pairs = [.. CollectionsMarshal.AsSpan(part._pairs)[..Pair.Sort(CollectionsMarshal.AsSpan(part._pairs))]];
        return part;
    }

    private static IEnumerable<List<Note>> RunsOf(IEnumerable<Note> notes)
    {
        var (run, bytes) = (new List<Note>(), 0L);
        foreach (var note in notes)
        {
            run.Add(note);
            bytes += note.Body.Html.Length;
            if (bytes < RunBytes) continue;
            yield return run;
            (run, bytes) = ([], 0);
        }

        if (run.Count > 0) yield return run;
    }

    private void Add(SearchDocument document, bool isFirstOfNote)
    {
        if (_chunks.Count == InChunk || _chunks.Length > ChunkBytes) _chunks.Close();
        if (isFirstOfNote || _chunks.IsEmpty) WritePage(document, _chunks.Json);
        Write(document, _chunks.Json);
        _number = _chunks.Number * InChunk + _chunks.Count++;
        Documents++;
        foreach (var (text, weight) in SearchTerms.FieldsOf(document))
        {
            _field.Clear();
            _hash.Begin();
            var worth = weight.Worth(SearchWords.Read(text, _take));
            foreach (var place in _field) Count(place, worth);
        }

        foreach (var place in _found)
        {
            _postings[place].Add(_number, SearchTerms.Impact(_worths[place]));
            _worths[place] = 0;
        }

        _found.Clear();
        foreach (var filter in SearchTerms.FiltersOf(document)) _postings[PlaceOf(filter)].Add(_number, 0);
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

    private int PlaceOf(ReadOnlySpan<char> term)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, term, out var exists);
        if (exists) return place;
        place = _postings.Count;
        _postings.Add(new Postings());
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
