using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Transformers.Catalogue;
using Transformers.Text;

namespace Transformers.Export;

/// <summary>Comma-separated values by RFC 4180: a header, then a line a work.</summary>
public static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private static readonly ImmutableArray<(string Name, Func<Work, string?> Value)> Columns =
    [
        ("key", work => work.Key),
        ("kind", work => work.Kind),
        ("title", work => work.Title),
        ("short_title", work => work.ShortTitle),
        ("authors", work => Join(work.Authors)),
        ("year", work => work.Year?.ToString(CultureInfo.InvariantCulture)),
        ("publisher", work => work.Publisher),
        ("url", work => work.Url),
        ("arxiv", work => work.Identifier("arxiv")),
        ("doi", work => work.Identifier("doi")),
        ("isbn", work => work.Identifier("isbn")),
        ("identifiers", work => Join(work.Identifiers.Select(identifier => identifier.ToString()))),
        ("tags", work => Join(work.Entries.SelectMany(entry => entry.Tags).Distinct(StringComparer.OrdinalIgnoreCase))),
        ("links", work => Join(work.Resources.Select(resource => $"{resource.Kind} {resource.Url}"))),
        ("notes", work => Join(work.Entries.Select(entry => entry.ToString()))),
        ("summary", work => string.Join('\n', work.Entries.SelectMany(entry => entry.Entry.Remarks))),
    ];

    /// <summary>Writes the works. Several values in a field are parted by <c>; </c>; what is not known is empty.</summary>
    public static void Write(IEnumerable<Work> works, IBufferWriter<byte> output)
    {
        Line(Columns.Select(column => column.Name), output);
        foreach (var work in works) Line(Columns.Select(column => column.Value(work)), output);
    }

    private static void Line(IEnumerable<string?> values, IBufferWriter<byte> output) => output.Write($"{string.Join(',', values.Select(Field))}\r\n");

    private static string Field(string? value) =>
        value.AsSpan().ContainsAny(Quoted) ? $"\"{value!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value ?? "";

    private static string Join(IEnumerable<string> values) => string.Join("; ", values);
}
