using System.Collections.Immutable;

namespace Transformers.Catalogue;

/// <summary>Brings together the entries that are about one work.</summary>
internal static class WorkGroups
{
    /// <summary>The groups, by their first entries; each in order. An entry with neither a title nor an address is in none.</summary>
    /// <remarks>
    /// Entries that share a key belong together, and so do those that only a third one joins. An entry without an address has no key
    /// and is a work of its own: titles alone merge nothing.
    /// </remarks>
    public static IEnumerable<ImmutableArray<CatalogueEntry>> Of(ImmutableArray<CatalogueEntry> entries)
    {
        var sets = new DisjointSets(entries.Length);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var key in entry.Entry.IdentityKeys)
            {
                if (!first.TryAdd(key, entry.Ordinal)) sets.Join(first[key], entry.Ordinal);
            }
        }

        // ToLookup keeps the order in which keys are first seen.
        return entries.Where(IsAboutSomething).ToLookup(entry => sets.RootOf(entry.Ordinal)).Select(group => group.ToImmutableArray());
    }

    private static bool IsAboutSomething(CatalogueEntry entry) => entry.Entry.Citation?.Title is not null || entry.Entry.Url is not null;

    /// <summary>Sets that can be joined, each known by one of its members.</summary>
    private sealed class DisjointSets(int count)
    {
        private readonly int[] _above = [.. Enumerable.Range(0, count)];

        public int RootOf(int member)
        {
            // Each step halves the way for the next one who asks.
            while (_above[member] != member) member = _above[member] = _above[_above[member]];
            return member;
        }

        public void Join(int one, int other)
        {
            var (low, high) = (RootOf(one), RootOf(other));
            if (low > high) (low, high) = (high, low);
            _above[high] = low;
        }
    }
}
