using Transformers.Text;

namespace Transformers.Locks;

/// <summary>Which folders were renamed or moved, as what lay in them tells.</summary>
/// <remarks>All that lay in a folder and is elsewhere now has to lie below one other folder just as it did below that one; else nobody knows.</remarks>
internal sealed class FolderMoves
{
    /// <summary>How many folders above a file are looked at.</summary>
    private const int MostLevels = 64;

    private readonly Dictionary<string, string?> _moves = new(StringComparer.Ordinal);

    /// <param name="moves">Where files were and are.</param>
    public FolderMoves(IEnumerable<(SourcePath From, SourcePath To)> moves)
    {
        foreach (var (from, to) in moves)
        {
            var folder = from.Folder;
            for (var level = 0; level < MostLevels && folder.Length > 0; level++)
            {
                Add(folder, from.Folder[folder.Length..], to.Folder);
                folder = folder[..Math.Max(0, folder.LastIndexOf('/'))];
            }
        }
    }

    /// <summary>The folder that took the place of one, the vault's root being empty; null where nobody knows.</summary>
    public string? Of(string folder) => _moves.GetValueOrDefault(folder);

    private void Add(string folder, string below, string to)
    {
        var moved = below.Length == 0 ? to
            : to.EndsWith(below, StringComparison.Ordinal) ? to[..^below.Length]
            : to == below[1..] ? "" : null;
        if (!_moves.TryAdd(folder, moved) && _moves[folder] != moved) _moves[folder] = null;
    }
}
