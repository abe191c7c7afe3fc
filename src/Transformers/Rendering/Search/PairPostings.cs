using System.Buffers;

namespace Transformers.Rendering.Search;

/// <summary>The documents that have two words side by side, in ascending order, each with the marks of the places where they do.</summary>
/// <param name="pairs">The pairs (<see cref="Pair"/>) in ascending order, each once.</param>
internal readonly struct PairPostings(ReadOnlyMemory<ulong> pairs)
{
    /// <summary>Two digits of this base hold a mark.</summary>
    private const uint MarkBase = 91;

    /// <summary>How many documents and marks.</summary>
    public int Count => pairs.Length;

    /// <summary>All in one, each once, without what tells their letters apart.</summary>
    /// <param name="all">What stands together.</param>
    /// <param name="isAnySecond">True where the second letter of the second word does not matter, either.</param>
    /// <param name="output">What they are written to, and stay in.</param>
    public static PairPostings Union(IReadOnlyCollection<PairPostings> all, bool isAnySecond, ArrayBufferWriter<ulong> output)
    {
        output.ResetWrittenCount();
        var together = output.GetSpan(all.Sum(postings => postings.Count));
        var count = 0;
        foreach (var postings in all)
        {
            foreach (var pair in postings.Pairs) together[count++] = Pair.WithoutLetters(pair, isAnySecond);
        }

        output.Advance(Pair.Sort(together[..count]));
        return new(output.WrittenMemory);
    }

    /// <summary>The document at a place.</summary>
    public int DocumentAt(int place) => Pair.DocumentOf(Pairs[place]);

    /// <summary>Where a block ends that begins at a place and has a length at least: never within a document.</summary>
    public int EndOfBlock(int start, int length)
    {
        var end = Math.Min(start + length, Count);
        while (end < Count && DocumentAt(end) == DocumentAt(end - 1)) end++;
        return end;
    }

    /// <summary>Writes a range: the distance of each document from the one before, the first from 0, and its mark in two digits, as <see cref="Digits"/> does.</summary>
    public Digits Encode(int start, int end)
    {
        var text = new Digits((end - start) * (Digits.InNumber + 2));
        var last = 0;
        foreach (var pair in Pairs[start..end])
        {
            var (document, mark) = (Pair.DocumentOf(pair), Pair.MarkOf(pair));
            text.AddNumber((uint)(document - last));
            text.Add(mark / MarkBase);
            text.Add(mark % MarkBase);
            last = document;
        }

        return text;
    }

    private ReadOnlySpan<ulong> Pairs => pairs.Span;
}
