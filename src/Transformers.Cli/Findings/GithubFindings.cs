using System.Collections.Immutable;
using System.Globalization;
using Transformers.Diagnostics;
using Transformers.Text;

namespace Transformers.Cli.Findings;

/// <summary>Findings as annotations of a GitHub workflow (GitHub Docs, "Workflow commands for GitHub Actions").</summary>
internal static class GithubFindings
{
    /// <summary>Writes the findings, a workflow command each.</summary>
    public static void Write(ImmutableArray<Diagnostic> found, DirectoryInfo vault, TextWriter output)
    {
        foreach (var diagnostic in found)
        {
            var command = diagnostic.Rule.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
            var range = diagnostic.Range;
            output.WriteLine(
                $"::{command} file={Property(FindingPaths.Of(diagnostic, vault))},line={range.Line},endLine={range.EndLine}{Columns(range)},title={Property($"{diagnostic.Rule.Code} {diagnostic.Rule.Title}")}::{Data(diagnostic.Message)}");
        }
    }

    // GitHub takes columns only where a finding begins and ends on one line.
    private static string Columns(SourceRange range) =>
        range.Line == range.EndLine ? string.Create(CultureInfo.InvariantCulture, $",col={range.Column},endColumn={range.EndColumn}") : "";

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
