using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Transformers.Diagnostics;

namespace Transformers.Cli.Findings;

/// <summary>Findings as one JSON object: <c>{"version": 1, "diagnostics": […]}</c>.</summary>
internal static class JsonFindings
{
    /// <summary>Readable: what is no ASCII stays as it is.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Writes the findings.</summary>
    public static void Write(ImmutableArray<Diagnostic> found, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("diagnostics");
            foreach (var diagnostic in found) Write(diagnostic, json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private static void Write(Diagnostic diagnostic, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", diagnostic.Path.Value);
        json.WriteNumber("line", diagnostic.Range.Line);
        json.WriteNumber("column", diagnostic.Range.Column);
        json.WriteNumber("endLine", diagnostic.Range.EndLine);
        json.WriteNumber("endColumn", diagnostic.Range.EndColumn);
        json.WriteString("severity", diagnostic.SeverityName);
        json.WriteString("code", diagnostic.Rule.Code);
        json.WriteString("message", diagnostic.Message);
        json.WriteStartArray("suggestions");
        foreach (var suggestion in diagnostic.Suggestions) json.WriteStringValue(suggestion);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
