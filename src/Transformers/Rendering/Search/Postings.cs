namespace Transformers.Rendering.Search;

/// <summary>The documents that a term is found in, each once in ascending order, with the impact that it has there.</summary>
internal sealed class Postings
{
    private const int ImpactBits = 6;

    /// <summary>How many digits a posting takes at most: its document, its impact, and how many have that.</summary>
    private const int MostDigits = Digits.InNumber + 1 + Digits.InNumber;

    private uint[] _items = new uint[2];

    /// <summary>How many documents.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a document after all others.</summary>
    public void Add(int document, int impact)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        _items[Count++] = (uint)document << ImpactBits | (uint)impact;
    }

    /// <summary>Adds documents after all others.</summary>
    /// <param name="others">The documents.</param>
    /// <param name="first">The number that theirs count from.</param>
    public void AddAll(Postings others, int first)
    {
        if (Count + others.Count > _items.Length) Array.Resize(ref _items, Math.Max(Count + others.Count, Count * 3 / 2));
        foreach (var item in others._items.AsSpan(0, others.Count)) _items[Count++] = item + ((uint)first << ImpactBits);
    }

    /// <summary>The document at a place.</summary>
    public int DocumentAt(int place) => (int)(_items[place] >> ImpactBits);

    /// <summary>The impact at a place.</summary>
    public int ImpactAt(int place) => (int)(_items[place] & SearchTerms.MostImpact);

    /// <summary>Writes a range, impact by impact, the greatest first.</summary>
    /// <remarks>
    /// A group for each impact: the impact, how many documents, then the documents, each as the distance from the one before, the first from 0.
    /// Numbers are written as <see cref="Digits"/> does.
    /// </remarks>
    public string Encode(int start, int count) => Encode(ByImpact(_items.AsSpan(start, count)));

    /// <summary>Writes those with the greatest impacts, as <see cref="Encode(int, int)"/> does.</summary>
    public string EncodeBest(int count) => Encode(ByImpact(_items.AsSpan(0, Count)).AsSpan(0, Math.Min(count, Count)));

    private static string Encode(ReadOnlySpan<uint> items)
    {
        var text = new Digits(items.Length * MostDigits);
        for (var start = 0; start < items.Length;)
        {
            var impact = items[start] & SearchTerms.MostImpact;
            var end = start;
            while (end < items.Length && (items[end] & SearchTerms.MostImpact) == impact) end++;
            text.Add(impact);
            text.AddNumber((uint)(end - start));
            for (var (last, i) = (0u, start); i < end; last = items[i++] >> ImpactBits) text.AddNumber((items[i] >> ImpactBits) - last);
            start = end;
        }

        return text.Take();
    }

    /// <summary>The greatest impact first; with one impact in the order of the documents, which is that of the items.</summary>
    private static uint[] ByImpact(ReadOnlySpan<uint> items)
    {
        Span<int> places = stackalloc int[SearchTerms.MostImpact + 2];
        foreach (var item in items) places[PlaceOf(item) + 1]++;
        for (var i = 1; i < places.Length; i++) places[i] += places[i - 1];
        var sorted = new uint[items.Length];
        foreach (var item in items) sorted[places[PlaceOf(item)]++] = item;
        return sorted;
    }

    private static int PlaceOf(uint item) => SearchTerms.MostImpact - (int)(item & SearchTerms.MostImpact);
}
