using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Linking;

/// <summary>Finds a file by what a link says of its path, in a time that does not depend on how many there are.</summary>
/// <typeparam name="T">What is found: a note, an attachment's path.</typeparam>
internal sealed class PathLookup<T>
{
    private readonly Dictionary<string, List<(SourcePath Path, T Item)>> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(SourcePath Path, T Item)>> _bySuffix = new(StringComparer.Ordinal);

    /// <summary>Takes in the files once.</summary>
    /// <param name="items">The files with what links call them: a note's path goes without <c>.md</c>.</param>
    public PathLookup(IEnumerable<(SourcePath Path, string Called, T Item)> items)
    {
        // Nearest first: the fewest segments, then ordinal order. The first of each list is then the one meant.
        foreach (var (path, called, item) in items.OrderBy(i => i.Called.AsSpan().Count('/')).ThenBy(i => i.Path))
        {
            var key = Key(called);
            Add(_byPath, key, (path, item));
            for (var start = 0; ; start = key.IndexOf('/', start) + 1)
            {
                Add(_bySuffix, key[start..], (path, item));
                if (key.IndexOf('/', start) < 0) break;
            }
        }
    }

    /// <summary>How paths compare: Unicode NFC, without regard to case.</summary>
    public static string Key(string path) => UnicodeForm.ToNfc(path).ToLowerInvariant();

    /// <summary>The file at exactly this path from the vault's root; an exact-case match wins.</summary>
    public ImmutableArray<(SourcePath Path, T Item)> At(string path) => Choose(_byPath, path);

    /// <summary>The files whose path ends with this on a segment boundary, the nearest first; an exact-case match wins.</summary>
    public ImmutableArray<(SourcePath Path, T Item)> EndingWith(string path) => Choose(_bySuffix, path);

    private static ImmutableArray<(SourcePath Path, T Item)> Choose(Dictionary<string, List<(SourcePath Path, T Item)>> lookup, string path)
    {
        if (!lookup.TryGetValue(Key(path), out var found)) return [];
        if (found.Count == 1) return [found[0]];

        // Only the first few are looked at, so that ten thousand files of one name do not cost each link a walk over all.
        var few = found.Take(64).ToImmutableArray();
        var normal = UnicodeForm.ToNfc(path);
        var exact = few.Where(candidate => EndsWith(UnicodeForm.ToNfc(candidate.Path.Value), normal)).ToImmutableArray();
        return exact.IsEmpty ? few : exact;
    }

    private static bool EndsWith(string path, string suffix) =>
        path.EndsWith(suffix, StringComparison.Ordinal)
        || (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && path.AsSpan(0, path.Length - 3).EndsWith(suffix, StringComparison.Ordinal));

    private static void Add(Dictionary<string, List<(SourcePath Path, T Item)>> lookup, string key, (SourcePath Path, T Item) item)
    {
        if (!lookup.TryGetValue(key, out var list)) lookup[key] = list = [];
        list.Add(item);
    }
}
