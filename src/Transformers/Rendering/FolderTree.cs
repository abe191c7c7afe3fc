using System.Collections.Frozen;
using System.Collections.Immutable;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Rendering;

/// <summary>A folder of the vault as readers see it.</summary>
/// <param name="Path">Its path; empty for the root.</param>
/// <param name="Title">The title of the note that is its page, else its name.</param>
/// <param name="Address">Its page.</param>
/// <param name="Note">The note that is its page, or null.</param>
/// <param name="Folders">The folders in it, by title.</param>
/// <param name="Notes">The notes in it that are no folder's page, by title.</param>
/// <param name="Count">How many notes there are in it, at any depth.</param>
internal sealed record Folder(
    string Path, string Title, SiteAddress Address, Note? Note, ImmutableArray<Folder> Folders, ImmutableArray<Note> Notes, int Count);

/// <summary>The folders of the published notes.</summary>
internal sealed class FolderTree
{
    private readonly FrozenDictionary<string, Folder> _folders;
    private readonly FrozenDictionary<SourcePath, int> _positions;

    private FolderTree(Dictionary<string, Folder> folders, FrozenDictionary<SourcePath, int>? positions = null)
    {
        _folders = folders.ToFrozenDictionary(StringComparer.Ordinal);
        _positions = positions ?? folders.Values.SelectMany(folder => folder.Notes.Select((note, position) => (note.Path, position))).ToFrozenDictionary(n => n.Path, n => n.position);
    }

    /// <summary>All folders, the root among them.</summary>
    public IEnumerable<Folder> All => _folders.Values.OrderBy(folder => folder.Path, StringComparer.Ordinal);

    /// <summary>The vault's root.</summary>
    public Folder Root => _folders[""];

    /// <summary>The folder that a page stands in, the folder itself for a folder's page.</summary>
    public Folder Of(Note note) => IsFolderPage(note, out var folder) ? folder : _folders[note.Path.Folder];

    /// <summary>The folder above; null for the root.</summary>
    public Folder? Above(Folder folder) => folder.Path.Length == 0 ? null : _folders[ParentOf(folder.Path)];

    /// <summary>The place of a note in its folder's <see cref="Folder.Notes"/>; -1 for a folder's page.</summary>
    public int PositionOf(Note note) => _positions.GetValueOrDefault(note.Path, -1);

    /// <summary>The same with a note as it is after an edit that left its address.</summary>
    /// <returns>In time that grows with its folder where it has another title now, else with the folders alone.</returns>
    public FolderTree With(Note edited)
    {
        var folders = _folders.ToDictionary(StringComparer.Ordinal);
        var changed = Of(edited);
        var position = PositionOf(edited);
        var isMoved = position >= 0 && changed.Notes[position].Title != edited.Title;
        changed = changed.Note?.Path == edited.Path
            ? changed with { Note = edited, Title = TitleOf(changed.Path, edited) }
            : changed with { Notes = isMoved ? InOrder(changed.Notes.SetItem(position, edited)) : changed.Notes.SetItem(position, edited) };
        folders[changed.Path] = changed;
        while (Above(changed) is { } above)
        {
            changed = above with { Folders = InOrder(above.Folders.Select(folder => folders[folder.Path])) };
            folders[changed.Path] = changed;
        }

        return new(folders, isMoved ? null : _positions);
    }

    /// <summary>Builds the tree.</summary>
    public static FolderTree Of(ImmutableArray<Note> notes, AddressBook addresses)
    {
        var owners = addresses.FolderNotes.Values.Select(note => note.Path).ToHashSet();
        var notesIn = notes.Where(note => !owners.Contains(note.Path)).ToLookup(note => note.Path.Folder, StringComparer.Ordinal);
        var paths = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var note in notes)
        {
            for (var path = note.Path.Folder; path.Length > 0 && paths.Add(path); path = ParentOf(path)) { }
        }

        var foldersIn = paths.Where(path => path.Length > 0).ToLookup(ParentOf, StringComparer.Ordinal);
        var folders = new Dictionary<string, Folder>(StringComparer.Ordinal);

        // The deepest first, so that each finds the folders in it made.
        foreach (var path in paths.OrderByDescending(path => path.Length))
        {
            var note = addresses.FolderNotes.GetValueOrDefault(path);
            var inside = InOrder(foldersIn[path].Select(child => folders[child]));
            var direct = InOrder(notesIn[path]);
            folders[path] = new(path, TitleOf(path, note), addresses.OfFolder(path), note, inside, direct, direct.Length + inside.Sum(folder => folder.Count) + (note is null ? 0 : 1));
        }

        return new(folders);
    }

    private static ImmutableArray<Folder> InOrder(IEnumerable<Folder> folders) => [.. folders.OrderBy(folder => folder.Title, NaturalOrder.Instance).ThenBy(folder => folder.Path, StringComparer.Ordinal)];

    private static ImmutableArray<Note> InOrder(IEnumerable<Note> notes) => [.. notes.OrderBy(note => note.Title, NaturalOrder.Instance).ThenBy(note => note.Path)];

    private static string TitleOf(string path, Note? note) =>
        note is { } && !IsIndexTitle(note) ? note.Title : path.Length > 0 ? path[(path.LastIndexOf('/') + 1)..] : note?.Title ?? "Notes";

    // A file called "index" that says no title is called after its folder.
    private static bool IsIndexTitle(Note note) => note.Path.IsNote && note.FrontMatter.Title is null && note.Title == note.Path.Name && note.Path.Name.ToLowerInvariant() is "index" or "_index" or "readme";

    private static string ParentOf(string path) => path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "";

    private bool IsFolderPage(Note note, out Folder folder)
    {
        if (_folders.TryGetValue(note.Path.Folder, out folder!) && folder.Note?.Path == note.Path) return true;
        return _folders.TryGetValue(note.Path.PagePath, out folder!) && folder.Note?.Path == note.Path;
    }
}
