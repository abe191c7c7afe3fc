using System.Globalization;
using Transformers.Diagnostics;

namespace Transformers.Checking;

/// <summary>Finds entries whose year can't be that of the preprint which they link.</summary>
/// <remarks>
/// The arXiv identifier tells the month of the first version (arXiv, "Understanding the arXiv identifier"): 1706.03762 is of June 2017,
/// cs/0112017 of December 2001. A publication may be years later than its preprint, and a conference of December may be posted until March.
/// </remarks>
internal static class EntryYears
{
    private const int LastMonthOfLatePosts = 3;

    /// <summary>The entry's year is before that of its arXiv identifier.</summary>
    public static readonly DiagnosticRule Rule = new("KB025", Severity.Warning, "Entry that is older than its arXiv identifier");

    /// <summary>One finding an entry.</summary>
    public static IEnumerable<Diagnostic> Check(CheckedSite site) =>
        from entry in site.Catalogue.Entries
        let year = entry.Entry.Citation?.Year
        where year is not null
        let id = entry.Entry.Identifiers.FirstOrDefault(identifier => identifier.Scheme == "arxiv").Value
        where id is not null
        let posted = MonthOf(id)
        where posted is var (postedYear, month) && (year < postedYear - 1 || (year == postedYear - 1 && month > LastMonthOfLatePosts))
        select Rule.At(
            entry.Note.Path, entry.Entry.YearRange,
            string.Create(CultureInfo.InvariantCulture, $"The entry says {year}, but arXiv:{id} was first posted in {MonthName(posted)}; correct the year or the address."),
            [posted!.Value.Year.ToString(CultureInfo.InvariantCulture)]);

    private static string MonthName((int Year, int Month)? posted) =>
        new DateOnly(posted!.Value.Year, posted.Value.Month, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The month that an identifier tells, or null for one that tells none.</summary>
    private static (int Year, int Month)? MonthOf(string id)
    {
        var digits = id.AsSpan(id.IndexOf('/', StringComparison.Ordinal) + 1);
        if (digits.Length < 4 || !int.TryParse(digits[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var (year, month) = (number / 100, number % 100);
        // The first ones are of August 1991.
        return month is < 1 or > 12 ? null : (year > 90 ? 1900 + year : 2000 + year, month);
    }
}
