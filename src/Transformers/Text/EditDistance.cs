namespace Transformers.Text;

/// <summary>Counts the edits from one text to many: a character put in, left out, replaced, or swapped with its neighbour.</summary>
/// <remarks>
/// Damerau and Levenshtein's distance in its restricted form ("optimal string alignment": no part is edited twice), up to a third
/// of the text's length, and never above eight. Most candidates are done with after one look at their characters. An instance reuses its memory: one thread at a time.
/// </remarks>
internal sealed class EditDistance
{
    /// <summary>Longer texts are at no distance from any other: nobody mistypes that much.</summary>
    internal const int MaxLength = 256;

    private const int MaxEdits = 8;

    private readonly string wanted;
    private readonly int most;
    private readonly short[] amounts = new short[64];
    private int[] twoAbove = new int[MaxLength + MaxEdits + 2];
    private int[] above = new int[MaxLength + MaxEdits + 2];
    private int[] row = new int[MaxLength + MaxEdits + 2];

    /// <param name="wanted">The text to start from.</param>
    internal EditDistance(string wanted)
    {
        this.wanted = wanted;
        // Of a single character one edit leaves nothing.
        most = wanted.Length is < 2 or > MaxLength ? 0 : Math.Clamp(wanted.Length / 3, 1, MaxEdits);
        if (most == 0) return;
        foreach (var c in wanted) amounts[c & 63]++;
    }

    /// <summary>The edits that make <paramref name="candidate"/> of the text, or <see cref="int.MaxValue"/> when it takes too many.</summary>
    /// <param name="candidate">Any text that is not the same.</param>
    /// <param name="limit">The most edits that are of interest.</param>
    internal int To(ReadOnlySpan<char> candidate, int limit)
    {
        limit = Math.Min(limit, most);
        if (limit < 1 || Math.Abs(wanted.Length - candidate.Length) > limit || !HasLikeCharacters(candidate, limit)) return int.MaxValue;

        var same = candidate.CommonPrefixLength(wanted);
        var edits = InBand(wanted.AsSpan(same), candidate[same..], limit);
        return edits <= limit ? edits : int.MaxValue;
    }

    /// <summary>What one text has more of than the other, in whatever order, costs an edit each.</summary>
    private bool HasLikeCharacters(ReadOnlySpan<char> candidate, int limit)
    {
        Span<short> left = stackalloc short[64];
        amounts.CopyTo(left);
        var surplus = 0;
        foreach (var c in candidate)
        {
            if (--left[c & 63] < 0 && ++surplus > limit) return false;
        }

        return wanted.Length - (candidate.Length - surplus) <= limit;
    }

    /// <summary>The edits between texts whose lengths differ by <paramref name="limit"/> at most, or anything above it.</summary>
    private int InBand(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        for (var j = 0; j <= b.Length; j++) above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            // More than `limit` off the diagonal is too far already: only a band is worked out, and its borders are too far.
            var first = Math.Max(1, i - limit);
            var last = Math.Min(b.Length, i + limit);
            var least = row[first - 1] = first == 1 ? i : limit + 1;
            for (var j = first; j <= last; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var edits = Math.Min(above[j - 1] + cost, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) edits = Math.Min(edits, twoAbove[j - 2] + 1);
                row[j] = edits;
                least = Math.Min(least, edits);
            }

            row[last + 1] = limit + 1;
            if (least > limit) return least;
            (twoAbove, above, row) = (above, row, twoAbove);
        }

        return above[b.Length];
    }
}
