namespace Transformers.Text;

/// <summary>Normalises a stretch of text that nothing outside it has a part in; one instance serves many stretches.</summary>
/// <param name="composes">True for NFC, false for NFD.</param>
internal sealed class CanonicalSegment(bool composes)
{
    // From here on a counting sort is cheaper than insertion, whose time is the square of the length.
    private const int LongRun = 24;

    private (int Point, byte Class)[] characters = new (int, byte)[16];
    private char[] text = new char[32];
    private int count;

    /// <summary>The normal form of <paramref name="segment"/>, valid until the next call.</summary>
    internal ReadOnlySpan<char> Normalize(ReadOnlySpan<char> segment)
    {
        count = 0;
        for (var i = 0; i < segment.Length;)
        {
            var point = CodePoints.At(segment, i, out var length);
            Decompose(point);
            i += length;
        }

        OrderMarks();
        if (composes) Compose();
        return Encode();
    }

    /// <summary>Adds the full canonical decomposition of a code point (Unicode, D68).</summary>
    private void Decompose(int point)
    {
        var traits = CanonicalData.Of(point);
        if ((traits.Bits & CanonicalTraits.Decomposes) == 0)
        {
            Add(point, traits.Class);
        }
        else if (Hangul.IsSyllable(point))
        {
            var (lead, vowel, tail) = Hangul.Decompose(point);
            Add(lead, 0);
            Add(vowel, 0);
            if (tail != 0) Add(tail, 0);
        }
        else
        {
            var (first, second) = CanonicalData.Decomposition(traits);
            Decompose(first);
            if (second != 0) Decompose(second);
        }
    }

    private void Add(int point, byte combiningClass)
    {
        if (count == characters.Length) Array.Resize(ref characters, count * 2);
        characters[count++] = (point, combiningClass);
    }

    /// <summary>The canonical ordering algorithm (Unicode, D109): a stable sort by class of each run of marks.</summary>
    private void OrderMarks()
    {
        var rest = characters.AsSpan(0, count);
        while (!rest.IsEmpty)
        {
            var length = 0;
            while (length < rest.Length && rest[length].Class != 0) length++;
            if (length < LongRun) Insert(rest[..length]);
            else Distribute(rest[..length]);
            rest = rest[Math.Min(length + 1, rest.Length)..];
        }
    }

    private static void Insert(Span<(int Point, byte Class)> marks)
    {
        for (var i = 1; i < marks.Length; i++)
        {
            var mark = marks[i];
            var to = i;
            for (; to > 0 && marks[to - 1].Class > mark.Class; to--) marks[to] = marks[to - 1];
            marks[to] = mark;
        }
    }

    private static void Distribute(Span<(int Point, byte Class)> marks)
    {
        Span<int> places = stackalloc int[257];
        places.Clear();
        foreach (var (_, combiningClass) in marks) places[combiningClass + 1]++;
        for (var i = 1; i < places.Length; i++) places[i] += places[i - 1];

        var unordered = marks.ToArray();
        foreach (var mark in unordered) marks[places[mark.Class]++] = mark;
    }

    /// <summary>The canonical composition algorithm (Unicode, D117).</summary>
    private void Compose()
    {
        var starter = -1;
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var current = characters[i];

            // A starter in between blocks, and so does a mark of the same class (D115).
            var isBlocked = starter < 0 || (kept > starter + 1 && characters[kept - 1].Class >= current.Class);
            var composite = isBlocked ? -1 : CanonicalData.Compose(characters[starter].Point, current.Point);
            if (composite >= 0)
            {
                characters[starter].Point = composite;
                continue;
            }

            if (current.Class == 0) starter = kept;
            characters[kept++] = current;
        }

        count = kept;
    }

    private ReadOnlySpan<char> Encode()
    {
        if (text.Length < count * 2) text = new char[characters.Length * 2];
        var length = 0;
        foreach (var (point, _) in characters.AsSpan(0, count)) length += CodePoints.Write(point, text.AsSpan(length));
        return text.AsSpan(0, length);
    }
}
