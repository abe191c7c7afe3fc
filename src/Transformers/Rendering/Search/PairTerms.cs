using System.Buffers;

namespace Transformers.Rendering.Search;

/// <summary>Which documents have which two words side by side, so that a phrase is found without reading all documents that have its words.</summary>
/// <param name="groups">How many groups of places there are (<see cref="PairHash"/>).</param>
internal sealed class PairTerms(int groups)
{
    /// <summary>A phrase whose last word is a letter or two is about all places that go on so: where these have more postings together than that, they stand together, too.</summary>
    private const int MostApart = 6_000;

    private readonly List<PartPairs> _parts = [];
    private readonly ArrayBufferWriter<ulong> _group = new();
    private readonly ArrayBufferWriter<ulong> _together = new();

    /// <summary>Adds pairs whose documents come after all others.</summary>
    /// <param name="pairs">The pairs in ascending order, each once.</param>
    /// <param name="first">The number that their documents count from.</param>
    public void Add(ulong[] pairs, int first) => _parts.Add(new(pairs, first));

    /// <summary>Each group: its places, all of them together, and those with each second letter together; nothing where these are few. Each is good until the next is asked for.</summary>
    public IEnumerable<IEnumerable<PairPostings>> InGroups()
    {
        for (var group = 0; group < groups; group++)
        {
            var places = PlacesOf(group);
            yield return places
                .Append(Together(places, isAnySecond: true))
                .Concat(places.Chunk(PairHash.WithSecondLetter).Select(some => Together(some, isAnySecond: false)));
        }
    }

    /// <summary>Sorts a group by counting (H. Seward, 1954): places are dense, and within each the parts come in order.</summary>
    private PairPostings[] PlacesOf(int group)
    {
        var first = group * PairHash.InGroup;
        var ends = new int[PairHash.InGroup + 1];
        foreach (var part in _parts)
        {
            foreach (var pair in part.Before(first + PairHash.InGroup)) ends[Pair.PlaceOf(pair) - first + 1]++;
        }

        for (var place = 1; place < ends.Length; place++) ends[place] += ends[place - 1];
        _group.ResetWrittenCount();
        var all = _group.GetSpan(ends[^1]);
        foreach (var part in _parts)
        {
            foreach (var pair in part.Take(first + PairHash.InGroup)) all[ends[Pair.PlaceOf(pair) - first]++] = Pair.From(pair, part.First);
        }

        _group.Advance(ends[^1]);
        var postings = new PairPostings[PairHash.InGroup];
        for (var (place, start) = (0, 0); place < postings.Length; start = ends[place++]) postings[place] = new(_group.WrittenMemory[start..ends[place]]);
        return postings;
    }

    private PairPostings Together(PairPostings[] places, bool isAnySecond) =>
        places.Sum(postings => postings.Count) <= MostApart ? default : PairPostings.Union(places, isAnySecond, _together);

    /// <summary>The pairs of a part, of which those at the lowest places are taken first.</summary>
    private sealed class PartPairs(ulong[] pairs, int first)
    {
        private int _taken;

        /// <summary>The number that the documents count from.</summary>
        public int First => first;

        /// <summary>The pairs that were not taken and stand before a place.</summary>
        public ReadOnlySpan<ulong> Before(int place)
        {
            var end = _taken;
            while (end < pairs.Length && Pair.PlaceOf(pairs[end]) < place) end++;
            return pairs.AsSpan(_taken..end);
        }

        /// <summary>Takes the same.</summary>
        public ReadOnlySpan<ulong> Take(int place)
        {
            var taken = Before(place);
            _taken += taken.Length;
            return taken;
        }
    }
}
