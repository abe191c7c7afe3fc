using System.Collections.Immutable;
using System.Globalization;
using Transformers.Diagnostics;

namespace Transformers.Catalogue;

/// <summary>Reports works that are listed more than once.</summary>
internal static class SameWorks
{
    /// <summary>How many other places one message names.</summary>
    private const int MostPlaces = 20;

    /// <summary><c>KB006</c> for each entry of a work that has several.</summary>
    public static IEnumerable<Diagnostic> Report(ImmutableArray<Work> works) =>
        from work in works
        where work.Entries.Length > 1
        from entry in work.Entries
        select At(entry, CatalogueRules.SameWork, $"'{work.Label}' is listed at {Places(work.Entries, entry)} too. Keep one, and embed or link it elsewhere.");

    /// <summary>A finding at the first character of an entry.</summary>
    public static Diagnostic At(CatalogueEntry entry, DiagnosticRule rule, string message)
    {
        var range = entry.Entry.Range;
        return rule.At(entry.Note.Path, range with { EndLine = range.Line, EndColumn = range.Column + 1 }, message);
    }

    /// <summary><c>'a.md' line 3, 'b.md' line 5 and 2 more</c>: all places but one.</summary>
    public static string Places(ImmutableArray<CatalogueEntry> entries, CatalogueEntry but)
    {
        var named = entries.Where(entry => entry != but).Take(MostPlaces).Select(entry => string.Create(CultureInfo.InvariantCulture, $"'{entry.Note.Path}' line {entry.Entry.Range.Line}")).ToArray();
        var more = entries.Length - 1 - named.Length;
        var list = named.Length == 1 ? named[0] : $"{string.Join(", ", named[..^1])} and {named[^1]}";
        return more > 0 ? string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", named)} and {more} more") : list;
    }
}
