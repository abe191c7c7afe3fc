using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Scriban.Runtime;
using Transformers.Catalogue;
using Transformers.Export;
using Transformers.Rendering.Templates;
using Transformers.Text;

namespace Transformers.Rendering.Pages.Works;

/// <summary>A work as others cite it: the files beside its page, and the BibTeX that stands on it.</summary>
internal static class CitationFiles
{
    // In the order of VaultCatalogue.CitationFiles.
    private static readonly ImmutableArray<(string Title, string Type, Action<Work, IBufferWriter<byte>> Write)> Formats =
    [
        ("BibTeX", "application/x-bibtex", (work, output) => BibTeX.Write([work], output)),
        ("CSL-JSON", "application/vnd.citationstyles.csl+json", (work, output) => CslJson.Write([work], output)),
        ("RIS", "application/x-research-info-systems", (work, output) => Ris.Write([work], output)),
        ("Plain text", "text/plain", (work, output) => Encoding.UTF8.GetBytes(PlainCitation.Of(work) + "\n", output)),
    ];

    /// <summary>The files beside a page.</summary>
    public static IEnumerable<SiteFile> Of(Work work, SiteAddress page) =>
        Formats.Select((format, i) => new SiteFile.Rendered(AddressOf(page, i), output => format.Write(work, output)));

    /// <summary>What the page sees: <c>bibtex</c> and <c>files</c>, each with <c>title</c>, <c>href</c>, <c>name</c> and <c>type</c>.</summary>
    public static ScriptObject Record(Work work, SiteAddress page, PageLinks links) => Variables.Of(
        ("bibtex", new Html(output => WriteBibTeX(work, output))),
        ("files", Variables.List(Formats.Select((format, i) => Variables.Of(
            ("title", format.Title),
            ("href", links.To(AddressOf(page, i))),
            ("name", work.Key + Path.GetExtension(VaultCatalogue.CitationFiles[i])),
            ("type", format.Type))))));

    private static void WriteBibTeX(Work work, IBufferWriter<byte> output)
    {
        var record = new ArrayBufferWriter<byte>();
        BibTeX.Write([work], record);
        output.WriteText(Encoding.UTF8.GetString(record.WrittenSpan).Trim());
    }

    private static SiteAddress AddressOf(SiteAddress page, int format) => new(page.Value + VaultCatalogue.CitationFiles[format]);
}
