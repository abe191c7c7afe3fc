using Transformers.Diagnostics;
using Transformers.Locks;
using Transformers.Parsing;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers;

/// <summary>Reads what a vault remembers of its site.</summary>
internal static class LockReader
{
    /// <summary>The lock's place in a vault.</summary>
    public static SourcePath Path { get; } = SourcePath.Parse(AddressLock.FileName);

    /// <summary>Reads the lock; null for a vault without one, or where it can't be read.</summary>
    public static StageResult<AddressLock?> Read(Vault vault)
    {
        if (!vault.Files.Contains(Path)) return new(null, []);
        var file = TextDecoder.Read(vault, Path);
        if (file.Value is null) return new(null, file.Diagnostics);
        var locked = AddressLock.Parse(file.Value);
        return new(locked.Value, [.. file.Diagnostics, .. locked.Diagnostics]);
    }
}
