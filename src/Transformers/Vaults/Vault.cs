using System.Collections.Immutable;
using System.Text;
using Transformers.Text;

namespace Transformers.Vaults;

/// <summary>The files of a vault, and how their bytes are had.</summary>
/// <remarks>A listing: no text is held. Folders on disk come from <see cref="VaultFolder"/>, texts in memory from <see cref="Of"/>.</remarks>
public sealed class Vault
{
    private readonly Func<SourcePath, byte[]> _read;

    /// <summary>A vault of files that someone else can read.</summary>
    /// <param name="files">Every file, in any order.</param>
    /// <param name="read">Reads a file whole; may throw <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>.</param>
    /// <param name="history">What was added to it, and when; null where that is not known.</param>
    public Vault(IEnumerable<SourcePath> files, Func<SourcePath, byte[]> read, VaultHistory? history = null)
    {
        History = history ?? VaultHistory.None;
        Files = [.. files.Order()];
        _read = read;
    }

    /// <summary>Every file, in path order.</summary>
    public ImmutableArray<SourcePath> Files { get; }

    /// <summary>What was added to it, and when.</summary>
    public VaultHistory History { get; }

    /// <summary>A vault in memory.</summary>
    public static Vault Of(params IEnumerable<(string Path, string Text)> files)
    {
        var texts = files.ToDictionary(file => SourcePath.Parse(file.Path), file => Encoding.UTF8.GetBytes(file.Text));
        return new(texts.Keys, path => texts[path]);
    }

    /// <summary>The vault with a file as it may not be on the disk yet.</summary>
    public Vault With(SourcePath path, byte[] content) => new(Files.Remove(path).Add(path), file => file == path ? content : Read(file), History);

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public byte[] Read(SourcePath path) => _read(path);
}
