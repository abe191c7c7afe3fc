using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Transformers.Catalogue;
using Transformers.Linking;
using Transformers.Model;

namespace Transformers.Export;

/// <summary><c>catalog.json</c>: every entry and every work, by the schema that stands beside it.</summary>
public static class CatalogueJson
{
    /// <summary>The schema, a JSON Schema 2020-12, as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Schema { get; } = ReadSchema();

    /// <summary>Writes the entries and works that are wanted.</summary>
    public static void Write(CatalogueSelection selection, IBufferWriter<byte> output)
    {
        using var records = new JsonRecords(output);
        records.Begin("{\"version\":1,\"entries\":[");
        foreach (var entry in selection.Entries) records.Add(json => Write(entry, selection, json));
        records.End("],");
        records.Begin("\"works\":[");
        foreach (var work in selection.Works) records.Add(json => Write(work, selection.Addresses, json));
        records.End("]}\n");
    }

    /// <summary>What an entry is called everywhere: its page's address and the <c>id</c> on it.</summary>
    internal static string IdOf(CatalogueEntry entry, AddressBook addresses) => $"{addresses.Of(entry.Note)}#{entry.Entry.Anchor}";

    private static void Write(CatalogueEntry entry, CatalogueSelection selection, Utf8JsonWriter json)
    {
        var written = entry.Entry;
        var citation = written.Citation;
        json.WriteStartObject();
        json.WriteString("id", IdOf(entry, selection.Addresses));
        json.WriteString("kind", written.Kind);
        json.WriteTexts("tags", entry.Tags);
        json.WriteText("title", citation?.Title);
        json.WriteText("shortTitle", citation?.ShortTitle);
        json.WriteTexts("authors", citation?.Authors ?? []);
        if (citation?.Year is { } year) json.WriteNumber("year", year);
        json.WriteText("publisher", citation?.Publisher);
        json.WriteText("url", written.Url);
        Write(written.Identifiers, json);
        json.WriteString("note", entry.Note.Path.Value);
        json.WriteNumber("line", written.Range.Line);
        json.WriteTexts("section", written.Section);
        Write(written.Resources, json);
        if (!written.Remarks.IsEmpty) json.WriteString("summary", string.Join('\n', written.Remarks));
        if (selection.Catalogue.ParentOf(entry) is { } parent) json.WriteString("parent", IdOf(parent, selection.Addresses));
        json.WriteText("work", selection.Catalogue.WorkOf(entry)?.Key);
        json.WriteEndObject();
    }

    private static void Write(Work work, AddressBook addresses, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("key", work.Key);
        json.WriteText("page", work.Page?.Value);
        json.WriteString("kind", work.Kind);
        json.WriteText("title", work.Title);
        json.WriteText("shortTitle", work.ShortTitle);
        json.WriteTexts("authors", work.Authors);
        if (work.Year is { } year) json.WriteNumber("year", year);
        json.WriteText("publisher", work.Publisher);
        json.WriteText("url", work.Url);
        Write(work.Identifiers, json);
        Write(work.Resources, json);
        json.WriteTexts("entries", [.. work.Entries.Select(entry => IdOf(entry, addresses))]);
        json.WriteEndObject();
    }

    /// <summary>By scheme; of several of one scheme the first.</summary>
    private static void Write(ImmutableArray<Identifier> identifiers, Utf8JsonWriter json)
    {
        if (identifiers.IsEmpty) return;
        json.WriteStartObject("identifiers");
        foreach (var identifier in identifiers.DistinctBy(identifier => identifier.Scheme)) json.WriteString(identifier.Scheme, identifier.Value);
        json.WriteEndObject();
    }

    private static void Write(ImmutableArray<Resource> resources, Utf8JsonWriter json)
    {
        if (resources.IsEmpty) return;
        json.WriteStartArray("links");
        foreach (var resource in resources)
        {
            json.WriteStartObject();
            json.WriteString("kind", resource.Kind);
            json.WriteText("title", resource.Title);
            json.WriteString("url", resource.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static byte[] ReadSchema()
    {
        using var stream = typeof(CatalogueJson).Assembly.GetManifestResourceStream("catalog.schema.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
