using System.Buffers;
using System.Text.Json;
using Transformers.Catalogue;
using Transformers.Text;

namespace Transformers.Export;

/// <summary>CSL-JSON, by the schema <c>csl-data.json</c> of the Citation Style Language 1.0.2.</summary>
public static class CslJson
{
    /// <summary>Writes an array with an item a work.</summary>
    public static void Write(IEnumerable<Work> works, IBufferWriter<byte> output)
    {
        using var records = new JsonRecords(output);
        records.Begin("[");
        foreach (var work in works) records.Add(json => Write(work, json));
        records.End("]\n");
    }

    private static void Write(Work work, Utf8JsonWriter json)
    {
        var type = WorkType.Of(work);
        json.WriteStartObject();
        json.WriteString("id", work.Key);
        json.WriteString("type", type.Csl);
        json.WriteString("title", TextLine.OnOneLine(work.Label));
        json.WriteText("title-short", work.ShortTitle);
        if (!work.Authors.IsEmpty)
        {
            json.WriteStartArray("author");
            foreach (var author in work.Authors) Write(AuthorName.Of(TextLine.OnOneLine(author)), json);
            json.WriteEndArray();
        }

        if (work.Year is { } year)
        {
            json.WriteStartObject("issued");
            json.WriteStartArray("date-parts");
            json.WriteStartArray();
            json.WriteNumberValue(year);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteText("publisher", work.Publisher);
        if (type.Degree is not null) json.WriteString("genre", DegreeOf(type.Degree));
        if (work.Identifier("arxiv") is { } arxiv)
        {
            json.WriteString("archive", "arXiv");
            json.WriteString("archive_location", arxiv);
        }

        json.WriteText("DOI", work.Identifier("doi"));
        json.WriteText("ISBN", work.Identifier("isbn"));
        json.WriteText("PMID", work.Identifier("pubmed"));
        json.WriteText("PMCID", work.Identifier("pmc"));
        json.WriteText("URL", work.Url);
        json.WriteString("keyword", string.Join(", ", work.Entries.SelectMany(entry => entry.Tags).Distinct(StringComparer.OrdinalIgnoreCase)));
        json.WriteEndObject();
    }

    private static void Write(AuthorName name, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("family", name.Family);
        if (name.Given.Length > 0) json.WriteString("given", name.Given);
        if (name.Particle.Length > 0) json.WriteString("non-dropping-particle", name.Particle);
        if (name.Suffix.Length > 0) json.WriteString("suffix", name.Suffix);
        json.WriteEndObject();
    }

    private static string DegreeOf(string degree) => degree switch
    {
        "phdthesis" => "PhD thesis",
        "mathesis" => "Master's thesis",
        "bathesis" => "Bachelor's thesis",
        _ => "Thesis",
    };
}
