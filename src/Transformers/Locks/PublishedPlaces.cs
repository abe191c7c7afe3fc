using System.Collections.Frozen;
using System.Collections.Immutable;
using Transformers.Catalogue;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Locks;

/// <summary>What the site of now publishes, as a lock would remember it.</summary>
internal sealed class PublishedPlaces
{
    private readonly FrozenDictionary<SiteAddress, Note> _pages;
    private readonly FrozenDictionary<SiteAddress, Note> _aliases;
    private readonly FrozenDictionary<Place, CatalogueEntry> _entries;
    private readonly FrozenDictionary<SiteAddress, Work> _works;
    private readonly FrozenDictionary<SiteAddress, SourcePath> _files;

    /// <summary>Lists all of it.</summary>
    public PublishedPlaces(ImmutableArray<Note> notes, VaultCatalogue catalogue, AddressBook addresses)
    {
        (Notes, Catalogue, Addresses) = (notes, catalogue, addresses);
        _pages = notes.ToFrozenDictionary(addresses.Of);
        _aliases = addresses.Redirects.ToFrozenDictionary(redirect => redirect.From, redirect => redirect.To);
        _entries = catalogue.Entries.DistinctBy(PlaceOf).ToFrozenDictionary(PlaceOf);
        _works = catalogue.Works.ToFrozenDictionary(work => AddressBook.OfWork(work.Key));
        _files = addresses.Attachments.ToFrozenDictionary(addresses.Of);
        IEnumerable<LockedItem> items =
        [
            .. notes.Select(note => new LockedItem(LockedKind.Page, new(addresses.Of(note)), note.Path.Value)),
            .. addresses.Redirects.Select(redirect => new LockedItem(LockedKind.Page, new(redirect.From), redirect.To.Path.Value)),
            .. addresses.Folders.Select(folder => new LockedItem(LockedKind.Page, new(folder.Value), folder.Key + "/")),
            .. addresses.Attachments.Select(path => new LockedItem(LockedKind.File, new(addresses.Of(path)), path.Value)),
            .. catalogue.Entries.Select(entry => new LockedItem(LockedKind.Entry, PlaceOf(entry), LockedItem.MarkOf(entry.Entry.IdentityKeys))),
            .. notes.SelectMany(note => note.Blocks.Select(block => new LockedItem(LockedKind.Block, new(addresses.Of(note), block.Anchor), ""))),
            .. catalogue.Works.Select(work => new LockedItem(LockedKind.Work, new(AddressBook.OfWork(work.Key)), LockedItem.MarkOf(work.Entries.SelectMany(entry => entry.Entry.IdentityKeys)))),
        ];
        Items = items.DistinctBy(item => item.Place).ToFrozenDictionary(item => item.Place);
    }

    /// <summary>The published notes, in path order.</summary>
    public ImmutableArray<Note> Notes { get; }

    /// <summary>What they list.</summary>
    public VaultCatalogue Catalogue { get; }

    /// <summary>Where they stand.</summary>
    public AddressBook Addresses { get; }

    /// <summary>Each place once.</summary>
    public FrozenDictionary<Place, LockedItem> Items { get; }

    /// <summary>Where an entry stands.</summary>
    public Place PlaceOf(CatalogueEntry entry) => new(Addresses.Of(entry.Note), entry.Entry.Anchor);

    /// <summary>The note whose page is at an address, or to which an alias leads from there; null for none.</summary>
    public Note? NoteAt(SiteAddress address) => _pages.GetValueOrDefault(address) ?? _aliases.GetValueOrDefault(address);

    /// <summary>The attachment at an address; null for none.</summary>
    public SourcePath? FileAt(SiteAddress address) => _files.GetValueOrDefault(address);

    /// <summary>True for an attachment that is published.</summary>
    public bool HasFile(SourcePath path) => Addresses.Attachments.BinarySearch(path) >= 0;

    /// <summary>True where there is something at a place, be it a heading, which is not remembered.</summary>
    public bool Has(Place place) =>
        Items.ContainsKey(place) || (place.Anchor.Length > 0 && _pages.TryGetValue(place.Address, out var note) && note.Headings.Any(heading => heading.Anchor == place.Anchor));

    /// <summary>What to call what stands at a place.</summary>
    public string TitleOf(Place place) =>
        _entries.TryGetValue(place, out var entry) && entry.Entry.Citation?.Title is { } title ? title
        : _works.TryGetValue(place.Address, out var work) ? work.Label
        : NoteAt(place.Address)?.Title ?? place.ToString();
}
