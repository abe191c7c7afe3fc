using System.Text;
using System.Text.Json;
using Transformers.Publishing;

namespace Transformers.Caching;

/// <summary>The record of the last build of a site, in a file beside the site's folder.</summary>
/// <remarks>
/// Beside it and not in it, as it tells of notes that are not published. It may be deleted at any time; one that was cut off or
/// changed is taken for none, as its first line is the hash of the rest.
/// </remarks>
public sealed class BuildCache
{
    /// <summary>The folder beside the site that holds it.</summary>
    public const string FolderName = ".transformers-cache";

    private readonly FileInfo _file;

    private BuildCache(FileInfo file) => _file = file;

    /// <summary>The cache of a site; null for a site that has nothing beside it, and where the cache's folder is a symbolic link, which may lead anywhere.</summary>
    /// <param name="site">The folder of the site, which need not exist.</param>
    public static BuildCache? Beside(DirectoryInfo site)
    {
        if (site.Parent is not { } parent) return null;
        var folder = new DirectoryInfo(Path.Combine(parent.FullName, FolderName));
        return folder.LinkTarget is null ? new(new FileInfo(Path.Combine(folder.FullName, site.Name))) : null;
    }

    /// <summary>The record; null where there is none that is whole.</summary>
    public BuildRecord? Load()
    {
        try
        {
            var bytes = File.ReadAllBytes(_file.FullName).AsSpan();
            var end = bytes.IndexOf((byte)'\n');
            return end >= 0 && bytes[..end].SequenceEqual(Encoding.ASCII.GetBytes(BuildRecord.HashOf(bytes[(end + 1)..])))
                ? JsonSerializer.Deserialize(bytes[(end + 1)..], BuildRecordJson.Default.BuildRecord)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps a record instead of the last one.</summary>
    /// <returns>False where it could not be written: the next build is then a whole one.</returns>
    public bool TrySave(BuildRecord record)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(record, BuildRecordJson.Default.BuildRecord);
        try
        {
            WholeFile.Write(_file, [.. Encoding.ASCII.GetBytes(BuildRecord.HashOf(json) + '\n'), .. json]);

            // Nobody wants it in a repository.
            var ignored = new FileInfo(Path.Combine(_file.DirectoryName!, ".gitignore"));
            if (!ignored.Exists) WholeFile.Write(ignored, "*\n"u8);
            return true;
        }
        catch (PublishException)
        {
            return false;
        }
    }
}
