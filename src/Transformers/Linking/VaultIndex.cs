using System.Collections.Immutable;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Linking;

/// <summary>Finds notes and attachments by what a link says.</summary>
internal sealed class VaultIndex
{
    private readonly PathLookup<Note> _notes;
    private readonly PathLookup<SourcePath> _attachments;
    private readonly Dictionary<string, List<Note>> _aliases = new(StringComparer.Ordinal);

    /// <summary>Takes in the files once.</summary>
    /// <param name="notes">In path order.</param>
    /// <param name="attachments">Files that are no notes.</param>
    public VaultIndex(ImmutableArray<Note> notes, IEnumerable<SourcePath> attachments)
    {
        _notes = new(notes.Select(note => (note.Path, note.Path.PagePath, note)));
        _attachments = new(attachments.Select(path => (path, path.Value, path)));
        foreach (var note in notes)
        {
            foreach (var alias in note.FrontMatter.Aliases)
            {
                var key = PathLookup<Note>.Key(alias.Trim());
                if (!_aliases.TryGetValue(key, out var named)) _aliases[key] = named = [];
                named.Add(note);
            }
        }
    }

    /// <summary>What a path means: one candidate or, the one meant first, several.</summary>
    /// <returns>Empty where nothing goes by that name.</returns>
    public ImmutableArray<Candidate> Find(TargetPath target, SourcePath from)
    {
        var exact = At(target.Value);
        if (!exact.IsEmpty || target.Base == TargetBase.Root) return exact;

        var near = from.Folder.Length == 0 ? [] : At($"{from.Folder}/{target.Value}");
        if (!near.IsEmpty) return near;

        var suffix = NotesAt(_notes.EndingWith, target.Value);
        if (suffix.IsEmpty) suffix = [.. _attachments.EndingWith(target.Value).Select(found => new Candidate(found.Path, null))];
        if (!suffix.IsEmpty) return suffix;

        return _aliases.TryGetValue(PathLookup<Note>.Key(target.Value), out var named)
            ? [.. named.OrderBy(note => note.Path.Folder != from.Folder).ThenBy(note => note.Path.Value.AsSpan().Count('/')).ThenBy(note => note.Path).Take(64).Select(note => new Candidate(note.Path, note))]
            : [];
    }

    private ImmutableArray<Candidate> At(string path)
    {
        var notes = NotesAt(_notes.At, path);
        return notes.IsEmpty ? [.. _attachments.At(path).Select(found => new Candidate(found.Path, null))] : notes;
    }

    // A note called "a.md.md" is meant by "a.md" too; the whole name comes first.
    private static ImmutableArray<Candidate> NotesAt(Func<string, ImmutableArray<(SourcePath Path, Note Item)>> lookup, string path)
    {
        var found = lookup(path);
        if (found.IsEmpty && path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) found = lookup(path[..^3]);
        return [.. found.Select(item => new Candidate(item.Path, item.Item))];
    }
}

/// <summary>A file that a link may mean.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Note">The note, or null for an attachment.</param>
internal readonly record struct Candidate(SourcePath Path, Note? Note);
