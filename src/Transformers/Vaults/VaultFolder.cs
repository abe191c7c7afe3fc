using System.Collections.Immutable;
using Transformers.Diagnostics;
using Transformers.Text;

namespace Transformers.Vaults;

/// <summary>The reading edge: a folder on disk as a vault.</summary>
public static class VaultFolder
{
    /// <summary>Lists the files of a folder and of those below it; dot-files and dot-folders are no part of a vault.</summary>
    /// <remarks>Symbolic links to folders are not followed, as their loops and doubles would make pages of their own.</remarks>
    /// <param name="folder">The folder.</param>
    /// <param name="history">Reads the history of a folder; that of git where it is left out.</param>
    /// <exception cref="IOException">The folder itself cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be read.</exception>
    public static StageResult<Vault> Open(DirectoryInfo folder, Func<DirectoryInfo, VaultHistory>? history = null)
    {
        var root = RealPath.Of(folder.FullName);
        var files = new List<SourcePath>();
        var diagnostics = new List<Diagnostic>();
        var folders = new Stack<string>([""]);
        while (folders.TryPop(out var relative))
        {
            try
            {
                foreach (var item in new DirectoryInfo(Path.Combine(root, relative)).EnumerateFileSystemInfos())
                {
                    if (item.Name.StartsWith('.') || !SourcePath.TryParse(relative.Length == 0 ? item.Name : $"{relative}/{item.Name}", out var path)) continue;
                    if (item.Attributes.HasFlag(FileAttributes.ReparsePoint) && item.LinkTarget is not null)
                    {
                        if (WhyNotFollowed(item, root) is { } why) diagnostics.Add(VaultRules.LeadsOut.At(path, SourceRange.FileStart, $"The symbolic link {why}; it is not followed."));
                        else if (item is FileInfo) files.Add(path);
                    }
                    else if (item is DirectoryInfo)
                    {
                        folders.Push(path.Value);
                    }
                    else
                    {
                        files.Add(path);
                    }
                }
            }
            catch (Exception e) when (relative.Length > 0 && e is IOException or UnauthorizedAccessException)
            {
                diagnostics.Add(VaultRules.Unreadable.At(SourcePath.Parse(relative), SourceRange.FileStart, "The folder cannot be read; what is in it is left out."));
            }
        }

        diagnostics.Sort((a, b) => a.Path.CompareTo(b.Path));
        return new(new Vault(files, path => File.ReadAllBytes(Path.Combine(root, path.Value)), (history ?? GitHistory.Read)(new DirectoryInfo(root))), [.. diagnostics]);
    }

    /// <summary>Obsidian's settings of a vault, the text of <c>.obsidian/app.json</c>; null where there is no such file, or one that can't be read or lies elsewhere.</summary>
    /// <param name="folder">The folder of the vault.</param>
    public static string? ObsidianSettingsIn(DirectoryInfo folder)
    {
        try
        {
            var root = RealPath.Of(folder.FullName);
            var file = Path.Combine(root, ".obsidian", "app.json");
            return File.Exists(file) && RealPath.IsWithin(RealPath.Of(file), root) ? File.ReadAllText(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The vault without what the configuration ignores.</summary>
    /// <param name="vault">All files.</param>
    /// <param name="globs">Globs such as <c>drafts/**</c> or <c>**/*.tmp.md</c>; a folder's name stands for all in it.</param>
    public static Vault Without(this Vault vault, ImmutableArray<string> globs)
    {
        if (globs.IsEmpty) return vault;
        var ignored = new PathGlobs(globs).Matching(vault.Files);
        return new(vault.Files.Where(file => !ignored.Contains(file)), vault.Read, vault.History);
    }

    /// <summary>True for a dot-file, and for what lies in a dot-folder.</summary>
    internal static bool IsHidden(SourcePath path) => path.Value[0] == '.' || path.Value.Contains("/.", StringComparison.Ordinal);

    // By where it really leads: a link may go by way of another, or through a folder that is one.
    private static string? WhyNotFollowed(FileSystemInfo link, string root)
    {
        try
        {
            var target = RealPath.Of(link.FullName);
            if (!RealPath.IsWithin(target, root)) return "leads out of the vault";
            if (!Path.Exists(target)) return "leads to nothing";
            return SourcePath.TryParse(Path.GetRelativePath(root, target).Replace(Path.DirectorySeparatorChar, '/'), out var path) && IsHidden(path) ? "leads to a hidden file" : null;
        }
        catch (IOException)
        {
            return "leads in a circle";
        }
    }
}
