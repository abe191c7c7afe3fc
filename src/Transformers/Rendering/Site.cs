using System.Collections.Immutable;
using Transformers.Bases;
using Transformers.Catalogue;
using Transformers.Linking;
using Transformers.Locks;
using Transformers.Model;
using Transformers.Vaults;

namespace Transformers.Rendering;

/// <summary>All that rendering reads: what the stages before it made.</summary>
/// <param name="Configuration">The owner's decisions.</param>
/// <param name="Notes">The published notes, in path order.</param>
/// <param name="Graph">Where their links lead.</param>
/// <param name="Catalogue">What they list.</param>
/// <param name="Dates">When the entries entered the vault.</param>
/// <param name="Addresses">Where everything stands.</param>
public sealed record Site(Configuration Configuration, ImmutableArray<Note> Notes, LinkGraph Graph, VaultCatalogue Catalogue, EntryDates Dates, AddressBook Addresses)
{
    /// <summary>When an entry with a title entered the vault; null for one without, or where that is not known.</summary>
    public DateTimeOffset? AddedOn(CatalogueEntry entry) => entry.Entry.Citation?.Title is null ? null : Dates.Of(entry.Entry);

    /// <summary>What of earlier sites still leads somewhere.</summary>
    public KeptPlaces Kept { get; init; } = KeptPlaces.None;

    /// <summary>What the views of bases show.</summary>
    public BaseTables Bases { get; } = new(Notes, Graph);

    /// <summary>The site's name.</summary>
    public string Title => Configuration.Title ?? (Addresses.FolderNotes.TryGetValue("", out var home) ? home.Title : "Notes");
}
