using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Scriban.Runtime;
using Transformers.Catalogue;
using Transformers.Export;
using Transformers.Rendering.Templates;
using Transformers.Text;

namespace Transformers.Rendering.Pages.Works;

/// <summary>A work as others cite it: the BibTeX that stands on its page, and what readers can save.</summary>
/// <remarks>
/// What is saved stands in the links themselves, as <c>data:</c> addresses. They work without a script and from the disk, and a
/// file for each would make four of five files of a site.
/// </remarks>
internal static class CiteBox
{
    private const int TypicalBytes = 512;

    private static readonly ImmutableArray<(string Title, string Extension, string Type, Action<Work, IBufferWriter<byte>> Write)> Formats =
    [
        ("BibTeX", ".bib", "application/x-bibtex", (work, output) => BibTeX.Write([work], output)),
        ("CSL-JSON", ".json", "application/vnd.citationstyles.csl+json", (work, output) => CslJson.Write([work], output)),
        ("RIS", ".ris", "application/x-research-info-systems", (work, output) => Ris.Write([work], output)),
        ("Plain text", ".txt", "text/plain", (work, output) => Encoding.UTF8.GetBytes(PlainCitation.Of(work) + "\n", output)),
    ];

    /// <summary>What the page sees: <c>bibtex</c> and <c>files</c>, each with <c>title</c>, <c>href</c> and <c>name</c>.</summary>
    public static ScriptObject Record(Work work)
    {
        var files = Formats.Select(format => (format.Title, format.Extension, format.Type, Bytes: Written(work, format.Write))).ToArray();
        return Variables.Of(
            ("bibtex", new Html(output => output.WriteText(Encoding.UTF8.GetString(files[0].Bytes.Span).AsSpan().Trim()))),
            ("files", Variables.List(files.Select(file => Variables.Of(
                ("title", file.Title),
                ("href", new Html(output => output.WriteDataAddress(file.Type, file.Bytes.Span))),
                ("name", work.Key + file.Extension))))));
    }

    private static ReadOnlyMemory<byte> Written(Work work, Action<Work, IBufferWriter<byte>> write)
    {
        var record = new ArrayBufferWriter<byte>(TypicalBytes);
        write(work, record);
        return record.WrittenMemory;
    }
}
