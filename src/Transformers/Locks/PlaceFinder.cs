using System.Collections.Frozen;
using Transformers.Catalogue;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Locks;

/// <summary>Finds where something is that is no longer where the lock says.</summary>
/// <remarks>It never guesses: by its file, its alias, its file's name, where the rest of its folder went, its identity, its id, and each only where that tells one place.</remarks>
internal sealed class PlaceFinder
{
    /// <summary>How often what was moved may have been moved on.</summary>
    private const int MostMoves = 16;

    private readonly PublishedPlaces _now;
    private readonly FrozenDictionary<Place, LockedItem> _locked;
    private readonly FrozenDictionary<SourcePath, Note> _notes;
    private readonly ILookup<string, Note> _byAlias;
    private readonly ILookup<string, Note> _byName;
    private readonly ILookup<string, SourcePath> _filesByName;
    private readonly Lazy<FolderMoves> _folders;
    private readonly ILookup<string, CatalogueEntry> _byKey;
    private readonly ILookup<string, Place> _byAnchor;

    public PlaceFinder(AddressLock locked, PublishedPlaces now)
    {
        _now = now;
        _locked = locked.Items.ToFrozenDictionary(item => item.Place);
        _notes = now.Notes.ToFrozenDictionary(note => note.Path);
        _byAlias = now.Notes.SelectMany(note => note.FrontMatter.Aliases, (note, alias) => (Alias: KeyOf(alias.Trim()), note)).Distinct().ToLookup(alias => alias.Alias, alias => alias.note, StringComparer.Ordinal);

        // What the lock knows was there all the time, so that nothing has moved to it.
        _byName = now.Notes.Where(note => !_locked.ContainsKey(new(now.Addresses.Of(note)))).ToLookup(note => KeyOf(note.Path.FileName), StringComparer.Ordinal);
        _filesByName = now.Addresses.Attachments.Where(file => !_locked.ContainsKey(new(now.Addresses.Of(file)))).ToLookup(file => KeyOf(file.FileName), StringComparer.Ordinal);
        _folders = new(() => new FolderMoves(locked.Items.Select(MoveOf).OfType<(SourcePath, SourcePath)>()));
        _byAnchor = now.Items.Keys.Where(place => place.Anchor.Length > 0 && !_locked.ContainsKey(place)).ToLookup(place => place.Anchor, StringComparer.Ordinal);
        _byKey = now.Catalogue.Entries.SelectMany(entry => entry.Entry.IdentityKeys, (entry, key) => (Key: LockedItem.MarkOf([key]), entry)).ToLookup(entry => entry.Key, entry => entry.entry, StringComparer.Ordinal);
    }

    /// <summary>What the lock remembers of a place; null for nothing.</summary>
    public LockedItem? Remembered(Place place) => _locked.GetValueOrDefault(place);

    /// <summary>Where an item is now, which is published; null where nobody knows.</summary>
    public Place? Find(LockedItem item) => Find(item, MostMoves);

    /// <summary>The page of a note on which what stood at an address is to be looked for; null for none.</summary>
    public SiteAddress? PageFor(SiteAddress address)
    {
        if (_now.NoteAt(address) is { } note) return _now.Addresses.Of(note);
        return !_now.Items.ContainsKey(new(address)) && Remembered(new(address)) is { } page && Find(page) is { Anchor: "" } found && _now.NoteAt(found.Address) is not null ? found.Address : null;
    }

    /// <summary>The entries that the lock remembers on a page.</summary>
    public IEnumerable<LockedItem> EntriesOn(SiteAddress page) => _locked.Values.Where(item => item.Kind == LockedKind.Entry && item.Place.Address == page && item.Mark.Length > 0);

    /// <summary>The entries about the work of an item.</summary>
    public IEnumerable<CatalogueEntry> EntriesLike(LockedItem item) => item.Keys.SelectMany(key => _byKey[key]);

    private Place? Find(LockedItem item, int moves) => item.Kind switch
    {
        LockedKind.Page when item.Mark.EndsWith('/') => _folders.Value.Of(item.Mark[..^1]) is { } folder && _now.Addresses.Folders.TryGetValue(folder, out var page) ? new Place(page) : null,
        LockedKind.Page => NoteLike(item.Mark) is { } note ? new Place(_now.Addresses.Of(note)) : null,
        LockedKind.File => FileLike(item.Mark) is { } file ? new Place(_now.Addresses.Of(file)) : null,
        LockedKind.Work => EntriesLike(item).Select(entry => _now.Catalogue.WorkOf(entry)?.Page).OfType<SiteAddress>().Select(page => (Place?)new Place(page)).FirstOrDefault(),
        LockedKind.Entry => EntryLike(item) ?? OnlyOne(_byAnchor[item.Place.Anchor]),
        LockedKind.Block => OnlyOne(_byAnchor[item.Place.Anchor]),
        LockedKind.Moved when Place.TryParse(item.Mark, out var to) => _now.Items.ContainsKey(to) ? to
            : moves > 0 && Remembered(to) is { } next ? Find(next, moves - 1) : null,
        _ => null,
    };

    private Note? NoteLike(string mark)
    {
        if (!SourcePath.TryParse(mark, out var path)) return null;
        return _notes.GetValueOrDefault(path) ?? NoteAlone(path) ?? OnlyOne(_byName[KeyOf(path.FileName)].Where(note => IsInMovedFolder(path, note.Path)));
    }

    private SourcePath? FileLike(string mark)
    {
        if (!SourcePath.TryParse(mark, out var path)) return null;
        return _now.HasFile(path) ? path : FileAlone(path) ?? OnlyOne(_filesByName[KeyOf(path.FileName)].Where(file => IsInMovedFolder(path, file)));
    }

    /// <summary>What is known of a note by itself, whatever became of others in its folder.</summary>
    private Note? NoteAlone(SourcePath path) =>
        OnlyOne(_byAlias[KeyOf(path.Name)].Concat(_byAlias[KeyOf(path.PagePath)]).Distinct()) ?? OnlyOne(_byName[KeyOf(path.FileName)]);

    private SourcePath? FileAlone(SourcePath path) => OnlyOne(_filesByName[KeyOf(path.FileName)]);

    private bool IsInMovedFolder(SourcePath before, SourcePath now) => _folders.Value.Of(before.Folder) == now.Folder;

    private (SourcePath From, SourcePath To)? MoveOf(LockedItem item)
    {
        if (item.Kind is not (LockedKind.Page or LockedKind.File) || !SourcePath.TryParse(item.Mark, out var from) || _notes.ContainsKey(from) || _now.HasFile(from)) return null;
        return (item.Kind == LockedKind.Page ? NoteAlone(from)?.Path : FileAlone(from)) is { } to ? (from, to) : null;
    }

    private Place? EntryLike(LockedItem item)
    {
        var places = EntriesLike(item).Select(_now.PlaceOf).Distinct().ToArray();
        return places.Length == 0 ? null : places.FirstOrDefault(place => place.Address == item.Place.Address, places[0]);
    }

    private static T? OnlyOne<T>(IEnumerable<T> items)
        where T : class => items.Take(2).ToArray() is [var only] ? only : null;

    private static Place? OnlyOne(IEnumerable<Place> places) => places.Take(2).ToArray() is [var only] ? only : null;

    private static string KeyOf(string name) => PathLookup<Note>.Key(name);
}
