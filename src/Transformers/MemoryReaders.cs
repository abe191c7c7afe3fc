using Transformers.Diagnostics;
using Transformers.External;
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
    public static StageResult<AddressLock?> Read(Vault vault) => Remembered.Read(vault, Path, AddressLock.Parse);
}

/// <summary>Reads what a vault remembers of its outside links.</summary>
internal static class LedgerReader
{
    /// <summary>The ledger's place in a vault.</summary>
    public static SourcePath Path { get; } = SourcePath.Parse(LinkLedger.FileName);

    /// <summary>Reads the ledger; null for a vault without one, or where it can't be read.</summary>
    public static StageResult<LinkLedger?> Read(Vault vault) => Remembered.Read(vault, Path, LinkLedger.Parse);
}

/// <summary>Reads the files in which a vault remembers something.</summary>
file static class Remembered
{
    public static StageResult<T?> Read<T>(Vault vault, SourcePath path, Func<SourceFile, StageResult<T>> parse)
        where T : class
    {
        if (!vault.Files.Contains(path)) return new(null, []);
        var file = TextDecoder.Read(vault, path);
        if (file.Value is null) return new(null, file.Diagnostics);
        var parsed = parse(file.Value);
        return new(parsed.Value, [.. file.Diagnostics, .. parsed.Diagnostics]);
    }
}
