using System.Collections.Immutable;
using Transformers.Catalogue;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Vaults;

namespace Transformers.Checking;

/// <summary>What checks look at: everything that is known before a page is made.</summary>
/// <param name="Configuration">The owner's decisions.</param>
/// <param name="Notes">The published notes, in path order.</param>
/// <param name="Graph">Where their links lead.</param>
/// <param name="Catalogue">What they list.</param>
/// <param name="Addresses">Where they stand in the site.</param>
internal sealed record CheckedSite(
    Configuration Configuration, ImmutableArray<Note> Notes, LinkGraph Graph, VaultCatalogue Catalogue, AddressBook Addresses);
