using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using Transformers.Rendering;
using Transformers.Vaults;

namespace Transformers.Publishing;

/// <summary>What publishing did.</summary>
/// <param name="Written">How many files are new or changed.</param>
/// <param name="Unchanged">How many files were left as they are.</param>
/// <param name="Deleted">How many files of an earlier build are gone.</param>
/// <param name="Manifest">The XxHash3 of what the site's manifest says.</param>
public sealed record PublishSummary(int Written, int Unchanged, int Deleted, ulong Manifest);

/// <summary>The writing edge: a site into a folder.</summary>
/// <remarks>
/// A file is written elsewhere and renamed into its place, so that it is whole at any moment. Files whose bytes are the same keep their time.
/// What an earlier build wrote and this one does not is deleted last; what no build wrote is never touched. One build at a time writes.
/// </remarks>
public sealed class SiteFolder
{
    // A file that was announced and perhaps never written; an empty one has another hash.
    private static readonly (long, ulong) Unknown = (0, 0);

    private readonly string _root;
    private readonly Vault _vault;
    private readonly Manifest _before;
    private readonly Staging _staging;
    private readonly ConcurrentDictionary<string, (long Length, ulong Hash)> _after = new(StringComparer.Ordinal);
    private readonly SiteFolders _folders;
    private int _written;

    private SiteFolder(string root, Vault vault)
    {
        _root = root;
        _vault = vault;
        var manifest = Path.Combine(root, Manifest.FileName);
        _before = File.Exists(manifest) ? Manifest.Parse(File.ReadAllBytes(manifest)) : Manifest.Empty;
        _folders = new SiteFolders(root);
        _folders.RefuseLinks(Staging.FolderName);
        _staging = new Staging(root);
    }

