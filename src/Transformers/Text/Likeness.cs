using System.Collections.Immutable;

namespace Transformers.Text;

/// <summary>Finds what somebody may have meant by a name that does not exist.</summary>
/// <remarks>Names are compared as <see cref="Folding"/> leaves them, by <see cref="EditDistance"/>. Time is linear in the length of the names.</remarks>
internal static class Likeness
{
    private const int MinPrefix = 3;

    // Scores: 0 for the same text, 1 for the same last segment, then 1 + edits.
    private const int SameSegment = 1;
    private const int NotLike = int.MaxValue;

    private static readonly Comparer<(int Score, string Text)> ByScore = Comparer<(int Score, string Text)>.Create(
        (a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : string.CompareOrdinal(a.Text, b.Text));

    /// <summary>The candidates most like <paramref name="wanted"/>, best first.</summary>
    /// <param name="wanted">What was written: a path, a name, a heading, a block's id.</param>
    /// <param name="candidates">What there is, in any order; duplicates count once.</param>
    /// <param name="most">The most to return.</param>
    /// <returns>
    /// Those that are equal but for case and accents, then those with the same last segment (after <c>/</c>), then by edits of the whole
    /// or of the last segment; one that begins with all that is wanted counts as one edit away. Equally good ones are in ordinal order.
    /// </returns>
    internal static ImmutableArray<string> Closest(string wanted, IEnumerable<string> candidates, int most)
    {
        var name = Folding.Fold(wanted);
        if (name.Length == 0 || most < 1) return [];

        var whole = new EditDistance(name);
        var segment = new EditDistance(LastSegment(name).ToString());
        var best = new List<(int Score, string Text)>();
        foreach (var candidate in candidates)
        {
            var limit = best.Count < most ? NotLike : best[^1].Score;
            var score = Score(name, whole, segment, Folding.Fold(candidate), limit);
            if (score > limit || score == NotLike) continue;

            var place = best.BinarySearch((score, candidate), ByScore);
            if (place >= 0) continue;

            best.Insert(~place, (score, candidate));
            if (best.Count > most) best.RemoveAt(most);
        }

        return [.. best.Select(b => b.Text)];
    }

    /// <returns>The score, or anything above <paramref name="limit"/>, or <see cref="NotLike"/>.</returns>
    private static int Score(ReadOnlySpan<char> name, EditDistance whole, EditDistance segment, ReadOnlySpan<char> candidate, int limit)
    {
        if (name.SequenceEqual(candidate)) return 0;

        var nameSegment = LastSegment(name);
        var candidateSegment = LastSegment(candidate);
        var hasFolders = nameSegment.Length < name.Length || candidateSegment.Length < candidate.Length;
        if (hasFolders && nameSegment.SequenceEqual(candidateSegment)) return SameSegment;
        if (name.Length >= MinPrefix && (candidate.StartsWith(name) || candidateSegment.StartsWith(name))) return SameSegment + 1;

        var edits = hasFolders ? segment.To(candidateSegment, limit - SameSegment) : NotLike;
        edits = Math.Min(edits, whole.To(candidate, Math.Min(edits, limit - SameSegment)));
        return edits == NotLike ? NotLike : SameSegment + edits;
    }

    private static ReadOnlySpan<char> LastSegment(ReadOnlySpan<char> path) => path[(path.LastIndexOf('/') + 1)..];
}
