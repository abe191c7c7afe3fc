using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Transformers.Diagnostics;
using Transformers.Rendering;
using Transformers.Vaults;

namespace Transformers.Tests.Support;

/// <summary>The text of one note as HTML, as it stands on its page.</summary>
internal static class Bodies
{
    /// <summary>Parses, links and renders a small vault, without templates.</summary>
    /// <param name="path">The note whose body is wanted.</param>
    /// <param name="files">All files of the vault.</param>
    /// <returns>The HTML, and everything that was found in that note.</returns>
    public static (string Html, ImmutableArray<Diagnostic> Diagnostics) Of(string path, IReadOnlyCollection<(string Path, string Text)> files)
    {
        var read = SiteBuilder.Read(Vault.Of(files), Configuration.Default);
        var note = read.Value.Notes.Single(published => published.Path.Value == path);

        var output = new ArrayBufferWriter<byte>();
        BodyRenderer.Write(note, read.Value, new PageLinks(read.Value.Addresses.Of(note), ToFiles: false), output);
        return (Encoding.UTF8.GetString(output.WrittenSpan), [.. read.Diagnostics.Where(found => found.Path == note.Path)]);
    }
}
