using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Transformers.Text;

namespace Transformers.Export;

/// <summary>Writes JSON with a record a line, so that two versions can be compared, and with no more than one record in memory.</summary>
/// <param name="output">Where to.</param>
internal sealed class JsonRecords(IBufferWriter<byte> output) : IDisposable
{
    // The files are no part of a page, where more would have to be escaped.
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private string _separator = "\n";

    /// <summary>Writes what opens a list of records.</summary>
    public void Begin(string markup)
    {
        output.Write(markup);
        _separator = "\n";
    }

    /// <summary>Adds one value to the list.</summary>
    public void Add(Action<Utf8JsonWriter> write)
    {
        output.Write(_separator);
        _separator = ",\n";
        write(_json);
        _json.Flush();
        _json.Reset();
    }

    /// <summary>Writes what closes a list of records.</summary>
    public void End(string markup) => output.Write($"\n{markup}");

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}

/// <summary>What is left out where it is not known.</summary>
internal static class JsonFields
{
    /// <summary>A field of text; none for null.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    /// <summary>A field of several texts; none for none.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
