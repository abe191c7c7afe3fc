namespace Transformers.Rendering.Search;

/// <summary>Two words that stand side by side in a document, in one number: in ascending order they are sorted by place, then by document.</summary>
/// <remarks>From the upper bits to the lower: the place (<see cref="PairHash"/>), 26 bits; the document, 25 bits; the mark, 13 bits.</remarks>
internal static class Pair
{
    /// <summary>How many bits a place has.</summary>
    public const int PlaceBits = 26;

    private const int DocumentBits = 25;
    private const int MarkBits = 13;

    /// <summary>A pair.</summary>
    /// <param name="place">Where among all pairs it belongs.</param>
    /// <param name="document">The document.</param>
    /// <param name="mark">What tells it from others there.</param>
    public static ulong Of(uint place, int document, uint mark) => (ulong)place << (DocumentBits + MarkBits) | (ulong)document << MarkBits | mark;

    /// <summary>A mark.</summary>
    /// <param name="first">Three bits of the first word.</param>
    /// <param name="words">How many words stand before it in the text, modulo 16.</param>
    /// <param name="second">Two bits of the second letter of the second word.</param>
    /// <param name="third">A bit of its third letter.</param>
    /// <param name="whole">Three bits of all of it.</param>
    public static uint Mark(uint first, uint words, uint second, uint third, uint whole) => first << 10 | words << 6 | second << 4 | third << 3 | whole;

    /// <summary>The place of a pair.</summary>
    public static int PlaceOf(ulong pair) => (int)(pair >> (DocumentBits + MarkBits));

    /// <summary>The document of a pair.</summary>
    public static int DocumentOf(ulong pair) => (int)(pair >> MarkBits) & ((1 << DocumentBits) - 1);

    /// <summary>The mark of a pair.</summary>
    public static uint MarkOf(ulong pair) => (uint)pair & ((1 << MarkBits) - 1);

    /// <summary>The same pair, its documents counted from another number.</summary>
    public static ulong From(ulong pair, int first) => pair + ((ulong)first << MarkBits);

    /// <summary>The pair as one of all whose second words have the same second letter, or the same first one.</summary>
    public static ulong WithoutLetters(ulong pair, bool isAnySecond) => Of(0, DocumentOf(pair), MarkOf(pair) & (isAnySecond ? ~Mark(0, 0, 3, 1, 7) : ~Mark(0, 0, 0, 1, 7)));

    /// <summary>Puts pairs in order, each once.</summary>
    /// <returns>How many there are.</returns>
    public static int Sort(Span<ulong> pairs)
    {
        pairs.Sort();
        var count = 0;
        foreach (var pair in pairs)
        {
            if (count == 0 || pairs[count - 1] != pair) pairs[count++] = pair;
        }

        return count;
    }
}
