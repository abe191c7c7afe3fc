using System.Collections.Immutable;
using System.Globalization;
using Transformers.Catalogue;
using Transformers.Vaults;

namespace Transformers.Export;

/// <summary>Which entries are wanted: those that satisfy every part that is given.</summary>
public sealed record EntryFilter
{
    /// <summary>Kinds, one of which the entry is first of all; a kind stands for those nested under it. Empty for all.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>Tags, one of which the entry bears, or its note in the front matter; a tag stands for those nested under it. Empty for all.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The years of the works; null for all, those of unknown year among them.</summary>
    public YearRange? Years { get; init; }

    /// <summary>Globs of notes' paths, one of which matches; a folder's name stands for all in it. Empty for all.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The entries that pass, in their order.</summary>
    internal IEnumerable<CatalogueEntry> Of(ImmutableArray<CatalogueEntry> entries, VaultCatalogue catalogue)
    {
        var notes = Notes.IsEmpty ? null : new PathGlobs(Notes).Matching(entries.Select(entry => entry.Note.Path).Distinct());
        return entries.Where(entry =>
            (Kinds.IsEmpty || Kinds.Any(kind => IsOrIsUnder(entry.Entry.Kind, kind)))
            && (Tags.IsEmpty || Tags.Any(tag => entry.Tags.Concat(entry.Note.FrontMatter.Tags).Any(borne => IsOrIsUnder(borne, tag))))
            && (Years is not { } years || years.Contains(catalogue.WorkOf(entry)?.Year))
            && (notes is null || notes.Contains(entry.Note.Path)));
    }

    private static bool IsOrIsUnder(string tag, string wanted)
    {
        wanted = wanted.TrimStart('#').TrimEnd('/');
        return tag.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) && (tag.Length == wanted.Length || tag[wanted.Length] == '/');
    }
}

/// <summary>Years from one through another.</summary>
/// <param name="First">The first, or null for no bound.</param>
/// <param name="Last">The last, or null for no bound.</param>
public readonly record struct YearRange(int? First, int? Last)
{
    /// <summary>True for a known year within the bounds.</summary>
    public bool Contains(int? year) => year is not null && (First is null || year >= First) && (Last is null || year <= Last);

    /// <summary>Reads <c>2020</c>, <c>2019..2022</c>, <c>2019..</c> and <c>..2022</c>.</summary>
    /// <returns>False for anything else, and where the first year comes after the last.</returns>
    public static bool TryParse(string text, out YearRange range)
    {
        range = default;
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var (from, to) = dots < 0 ? (text, text) : (text[..dots], text[(dots + 2)..]);
        if (!TryParseYear(from, out var first) || !TryParseYear(to, out var last) || (first ?? last) is null || first > last) return false;
        range = new(first, last);
        return true;
    }

    private static bool TryParseYear(string text, out int? year)
    {
        year = int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 9999 ? number : null;
        return year is not null || string.IsNullOrWhiteSpace(text);
    }
}
