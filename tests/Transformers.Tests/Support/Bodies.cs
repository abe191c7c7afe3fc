using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Transformers.Diagnostics;
using Transformers.Parsing;
using Transformers.Rendering;
using Transformers.Vaults;

namespace Transformers.Tests.Support;

/// <summary>The text of one note as HTML, as it stands on its page.</summary>
internal static class Bodies
{
    /// <summary>Parses, links and renders a small vault, without templates.</summary>
    /// <param name="path">The note whose body is wanted.</param>
    /// <param name="files">All files of the vault; its <c>transformers.yml</c> counts.</param>
    /// <returns>The HTML, and everything that was found in that note.</returns>
    public static (string Html, ImmutableArray<Diagnostic> Diagnostics) Of(string path, IReadOnlyCollection<(string Path, string Text)> files)
    {
        var vault = Vault.Of(files);
        var settings = vault.Files.SingleOrDefault(file => file.Value == Configuration.FileName);
        var configuration = settings is null ? Configuration.Default : ConfigurationReader.Read(TextDecoder.Read(vault, settings).Value!, RuleBook.Codes).Value;
        var (site, diagnostics) = SiteBuilder.Read(vault, configuration);
        var note = site.Notes.Single(published => published.Path.Value == path);

        var output = new ArrayBufferWriter<byte>();
        BodyRenderer.Write(note, site, new PageLinks(site.Addresses.Of(note), ToFiles: false), output);
        return (Encoding.UTF8.GetString(output.WrittenSpan), [.. diagnostics.Where(found => found.Path == note.Path)]);
    }
}
