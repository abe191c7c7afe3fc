using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Transformers.Diagnostics;
using Transformers.Linking;
using Transformers.Parsing;
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
        var vault = Vault.Of(files);
        var parser = new NoteParser(Configuration.Default);
        var parsed = vault.Files.Where(file => file.IsNote).Select(file => parser.Parse(TextDecoder.Read(vault, file).Value!)).ToArray();
        var publication = Publication.Of(parsed.Select(result => result.Value), Configuration.Default);
        var graph = LinkResolver.Resolve(publication, vault.Files.Where(file => !file.IsNote));
        var addresses = AddressAssigner.Assign(publication.Published, graph.Value.Attachments).Value;
        var note = publication.Published.Single(published => published.Path.Value == path);

        var output = new ArrayBufferWriter<byte>();
        var site = new Site(Configuration.Default, publication.Published, graph.Value, addresses);
        BodyRenderer.Write(note, site, new PageLinks(addresses.Of(note), ToFiles: false), output);
        return (Encoding.UTF8.GetString(output.WrittenSpan), [.. parsed.SelectMany(result => result.Diagnostics).Concat(graph.Diagnostics).Where(found => found.Path == note.Path)]);
    }
}
