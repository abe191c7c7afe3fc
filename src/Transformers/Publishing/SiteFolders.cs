using System.Collections.Concurrent;

namespace Transformers.Publishing;

/// <summary>The folders in an output folder. Each is looked at once, and those below one that was not there not at all.</summary>
/// <param name="root">The full path of the output folder.</param>
/// <remarks>Folders are named by their paths from there, with <c>/</c>; the output folder itself is empty. Several threads may ask at once.</remarks>
internal sealed class SiteFolders(string root)
{
    private readonly ConcurrentDictionary<string, bool> _isNew = new(StringComparer.Ordinal) { [""] = false };
    private readonly ConcurrentDictionary<string, bool> _isReady = new(StringComparer.Ordinal) { [""] = true };

    /// <summary>The folder that a file or a folder is in.</summary>
    public static string Above(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    /// <summary>True where nothing stood in its place when first it was asked for; so nothing stood below it either.</summary>
    public bool IsNew(string folder) => _isNew.GetOrAdd(folder, path => IsNew(Above(path)) || !Path.Exists(Full(path)));

    /// <summary>Makes a folder and those above it where they are not there.</summary>
    /// <exception cref="PublishException">One of them is a symbolic link.</exception>
    public void Prepare(string folder)
    {
        if (_isReady.ContainsKey(folder)) return;
        Prepare(Above(folder));
        if (!IsNew(folder)) RefuseLink(folder);
        Directory.CreateDirectory(Full(folder));
        _isReady[folder] = true;
    }

    /// <summary>Refuses folders that are reached through a symbolic link: what lies behind it is not in the output folder.</summary>
    /// <exception cref="PublishException">The folder or one above it is a symbolic link.</exception>
    public void RefuseLinks(string folder)
    {
        for (; folder.Length > 0; folder = Above(folder)) RefuseLink(folder);
    }

    private void RefuseLink(string folder)
    {
        if (new DirectoryInfo(Full(folder)).LinkTarget is not null) throw new PublishException($"'{Full(folder)}' is a symbolic link, and leads out of the output folder perhaps; nothing is written there. Remove it, or build to another folder with --output.");
    }

    private string Full(string path) => Path.Combine(root, path);
}
