using System.Globalization;
using System.Text.Json;
using Transformers.Catalogue;
using Transformers.Text;

namespace Transformers.Export;

/// <summary>Works in the words of schema.org, for JSON-LD.</summary>
internal static class SchemaOrg
{
    /// <summary>How many values of one property are told.</summary>
    private const int Most = 100;

    private const int MostOfRemark = 300;

    /// <summary>Writes a work that has a page.</summary>
    /// <param name="work">The work.</param>
    /// <param name="page">The address of its page.</param>
    /// <param name="json">Where to.</param>
    public static void Write(Work work, string page, Utf8JsonWriter json)
    {
        var type = WorkType.Of(work).SchemaOrg;
        json.WriteStartObject();
        json.WriteString("@type", type);
        json.WriteString("name", work.Label);
        json.WriteText("alternateName", work.ShortTitle);
        WriteNames("author", "Person", work.Authors.Take(Most), json);
        if (work.Year is { } year) json.WriteString("datePublished", year.ToString("0000", CultureInfo.InvariantCulture));
        if (work.Publisher is { } publisher) WriteNames(type is "Course" ? "provider" : "publisher", "Organization", [publisher], json);
        if (work.Entries.SelectMany(entry => entry.Entry.Remarks).FirstOrDefault() is { } remark) json.WriteString("description", Sentences.First(remark, MostOfRemark));
        if (type is "Book") json.WriteText("isbn", work.Identifier("isbn"));
        if (type is "SoftwareSourceCode" && work.Identifier("github") is { } repository) json.WriteString("codeRepository", $"https://github.com/{repository}");
        WriteIdentifiers(work, json);
        if (WebAddress(work.Url) is { } url) json.WriteString("url", url);
        json.WriteString("mainEntityOfPage", page);
        json.WriteEndObject();
    }

    /// <summary>Writes people or organisations, of whom only the names are known; nothing for none.</summary>
    public static void WriteNames(string property, string type, IEnumerable<string> names, Utf8JsonWriter json)
    {
        var isOpen = false;
        foreach (var name in names)
        {
            if (!isOpen) json.WriteStartArray(property);
            isOpen = true;
            json.WriteStartObject();
            json.WriteString("@type", type);
            json.WriteString("name", name);
            json.WriteEndObject();
        }

        if (isOpen) json.WriteEndArray();
    }

    private static void WriteIdentifiers(Work work, Utf8JsonWriter json)
    {
        if (work.Identifiers.IsEmpty) return;
        json.WriteStartArray("identifier");
        foreach (var identifier in work.Identifiers.Take(Most))
        {
            json.WriteStartObject();
            json.WriteString("@type", "PropertyValue");
            json.WriteString("propertyID", identifier.Scheme);
            json.WriteString("value", identifier.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
