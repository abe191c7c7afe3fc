using System.Threading.Channels;

namespace Transformers.Cli.Serving;

/// <summary>Says when something may have changed. What changed is for the reader to find out: a watcher misses files that are made right after their folder.</summary>
internal sealed class FolderWatch : IDisposable
{
    /// <summary>How long to gather what comes together: an editor that writes by renaming makes four events.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(12);

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();

    /// <summary>False where the system watches no more folders, so that one has to look for changes.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Watches a folder with all below it but dot-files and dot-folders; also one that is put in its place when it is gone.</summary>
    public void AddFolder(DirectoryInfo folder)
    {
        var root = Path.TrimEndingDirectorySeparator(folder.FullName);
        var inside = Add(root, "*", isDeep: true);
        if (Path.GetDirectoryName(root) is not { } parent) return;
        var itself = Add(parent, Path.GetFileName(root), isDeep: false);
        itself.NotifyFilter = NotifyFilters.DirectoryName;
        itself.Created += (_, _) => Renew();
        itself.Renamed += (_, _) => Renew();

        void Renew()
        {
            inside.EnableRaisingEvents = false;
            Enable(inside);
            _events.Writer.TryWrite("");
        }
    }

    /// <summary>Watches a file.</summary>
    public void AddFile(FileInfo file) => Add(file.DirectoryName!, file.Name, isDeep: false);

    /// <summary>Waits for the next change, and gathers those that come with it.</summary>
    /// <returns>The full paths that are named; empty where it is only known that something changed.</returns>
    public async Task<IReadOnlySet<string>> Next(CancellationToken cancellation)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal) { await _events.Reader.ReadAsync(cancellation) };
        await Task.Delay(Gathering, cancellation);
        while (_events.Reader.TryRead(out var path)) paths.Add(path);
        paths.Remove("");
        return paths;
    }

    /// <summary>Watches no more.</summary>
    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
    }

    private FileSystemWatcher Add(string root, string filter, bool isDeep)
    {
        var watcher = new FileSystemWatcher(root, filter)
        {
            IncludeSubdirectories = isDeep,
            InternalBufferSize = 64 * 1024,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, e) => Say(e.FullPath);
        watcher.Created += (_, e) => Say(e.FullPath);
        watcher.Deleted += (_, e) => Say(e.FullPath);
        watcher.Renamed += (_, e) =>
        {
            Say(e.OldFullPath);
            Say(e.FullPath);
        };
        watcher.Error += (_, _) => _events.Writer.TryWrite("");
        _watchers.Add(watcher);
        Enable(watcher);
        return watcher;

        void Say(string path)
        {
            var isHidden = path.AsSpan(Math.Min(path.Length, root.Length)).Contains($"{Path.DirectorySeparatorChar}.", StringComparison.Ordinal);
            if (!isHidden) _events.Writer.TryWrite(path);
        }
    }

    private void Enable(FileSystemWatcher watcher)
    {
        try
        {
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            // There are too many folders, or this one is gone already.
            IsWhole = false;
        }
    }
}
