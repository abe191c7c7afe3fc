using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Transformers.Diagnostics;
using Transformers.Text;

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
            ImmutableArray<DiagnosticRule> rules =
                [.. found.Select(diagnostic => diagnostic.Rule).DistinctBy(rule => rule.Code).OrderBy(rule => rule.Code, StringComparer.Ordinal)];
            var places = rules.Select((rule, place) => (rule.Code, place)).ToDictionary(StringComparer.Ordinal);
            Tool(rules, json);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var diagnostic in found) Result(diagnostic, places[diagnostic.Rule.Code], vault, json);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private static void Tool(ImmutableArray<DiagnosticRule> rules, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Transformers");
        json.WriteString("version", typeof(SarifFindings).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            Message("shortDescription", rule.Title, json);
            if (Explanations.Of(rule.Code) is { } page)
            {
                json.WriteStartObject("help");
                json.WriteString("text", page);
                json.WriteString("markdown", page);
                json.WriteEndObject();
            }

            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Diagnostic diagnostic, int rule, DirectoryInfo vault, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Rule.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", LevelOf(diagnostic.Rule));
        Message("message", diagnostic.Message, json);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        Artifact(diagnostic, vault, json);
        Region("region", diagnostic.Range, json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        if (!diagnostic.Fix.IsEmpty) Fix(diagnostic, vault, json);
        json.WriteEndObject();
    }

    private static void Fix(Diagnostic diagnostic, DirectoryInfo vault, Utf8JsonWriter json)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        Artifact(diagnostic, vault, json);
        json.WriteStartArray("replacements");
        foreach (var edit in diagnostic.Fix)
        {
            json.WriteStartObject();
            Region("deletedRegion", edit.Range, json);
            Message("insertedContent", edit.New, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Message(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void Artifact(Diagnostic diagnostic, DirectoryInfo vault, Utf8JsonWriter json)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', FindingPaths.Of(diagnostic, vault).Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
    }

    private static void Region(string name, SourceRange range, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", range.Line);
        json.WriteNumber("startColumn", range.Column);
        json.WriteNumber("endLine", range.EndLine);
        json.WriteNumber("endColumn", range.EndColumn);
        json.WriteEndObject();
    }

    private static string LevelOf(DiagnosticRule rule) => rule.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
}
