using System.Buffers;
using System.Collections.Immutable;

namespace Transformers.Export;

/// <summary>A format that the catalogue can be had in.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Extension">How its files end, with the dot.</param>
/// <param name="Write">Writes it as UTF-8 without a byte order mark; the same input gives the same bytes.</param>
public sealed record ExportFormat(string Name, string Extension, Action<CatalogueSelection, IBufferWriter<byte>> Write)
{
    /// <summary>All of them. To add one, write a file and a line here.</summary>
    public static ImmutableArray<ExportFormat> All { get; } =
    [
        new("bibtex", ".bib", (selection, output) => BibTeX.Write(selection.Works, output)),
        new("csl-json", ".json", (selection, output) => CslJson.Write(selection.Works, output)),
        new("ris", ".ris", (selection, output) => Ris.Write(selection.Works, output)),
        new("csv", ".csv", (selection, output) => Csv.Write(selection.Works, output)),
        new("json", ".json", CatalogueJson.Write),
    ];
}
