namespace Transformers.Rendering.Search;

/// <summary>Which documents have which two words side by side, so that a phrase is found without reading all documents that have its words.</summary>
/// <param name="groups">How many groups of places there are (<see cref="PairHash"/>).</param>
internal sealed class PairTerms(int groups)
{
    /// <summary>A phrase whose last word is a letter or two is about all places that go on so: where these have more postings together than that, they stand together, too.</summary>
    private const int MostApart = 6_000;

    private readonly List<(ulong[] Pairs, int First)> _parts = [];

    /// <summary>Adds pairs whose documents come after all others.</summary>
    /// <param name="pairs">The pairs in ascending order, each once.</param>
    /// <param name="first">The number that their documents count from.</param>
    public void Add(ulong[] pairs, int first) => _parts.Add((pairs, first));

    /// <summary>Each group: its places, all of them together, and those with each second letter together; nothing where these are few.</summary>
    public IEnumerable<IEnumerable<PairPostings>> InGroups() => ByPlace().Chunk(PairHash.InGroup).Select(group => group
        .Append(Together(group, isAnySecond: true))
        .Concat(group.Chunk(PairHash.WithSecondLetter).Select(some => Together(some, isAnySecond: false))));

    /// <summary>Sorts by counting (H. Seward, 1954): places are dense, and within each the parts come in order.</summary>
    private IEnumerable<PairPostings> ByPlace()
    {
        var ends = new int[groups * PairHash.InGroup + 1];
        foreach (var (pairs, _) in _parts)
        {
            foreach (var pair in pairs) ends[Pair.PlaceOf(pair) + 1]++;
        }

        for (var place = 1; place < ends.Length; place++) ends[place] += ends[place - 1];
        var all = new ulong[ends[^1]];
        foreach (var (pairs, first) in _parts)
        {
            foreach (var pair in pairs) all[ends[Pair.PlaceOf(pair)]++] = Pair.From(pair, first);
        }

        _parts.Clear();
        for (var (place, start) = (0, 0); place < ends.Length - 1; start = ends[place++])
        {
            yield return new(all.AsMemory(start, ends[place] - start));
        }
    }

    private static PairPostings Together(PairPostings[] places, bool isAnySecond) =>
        places.Sum(postings => postings.Count) <= MostApart ? default : PairPostings.Union(places, isAnySecond);
}
