namespace Transformers.Tests.Support;

/// <summary>All that is in a folder, to compare it with another.</summary>
internal static class FolderContent
{
    /// <summary>The files, and the folders in which nothing is, by path, each with a hash of its bytes; dot-files too.</summary>
    public static SortedDictionary<string, string> Of(string root)
    {
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories))
        {
            if (File.Exists(path)) content[Path.GetRelativePath(root, path)] = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
            else if (!Directory.EnumerateFileSystemEntries(path).Any()) content[Path.GetRelativePath(root, path)] = "empty folder";
        }

        return content;
    }
}
