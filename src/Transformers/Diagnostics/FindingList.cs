using System.Collections.Immutable;
using System.Globalization;
using Transformers.Text;

namespace Transformers.Diagnostics;

/// <summary>Collects what a stage finds. Of one kind in one file the first thousand are kept, and how many more there are.</summary>
/// <remarks>A file that is nothing but mistakes, by accident or on purpose, takes neither all memory nor a reader's whole day.</remarks>
internal sealed class FindingList
{
    /// <summary>The most findings of one kind in one file.</summary>
    public const int Most = 1000;

    private readonly List<Diagnostic> _kept = [];
    private readonly Dictionary<(SourcePath Path, string Code), Tally> _tallies = [];

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic found)
    {
        var key = (found.Path, found.Rule.Code);
        if (!_tallies.TryGetValue(key, out var tally)) _tallies[key] = tally = new();
        if (++tally.Count <= Most) _kept.Add(found);
        else tally.FirstLeftOut ??= found;
    }

    /// <summary>What a stage found, one part after the other.</summary>
    public static ImmutableArray<Diagnostic> Of(params IEnumerable<IEnumerable<Diagnostic>> parts)
    {
        var list = new FindingList();
        foreach (var found in parts.SelectMany(part => part)) list.Add(found);
        return list.ToImmutable();
    }

    /// <summary>What was found, in the order in which it was added; for each kind of which some were left out a last one says how many.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => [.. _kept, .. _tallies.Values.Select(tally => tally.Rest).OfType<Diagnostic>()];

    private sealed class Tally
    {
        public int Count { get; set; }

        public Diagnostic? FirstLeftOut { get; set; }

        public Diagnostic? Rest => FirstLeftOut is { } first
            ? first with { Message = string.Create(CultureInfo.InvariantCulture, $"From here on {Count - Most:N0} more of this kind stand in the file; they are not listed."), Suggestions = [], Fix = [] }
            : null;
    }
}
