using System.Collections.Concurrent;
using System.Collections.Immutable;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Caching;

/// <summary>Notes what a build reads of a vault, by the very bytes that it saw: a file that is saved meanwhile is taken for what it was.</summary>
public sealed class VaultRecorder
{
    private readonly ConcurrentDictionary<SourcePath, string> _hashes = new();
    private volatile bool _isUnsure;

    /// <summary>Records a vault.</summary>
    /// <param name="vault">Its files.</param>
    /// <param name="history">What was added to it, and when.</param>
    public VaultRecorder(Vault vault, VaultHistory history) => Vault = new Vault(vault.Files, path => Read(vault, path), history);

    /// <summary>The vault to build from.</summary>
    public Vault Vault { get; }

    /// <summary>The hash of every file that was read; null where one could not be, or had other bytes the second time, so that nobody knows what the site was made from.</summary>
    public ImmutableSortedDictionary<string, string>? Hashes =>
        _isUnsure ? null : _hashes.ToImmutableSortedDictionary(file => file.Key.Value, file => file.Value, StringComparer.Ordinal);

    private byte[] Read(Vault vault, SourcePath path)
    {
        try
        {
            var bytes = vault.Read(path);
            var hash = BuildRecord.HashOf(bytes);
            if (_hashes.GetOrAdd(path, hash) != hash) _isUnsure = true;
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _isUnsure = true;
            throw;
        }
    }
}
