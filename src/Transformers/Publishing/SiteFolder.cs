using System.Buffers;
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
public sealed record PublishSummary(int Written, int Unchanged, int Deleted);

/// <summary>The writing edge: a site into a folder.</summary>
/// <remarks>
/// A file is written beside its place and renamed into it, so that it is whole at any moment. Files whose bytes are the same keep their time.
/// What an earlier build wrote and this one does not is deleted last; what no build wrote is never touched.
/// </remarks>
public sealed class SiteFolder
{
    private readonly string _root;
    private readonly Vault _vault;
    private readonly Manifest _before;
    private readonly ConcurrentDictionary<string, (long Length, ulong Hash)> _after = new(StringComparer.Ordinal);
    private int _written;

    private SiteFolder(string root, Vault vault)
    {
        _root = root;
        _vault = vault;
        var manifest = Path.Combine(root, Manifest.FileName);
        _before = File.Exists(manifest) ? Manifest.Parse(File.ReadAllText(manifest)) : Manifest.Empty;
    }

    /// <summary>Writes the site.</summary>
    /// <param name="folder">The output folder; it is made where it does not exist.</param>
    /// <param name="files">The site.</param>
    /// <param name="vault">Where attachments are copied from.</param>
    /// <param name="progress">Told, from any thread, after each file.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <exception cref="PublishException">A file can't be written, or is not this program's to overwrite.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PublishSummary Write(DirectoryInfo folder, ImmutableArray<SiteFile> files, Vault vault, IProgress<SiteFile>? progress = null, CancellationToken cancellation = default)
    {
        try
        {
            folder.Create();
            var site = new SiteFolder(folder.FullName, vault);
            site.Announce(files);
            Parallel.ForEach(files, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, file =>
            {
                site.Write(file);
                progress?.Report(file);
            });
            return site.Finish(files.Length);
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

    private static Exception Translate(Exception e, DirectoryInfo folder) => e is IOException or UnauthorizedAccessException
        ? new PublishException($"The site could not be written to '{folder.FullName}': {e.Message}", e)
        : e;

    // Before the first file: whatever happens then, the next build knows which files may be this one's.
    private void Announce(ImmutableArray<SiteFile> files)
    {
        var known = _before.Files.ToBuilder();
        foreach (var file in files)
        {
            var path = file.Address.FilePath;
            if (known.ContainsKey(path)) continue;
            if (File.Exists(Full(path)) && !HasBytes(Full(path), file))
            {
                throw new PublishException($"'{Full(path)}' was not written by an earlier build, and this one would overwrite it. Move it away, or build to another folder with --output.");
            }

            known[path] = (-1, 0);
        }

        if (known.Count > _before.Files.Count) Save(new Manifest(known.ToImmutable()));
    }

    private bool HasBytes(string path, SiteFile file) => File.ReadAllBytes(path).AsSpan().SequenceEqual(BytesOf(file));

    private void Write(SiteFile file)
    {
        var path = file.Address.FilePath;
        var bytes = BytesOf(file);
        var now = (Length: (long)bytes.Length, Hash: XxHash3.HashToUInt64(bytes));
        _after[path] = now;
        if (_before.Files.TryGetValue(path, out var was) && was == now && new FileInfo(Full(path)) is { Exists: true } there && there.Length == now.Length) return;

        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        WholeFile.Replace(Full(path), bytes);
        Interlocked.Increment(ref _written);
    }

    private ReadOnlySpan<byte> BytesOf(SiteFile file)
    {
        if (file is not SiteFile.Rendered rendered) return _vault.Read(((SiteFile.Copied)file).Source);
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        rendered.Write(buffer);
        return buffer.WrittenSpan;
    }

    private PublishSummary Finish(int count)
    {
        var stale = _before.Files.Keys.Where(path => !_after.ContainsKey(path)).ToArray();
        foreach (var path in stale) Delete(path);
        var manifest = new Manifest(_after.ToImmutableSortedDictionary(StringComparer.Ordinal));
        if (stale.Length > 0 || !manifest.Files.SequenceEqual(_before.Files)) Save(manifest);
        return new(_written, count - _written, stale.Length);
    }

    private void Delete(string path)
    {
        File.Delete(Full(path));
        for (var folder = Path.GetDirectoryName(Full(path))!; folder.Length > _root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (!Directory.Exists(folder)) continue;
            if (Directory.EnumerateFileSystemEntries(folder).Any()) return;
            Directory.Delete(folder);
        }
    }

    private void Save(Manifest manifest) => WholeFile.Replace(Path.Combine(_root, Manifest.FileName), Encoding.UTF8.GetBytes(manifest.ToString()));

    private string Full(string path) => Path.Combine(_root, path);
}
