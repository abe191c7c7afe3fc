using System.Collections.Immutable;
using Transformers.Diagnostics;
using Transformers.Text;

namespace Transformers.Catalogue;

/// <summary>Reports works that have one title, but no identifier or address in common: a preprint and what it became.</summary>
internal static class PerhapsSameWorks
{
    /// <summary>Titles of fewer letters and digits name too many things: <c>Slides</c>, <c>Deep learning</c>.</summary>
    private const int ShortestTitle = 15;

    /// <summary>The same where neither an author nor a year speaks for it: <c>Introduction to Artificial Intelligence</c>.</summary>
    private const int ShortestTitleAlone = 40;

    /// <summary>How far the year of a preprint is from that of its publication.</summary>
    private const int MostYearsBetween = 2;

    /// <summary>Of more works under one title only these are compared.</summary>
    private const int MostWorks = 20;

    /// <summary><c>KB018</c> at the first entry of each of them.</summary>
    public static IEnumerable<Diagnostic> Report(ImmutableArray<Work> works) =>
        from sameTitle in works.Where(work => work.Title is not null).GroupBy(work => FoldedTitle(work.Title!), StringComparer.Ordinal)
        where sameTitle.Key.Length >= ShortestTitle && sameTitle.Skip(1).Any()
        let candidates = sameTitle.Take(MostWorks).ToArray()
        from work in candidates
        let others = candidates.Where(other => other != work && MayBeOne(work, other, sameTitle.Key.Length)).ToArray()
        where others.Length > 0
        select SameWorks.At(work.Entries[0], CatalogueRules.PerhapsSameWork,
            $"'{work.Label}' is perhaps also {SameWorks.Places([work.Entries[0], .. others.Select(other => other.Entries[0])], work.Entries[0])}, under {(others.Length == 1 ? "another address" : "other addresses")}. If it is, give both one address, or keep one.");

    private static string FoldedTitle(string title) => string.Concat(Folding.Fold(title).Where(char.IsLetterOrDigit));

    private static bool MayBeOne(Work one, Work other, int titleLength)
    {
        var years = one.Year - other.Year;
        bool? sameAuthor = one.Authors.IsEmpty || other.Authors.IsEmpty ? null : LastName(one) == LastName(other);
        var isContradicted = sameAuthor == false || years is < -MostYearsBetween or > MostYearsBetween;
        return !isContradicted && (sameAuthor is not null || years is not null || titleLength >= ShortestTitleAlone) && SharesKind(one, other);
    }

    private static bool SharesKind(Work one, Work other) => KindsOf(one).Intersect(KindsOf(other), StringComparer.Ordinal).Any();

    private static IEnumerable<string> KindsOf(Work work) => work.Entries.SelectMany(entry => entry.Entry.Kinds);

    private static string LastName(Work work) => Folding.Fold(AuthorName.Of(work.Authors[0]).LastName);
}
