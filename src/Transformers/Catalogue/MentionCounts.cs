using System.Collections.Immutable;

namespace Transformers.Catalogue;

/// <summary>How often works are named besides where an entry lists them.</summary>
internal static class MentionCounts
{
    /// <summary>For each entry: the links, embeds and cross references to all entries of its work, and those other entries.</summary>
    /// <param name="catalogue">The catalogue.</param>
    public static ImmutableArray<int> Of(VaultCatalogue catalogue)
    {
        var counts = new int[catalogue.Entries.Length];
        foreach (var work in catalogue.Works)
        {
            var count = work.Entries.Sum(entry => catalogue.MentionsOf(entry).Length) + work.Entries.Length - 1;
            foreach (var entry in work.Entries) counts[entry.Ordinal] = count;
        }

        return [.. counts];
    }
}