    /// <summary>Writes the site.</summary>
    /// <param name="folder">The output folder; it is made where it does not exist.</param>
    /// <param name="files">The site.</param>
    /// <param name="vault">Where attachments are copied from.</param>
    /// <param name="progress">Told, from any thread, after each file.</param>
    /// <param name="waiting">Called once where another build writes to the folder, which this one then waits for.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <exception cref="PublishException">A file can't be written, or is not this program's to overwrite.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PublishSummary Write(
        DirectoryInfo folder, ImmutableArray<SiteFile> files, Vault vault, IProgress<SiteFile>? progress = null, Action? waiting = null, CancellationToken cancellation = default)
    {
        try
        {
            folder.Create();
            var root = Path.TrimEndingDirectorySeparator(folder.FullName);
            using var held = SiteLock.Take(root, waiting, cancellation);
            var site = new SiteFolder(root, vault);
            site.Announce(files);
            site.ClearTheWay(files);
            var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.ForEach(files, options, () => new PendingFile(site._staging), (file, _, pending) =>
            {
                site.Write(file, pending);
                progress?.Report(file);
                return pending;
            }, pending => pending.Dispose());
            return site.Finish(files);
        }
        catch (AggregateException e)
        {
            throw Translate(e.InnerExceptions[0], folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Translate(e, folder);
        }
    }

    /// <summary>True where a folder holds what the build left in it whose summary had this manifest: every file is there with its length.</summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="manifest"><see cref="PublishSummary.Manifest"/> of that build.</param>
    /// <param name="waiting">Called once where another build writes to the folder, which this one then waits for.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static bool IsAsWritten(DirectoryInfo folder, ulong manifest, Action? waiting = null, CancellationToken cancellation = default)
    {
        try
        {
            var root = Path.TrimEndingDirectorySeparator(folder.FullName);
            if (!File.Exists(Path.Combine(root, Manifest.FileName))) return false;
            using var held = SiteLock.Take(root, waiting, cancellation);
            var bytes = File.ReadAllBytes(Path.Combine(root, Manifest.FileName));
            return XxHash3.HashToUInt64(bytes) == manifest
                && !Directory.Exists(Path.Combine(root, Staging.FolderName))
                && Manifest.FilesIn(bytes).AsParallel().All(file => new FileInfo(Path.Combine(root, file.Path)) is { Exists: true } there && there.Length == file.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static Exception Translate(Exception e, DirectoryInfo folder) => e is IOException or UnauthorizedAccessException
        ? new PublishException($"The site could not be written to '{folder.FullName}': {e.Message.TrimEnd('.')}. Every file there is whole; when the cause is mended, build again.", e)
        : e;

    // Before the first file: whatever happens then, the next build knows which files may be this one's.
    private void Announce(ImmutableArray<SiteFile> files)
    {
        var known = _before.Files.ToBuilder();
        foreach (var file in files)
        {
            var path = file.Address.FilePath;
            if (known.ContainsKey(path)) continue;
            RefuseToReplace(file);
            known[path] = Unknown;
        }

        if (known.Count > _before.Files.Count) Save(Encoding.UTF8.GetBytes(new Manifest(known.ToImmutable()).ToString()));
    }

    private void RefuseToReplace(SiteFile file)
    {
        var path = file.Address.FilePath;
        if (FoldersAbove(path).FirstOrDefault(above => !_folders.IsNew(above) && File.Exists(Full(above)) && !_before.Files.ContainsKey(above)) is { } inTheWay) throw NotOurs(inTheWay);
        if (!_folders.IsNew(SiteFolders.Above(path)) && File.Exists(Full(path)) && !IsAt(Full(path), file)) throw NotOurs(path);
    }

    private bool IsAt(string path, SiteFile file)
    {
        using var pending = new PendingFile(_staging);
        Fill(pending, file, isKept: false);
        return pending.IsAt(path);
    }

    private PublishException NotOurs(string path) =>
        new($"'{Full(path)}' was not written by an earlier build, and this one would overwrite it. Move it away, or build to another folder with --output.");

    // A file that stands where a folder is wanted now, or in a folder where a file is: those go first.
    private void ClearTheWay(ImmutableArray<SiteFile> files)
    {
        var wanted = files.Select(file => file.Address.FilePath).ToHashSet(StringComparer.Ordinal);
        string[] unwanted = [.. _before.Files.Keys.Where(path => !wanted.Contains(path))];
        if (unwanted.Length == 0) return;
        var folders = wanted.SelectMany(FoldersAbove).ToHashSet(StringComparer.Ordinal);
        foreach (var path in unwanted.Where(path => folders.Contains(path) || FoldersAbove(path).Any(wanted.Contains))) Delete(path);
    }

    private static IEnumerable<string> FoldersAbove(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1)) yield return path[..slash];
    }

    private void Write(SiteFile file, PendingFile pending)
    {
        var path = file.Address.FilePath;
        var was = _staging.WasCutOff ? Unknown : _before.Files.GetValueOrDefault(path, Unknown);
        Fill(pending, file, isKept: was == Unknown);
        _after[path] = (pending.Length, pending.Hash);
        if (IsThere(path, pending, was)) return;

        try
        {
            _folders.Prepare(SiteFolders.Above(path));
            pending.MoveTo(Full(path));
        }
        catch (Exception e) when (e is UnauthorizedAccessException || (e is IOException && Directory.Exists(Full(path))))
        {
            throw new IOException($"'{Full(path)}' cannot be replaced ({(Directory.Exists(Full(path)) ? "it is a folder" : "access is denied, or another program holds it")})", e);
        }

        Interlocked.Increment(ref _written);
    }

    private bool IsThere(string path, PendingFile pending, (long Length, ulong Hash) was)
    {
        var isSure = was != Unknown;
        if (isSure ? was != (pending.Length, pending.Hash) : _folders.IsNew(SiteFolders.Above(path))) return false;
        return new FileInfo(Full(path)) is { Exists: true } there && there.Length == pending.Length && (isSure || pending.IsAt(Full(path)));
    }

    private void Fill(PendingFile pending, SiteFile file, bool isKept)
    {
        if (file is SiteFile.Copied copied) pending.Fill(Read(copied));
        else pending.Fill(((SiteFile.Rendered)file).Write, isKept);
    }

    private byte[] Read(SiteFile.Copied file)
    {
        try
        {
            return _vault.Read(file.Source);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PublishException($"The attachment '{file.Source}' cannot be read, and so not be published: {e.Message}", e);
        }
    }

    private PublishSummary Finish(ImmutableArray<SiteFile> files)
    {
        var stale = _before.Files.Keys.Where(path => !_after.ContainsKey(path)).ToArray();
        foreach (var path in stale) Delete(path);
        var manifest = new Manifest(_after.ToImmutableSortedDictionary(StringComparer.Ordinal));
        var text = Encoding.UTF8.GetBytes(manifest.ToString());
        if (stale.Length > 0 || !manifest.Files.SequenceEqual(_before.Files)) Save(text);
        _staging.Close();
        return new(_written, files.Length - _written, stale.Length, XxHash3.HashToUInt64(text));
    }

    private void Delete(string path)
    {
        _folders.RefuseLinks(SiteFolders.Above(path));
        if (File.Exists(Full(path))) File.Delete(Full(path));
        for (var folder = Path.GetDirectoryName(Full(path))!; folder.Length > _root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (!Directory.Exists(folder)) continue;
            if (Directory.EnumerateFileSystemEntries(folder).Any()) return;
            Directory.Delete(folder);
        }
    }

    private void Save(ReadOnlySpan<byte> manifest) => _staging.Write(Path.Combine(_root, Manifest.FileName), manifest);

    private string Full(string path) => Path.Combine(_root, path);
}
