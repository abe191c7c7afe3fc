namespace Transformers.Rendering.Search;

/// <summary>Which documents have which two words side by side, so that a phrase is found without reading all documents that have its words.</summary>
/// <param name="groups">How many groups of places there are (<see cref="PairHash"/>).</param>
internal sealed class PairTerms(int groups)
{
    /// <summary>How many groups are in one file.</summary>
    public const int GroupsInFile = 2;

    /// <summary>A phrase whose last word is a letter or two is about all places that go on so: where these have more postings together than that, they stand together, too.</summary>
    private const int MostApart = 2_048;

    private static readonly Postings None = new();

    private readonly Postings?[] _postings = new Postings?[groups * PairHash.InGroup];

    /// <summary>Adds pairs whose documents come after all others.</summary>
    /// <param name="pairs">In the order of their documents.</param>
    /// <param name="first">The number that they count from.</param>
    public void Add(IEnumerable<SearchPart.Pair> pairs, int first)
    {
        foreach (var (place, number) in pairs)
        {
            var postings = _postings[place] ??= new();
            if (postings.Count == 0 || postings.DocumentAt(postings.Count - 1) != first + number) postings.Add(first + number, 0);
        }
    }

    /// <summary>Each group: its places, all of them together, and those with each second letter together; nothing where these are few.</summary>
    /// <param name="numbers">One more than the greatest number of a document.</param>
    public IEnumerable<IEnumerable<Postings>> InGroups(int numbers)
    {
        var union = new PostingsUnion(numbers);
        return _postings.Chunk(PairHash.InGroup).Select(group => group.Select(postings => postings ?? None)
            .Append(Together(group))
            .Concat(group.Chunk(PairHash.WithSecondLetter).Select(Together)));

        Postings Together(Postings?[] places)
        {
            if (places.Sum(postings => postings?.Count ?? 0) <= MostApart) return None;
            foreach (var postings in places.OfType<Postings>()) union.Add(postings);
            return union.Take();
        }
    }
}
