using System.Collections.Immutable;
using System.Globalization;
using Transformers.Diagnostics;
using Transformers.Text;

namespace Transformers.Cli.Findings;

/// <summary>Findings for people: a line each with the line that it stands in, and how many there are.</summary>
internal static class TextFindings
{
    /// <summary>Writes the findings.</summary>
    /// <param name="found">The findings, in the order of the files.</param>
    /// <param name="lines">The lines of the files; null for findings without excerpts and without a summary.</param>
    /// <param name="ink">How to colour.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(ImmutableArray<Diagnostic> found, SourceLines? lines, Ink ink, TextWriter output)
    {
        foreach (var diagnostic in found)
        {
            output.WriteLine(ink.Line(diagnostic));
            if (diagnostic.Range != SourceRange.FileStart && lines?.Line(diagnostic.Path, diagnostic.Range.Line) is { } line) WriteExcerpt(diagnostic, line, ink, output);
        }

        if (lines is null) return;
        output.WriteLine(Report.Counts(found));
        var fixable = found.Count(diagnostic => !diagnostic.Fix.IsEmpty);
        if (fixable > 0) output.WriteLine($"{Report.Many(fixable, "finding")} can be mended with --fix.");
    }

    /// <summary>Writes what was mended, a line each, and how much that is.</summary>
    public static void WriteMended(ImmutableArray<Diagnostic> mended, TextWriter output)
    {
        foreach (var diagnostic in mended)
        {
            output.WriteLine(Ink.Safe($"{diagnostic.Path}:{diagnostic.Range.Line}:{diagnostic.Range.Column}: mended {diagnostic.Rule.Code}: {diagnostic.Rule.Title}"));
        }

        output.WriteLine($"{Report.Many(mended.Length, "finding")} mended in {Report.Many(mended.Select(diagnostic => diagnostic.Path).Distinct().Count(), "file")}.");
    }

    private static void WriteExcerpt(Diagnostic diagnostic, string line, Ink ink, TextWriter output)
    {
        var excerpt = Excerpt.Of(line, diagnostic.Range);
        var number = diagnostic.Range.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        output.WriteLine($"{number} | {excerpt.Source}".TrimEnd());
        output.WriteLine($"      | {ink.Paint(diagnostic.Rule.Severity, excerpt.Carets)}");
    }
}
