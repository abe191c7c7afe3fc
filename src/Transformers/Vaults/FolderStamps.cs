using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Vaults;

/// <summary>What a folder's listing says of each file without opening it, to tell later which ones are no longer what they were.</summary>
/// <param name="Files">By path; a file that is gone while they are taken is not in it.</param>
/// <param name="Taken">When they were taken, in UTC.</param>
public sealed record FolderStamps(ImmutableDictionary<SourcePath, FileStamp> Files, DateTime Taken)
{
    // The coarsest clock of a file system in use, FAT's. A file may change again within one tick of it and tell nothing.
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    /// <summary>Takes the stamps of files.</summary>
    /// <param name="folder">The vault's folder.</param>
    /// <param name="files">Files in it.</param>
    public static FolderStamps Of(DirectoryInfo folder, IEnumerable<SourcePath> files)
    {
        var taken = DateTime.UtcNow;
        var root = folder.FullName;
        return new(
            files.AsParallel()
                .Select(path => (path, File: new FileInfo(Path.Combine(root, path.Value))))
                .Where(file => file.File.Exists)
                .Select(file => KeyValuePair.Create(file.path, new FileStamp(file.File.LastWriteTimeUtc, file.File.Length)))
                .ToImmutableDictionary(),
            taken);
    }

    /// <summary>Those files that may not be what they were: another time or length, or changed so shortly before that neither need tell.</summary>
    /// <param name="before">The stamps of then.</param>
    public IReadOnlySet<SourcePath> ChangedSince(FolderStamps before) =>
        Files.Where(file => !before.Files.TryGetValue(file.Key, out var was) || was != file.Value || was.Modified > before.Taken - Tick).Select(file => file.Key).ToHashSet();
}

/// <summary>What a listing says of a file.</summary>
/// <param name="Modified">When it was last written to, in UTC.</param>
/// <param name="Length">In bytes.</param>
public readonly record struct FileStamp(DateTime Modified, long Length);
