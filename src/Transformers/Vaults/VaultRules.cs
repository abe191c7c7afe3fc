using Transformers.Diagnostics;

namespace Transformers.Vaults;

/// <summary>What reading can find: its codes.</summary>
public static class VaultRules
{
    /// <summary>A link or a symbolic link leads to a place outside the vault.</summary>
    public static readonly DiagnosticRule LeadsOut = new("KB014", Severity.Error, "Path that leads out of the vault");

    /// <summary>The bytes are not UTF-8 text, or the file could not be read.</summary>
    public static readonly DiagnosticRule Unreadable = new("KB015", Severity.Error, "File that cannot be read or is not UTF-8 text");
}
