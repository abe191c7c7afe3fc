using System.Text;

namespace Transformers.Rendering.Search;

/// <summary>The documents that a term is found in, each once in ascending order, with the impact that it has there.</summary>
internal sealed class Postings
{
    private const int ImpactBits = 6;

    /// <summary>ASCII that JSON writes as it is: all that prints, without the quotation mark and the backslash.</summary>
    private static readonly string Alphabet = string.Concat(Enumerable.Range(' ', 95).Select(code => (char)code).Where(c => c is not ('"' or '\\')));

    private const uint Half = 46;

    private uint[] _items = new uint[2];

    /// <summary>How many documents.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a document after all others.</summary>
    public void Add(int document, int impact)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        _items[Count++] = (uint)document << ImpactBits | (uint)impact;
    }

    /// <summary>The document at a place.</summary>
    public int DocumentAt(int place) => (int)(_items[place] >> ImpactBits);

    /// <summary>The impact at a place.</summary>
    public int ImpactAt(int place) => (int)(_items[place] & SearchTerms.MostImpact);

    /// <summary>Writes a range, impact by impact, the greatest first.</summary>
    /// <remarks>
    /// A group for each impact: the impact, how many documents, then the documents, each as the distance from the one before, the first from 0.
    /// Numbers have 46 to the digit, the least digit first, and digits but the last are 46 greater; a digit is a character of printing ASCII
    /// without <c>"</c> and <c>\</c>.
    /// </remarks>
    public string Encode(int start, int count) => Encode(_items.AsSpan(start, count));

    /// <summary>Writes those with the greatest impacts, as <see cref="Encode(int, int)"/> does.</summary>
    public string EncodeBest(int count)
    {
        var items = _items.AsSpan(0, Count).ToArray();
        Array.Sort(items, ByImpact);
        return Encode(items.AsSpan(0, Math.Min(count, items.Length)));
    }

    /// <summary>The digit that a number below 93 is written with.</summary>
    public static char Digit(int number) => Alphabet[number];

    private static string Encode(ReadOnlySpan<uint> range)
    {
        var items = range.ToArray();
        Array.Sort(items, ByImpact);
        var text = new StringBuilder(items.Length * 2);
        for (var start = 0; start < items.Length;)
        {
            var impact = items[start] & SearchTerms.MostImpact;
            var end = start;
            while (end < items.Length && (items[end] & SearchTerms.MostImpact) == impact) end++;
            text.Append(Alphabet[(int)impact]);
            Number(text, (uint)(end - start));
            for (var (last, i) = (0u, start); i < end; last = items[i++] >> ImpactBits) Number(text, (items[i] >> ImpactBits) - last);
            start = end;
        }

        return text.ToString();
    }

    private static int ByImpact(uint a, uint b)
    {
        var impact = (b & SearchTerms.MostImpact).CompareTo(a & SearchTerms.MostImpact);
        return impact != 0 ? impact : a.CompareTo(b);
    }

    private static void Number(StringBuilder text, uint number)
    {
        for (; number >= Half; number /= Half) text.Append(Alphabet[(int)(Half + number % Half)]);
        text.Append(Alphabet[(int)number]);
    }
}
