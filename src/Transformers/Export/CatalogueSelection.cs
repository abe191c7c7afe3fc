using System.Collections.Immutable;
using Transformers.Catalogue;
using Transformers.Linking;

namespace Transformers.Export;

/// <summary>A catalogue, or the part of it that is wanted.</summary>
/// <param name="Catalogue">The whole of it.</param>
/// <param name="Addresses">Where its notes stand.</param>
/// <param name="Entries">Those that are wanted, in the catalogue's order.</param>
/// <param name="Works">What they are about, in the catalogue's order; whole, whichever of their entries are wanted.</param>
public sealed record CatalogueSelection(
    VaultCatalogue Catalogue, AddressBook Addresses, ImmutableArray<CatalogueEntry> Entries, ImmutableArray<Work> Works)
{
    /// <summary>Everything.</summary>
    public static CatalogueSelection All(VaultCatalogue catalogue, AddressBook addresses) => new(catalogue, addresses, catalogue.Entries, catalogue.Works);

    /// <summary>The entries that pass a filter, and their works.</summary>
    public CatalogueSelection Where(EntryFilter filter)
    {
        ImmutableArray<CatalogueEntry> entries = [.. filter.Of(Entries, Catalogue)];
        var works = entries.Select(Catalogue.WorkOf).OfType<Work>().Select(work => work.Key).ToHashSet(StringComparer.Ordinal);
        return this with { Entries = entries, Works = [.. Works.Where(work => works.Contains(work.Key))] };
    }
}
