using System.Buffers;

namespace Transformers.Rendering.Search;

/// <summary>The documents that a term is found in, with the impact that it has there.</summary>
/// <param name="items">The postings (<see cref="Posting"/>) in ascending order, each document once.</param>
internal readonly struct Postings(ReadOnlyMemory<uint> items)
{
    /// <summary>How many digits a posting takes at most: its document, its impact, and how many have that.</summary>
    private const int MostDigits = Digits.InNumber + 1 + Digits.InNumber;

    /// <summary>How many documents.</summary>
    public int Count => items.Length;

    /// <summary>The postings.</summary>
    public ReadOnlySpan<uint> Items => items.Span;

    /// <summary>The document at a place.</summary>
    public int DocumentAt(int place) => Posting.DocumentOf(Items[place]);

    /// <summary>Writes a range, impact by impact, the greatest first.</summary>
    /// <remarks>
    /// A group for each impact: the impact, how many documents, then the documents, each as the distance from the one before, the first from 0.
    /// Numbers are written as <see cref="Digits"/> does.
    /// </remarks>
    public Digits Encode(int start, int count) => Encode(Items.Slice(start, count), count);

    /// <summary>Writes those with the greatest impacts, as <see cref="Encode(int, int)"/> does.</summary>
    public Digits EncodeBest(int count) => Encode(Items, Math.Min(count, Count));

    private static Digits Encode(ReadOnlySpan<uint> all, int count)
    {
        var rented = ArrayPool<uint>.Shared.Rent(all.Length);
        SortByImpact(all, rented);
        var items = rented.AsSpan(0, count);
        var text = new Digits(count * MostDigits);
        for (var start = 0; start < items.Length;)
        {
            var impact = Posting.ImpactOf(items[start]);
            var end = start;
            while (end < items.Length && Posting.ImpactOf(items[end]) == impact) end++;
            text.Add((uint)impact);
            text.AddNumber((uint)(end - start));
            for (var (last, i) = (0, start); i < end; last = Posting.DocumentOf(items[i++])) text.AddNumber((uint)(Posting.DocumentOf(items[i]) - last));
            start = end;
        }

        ArrayPool<uint>.Shared.Return(rented);
        return text;
    }

    /// <summary>The greatest impact first; with one impact in the order of the documents, which is that of the items.</summary>
    private static void SortByImpact(ReadOnlySpan<uint> items, Span<uint> sorted)
    {
        Span<int> places = stackalloc int[SearchTerms.MostImpact + 2];
        foreach (var item in items) places[PlaceOf(item) + 1]++;
        for (var i = 1; i < places.Length; i++) places[i] += places[i - 1];
        foreach (var item in items) sorted[places[PlaceOf(item)]++] = item;
    }

    private static int PlaceOf(uint item) => SearchTerms.MostImpact - Posting.ImpactOf(item);
}
