using System.Collections.Immutable;
using Transformers.Diagnostics;

namespace Transformers.Cli.Findings;

/// <summary>Findings for people: a line each, and how many there are.</summary>
internal static class TextFindings
{
    /// <summary>Writes the findings.</summary>
    public static void Write(ImmutableArray<Diagnostic> found, TextWriter output, bool withSummary)
    {
        foreach (var diagnostic in found) output.WriteLine(diagnostic);
        if (withSummary) output.WriteLine(Report.Counts(found));
    }
}
