using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Transformers.Diagnostics;

namespace Transformers.Cli.Findings;

/// <summary>Findings as a SARIF 2.1.0 log (OASIS, "Static Analysis Results Interchange Format").</summary>
internal static class SarifFindings
{
    /// <summary>Writes the log.</summary>
    public static void Write(ImmutableArray<Diagnostic> found, DirectoryInfo vault, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonFindings.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            Tool(found, json);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var diagnostic in found) Result(diagnostic, vault, json);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private static void Tool(ImmutableArray<Diagnostic> found, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Transformers");
        json.WriteStartArray("rules");
        foreach (var rule in found.Select(diagnostic => diagnostic.Rule).DistinctBy(rule => rule.Code).OrderBy(rule => rule.Code, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            json.WriteStartObject("shortDescription");
            json.WriteString("text", rule.Title);
            json.WriteEndObject();
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Diagnostic diagnostic, DirectoryInfo vault, Utf8JsonWriter json)
    {
        var range = diagnostic.Range;
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Rule.Code);
        json.WriteString("level", LevelOf(diagnostic.Rule));
        json.WriteStartObject("message");
        json.WriteString("text", diagnostic.Message);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', FindingPaths.Of(diagnostic, vault).Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", range.Line);
        json.WriteNumber("startColumn", range.Column);
        json.WriteNumber("endLine", range.EndLine);
        json.WriteNumber("endColumn", range.EndColumn);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string LevelOf(DiagnosticRule rule) => rule.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
}
