using Transformers.Diagnostics;

namespace Transformers.Cli.Findings;

/// <summary>Paths of findings as tools outside the vault want them.</summary>
internal static class FindingPaths
{
    /// <summary>The path from the working directory where the vault lies below it, else from the vault; <c>/</c> between segments.</summary>
    public static string Of(Diagnostic diagnostic, DirectoryInfo vault)
    {
        var prefix = Path.GetRelativePath(Environment.CurrentDirectory, vault.FullName).Replace(Path.DirectorySeparatorChar, '/');
        var isBelow = prefix is not ("." or "..") && !prefix.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(prefix);
        return isBelow ? $"{prefix}/{diagnostic.Path}" : diagnostic.Path.Value;
    }
}
