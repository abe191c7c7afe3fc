using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using System.Text.Json.Serialization;
using Transformers.Diagnostics;
using Transformers.Rendering;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Caching;

/// <summary>What a build was made from and what it said, so that the next one knows whether there is anything to do.</summary>
/// <param name="Key">The hash of what is no file of the vault: the program, the configuration, the templates, the state of the history.</param>
/// <param name="Listing">The hash of the paths of all files of the vault.</param>
/// <param name="Files">The hash of every file that was read, by path.</param>
/// <param name="Manifest">The hash of the manifest of the site that was written.</param>
/// <param name="Figures">What the site holds.</param>
/// <param name="Findings">What was found in the vault.</param>
/// <param name="Remark">What else was said.</param>
public sealed record BuildRecord(
    string Key,
    string Listing,
    ImmutableSortedDictionary<string, string> Files,
    ulong Manifest,
    SiteFigures Figures,
    ImmutableArray<RecordedFinding> Findings,
    string? Remark)
{
    /// <summary>The XxHash128 of bytes, in hexadecimal digits.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(XxHash128.Hash(bytes));

    /// <inheritdoc cref="HashOf(ReadOnlySpan{byte})"/>
    /// <param name="texts">Taken in UTF-8, a NUL after each.</param>
    public static string HashOf(params IEnumerable<string> texts)
    {
        var hash = new XxHash128();
        foreach (var text in texts) hash.Append(Encoding.UTF8.GetBytes(text + '\0'));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>The hash of a vault's listing.</summary>
    public static string HashOf(Vault vault) => HashOf(vault.Files.Select(file => file.Value));

    /// <summary>True where a build of a vault would read what this one read.</summary>
    /// <param name="key">As <see cref="Key"/> is now.</param>
    /// <param name="vault">The vault as it is now.</param>
    public bool IsOf(string key, Vault vault) => key == Key && HashOf(vault) == Listing && Files.AsParallel().All(file => IsSame(vault, file.Key, file.Value));

    private static bool IsSame(Vault vault, string path, string hash)
    {
        try
        {
            return SourcePath.TryParse(path, out var file) && HashOf(vault.Read(file)) == hash;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <summary>A finding, as far as a build tells of it.</summary>
/// <param name="Code">Of its rule.</param>
/// <param name="Severity">As the configuration has it.</param>
/// <param name="Path">The file.</param>
/// <param name="Range">The place in it.</param>
/// <param name="Message">What is wrong.</param>
public sealed record RecordedFinding(string Code, Severity Severity, string Path, SourceRange Range, string Message)
{
    /// <summary>Records a finding.</summary>
    public static RecordedFinding Of(Diagnostic found) => new(found.Rule.Code, found.Rule.Severity, found.Path.Value, found.Range, found.Message);

    /// <summary>The finding, without suggestions and changes.</summary>
    public Diagnostic ToDiagnostic() => new DiagnosticRule(Code, Severity, "").At(SourcePath.Parse(Path), Range, Message);
}

/// <summary>How a record is written, without reflection.</summary>
[JsonSerializable(typeof(BuildRecord))]
internal sealed partial class BuildRecordJson : JsonSerializerContext;
