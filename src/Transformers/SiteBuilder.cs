using System.Collections.Immutable;
using Transformers.Catalogue;
using Transformers.Checking;
using Transformers.Diagnostics;
using Transformers.Linking;
using Transformers.Parsing;
using Transformers.Rendering;
using Transformers.Rendering.Templates;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers;

/// <summary>A built site: its files, and the figures of a summary.</summary>
/// <param name="Files">Every file, each address once, in order.</param>
/// <param name="Notes">How many notes are published.</param>
/// <param name="Entries">How many entries they hold.</param>
/// <param name="Links">How many links within the vault they hold.</param>
public sealed record BuiltSite(ImmutableArray<SiteFile> Files, int Notes, int Entries, int Links);

/// <summary>The whole pipeline: a vault in, a site out.</summary>
public static class SiteBuilder
{
    /// <summary>Reads and renders. The same input gives the same output, byte for byte.</summary>
    /// <param name="vault">The files.</param>
    /// <param name="configuration">The owner's decisions.</param>
    /// <param name="theme">The templates.</param>
    /// <returns>The site, and everything that the stages found, in the order of the files.</returns>
    /// <exception cref="TemplateException">A template is not valid.</exception>
    public static StageResult<BuiltSite> Build(Vault vault, Configuration configuration, Theme theme)
    {
        var site = Read(vault, configuration);
        var files = SiteRenderer.Render(site.Value, theme);
        var notes = site.Value.Notes;
        return new(new BuiltSite(files, notes.Length, site.Value.Catalogue.Entries.Length, notes.Sum(note => note.Links.Length)), site.Diagnostics);
    }

    /// <summary>Parses, links and catalogues: all that there is to know before a page is made.</summary>
    /// <inheritdoc cref="Build"/>
    public static StageResult<Site> Read(Vault vault, Configuration configuration)
    {
        var readable = vault.Without(configuration.Ignore);
        var parser = new PageParser(configuration);
        var parsed = readable.Files.Where(path => path.IsPage).AsParallel().AsOrdered().Select(path => Parse(readable, path, parser)).ToArray();
        var notes = parsed.SelectMany(result => result.Value).ToArray();
        var publication = Publication.Of(notes, configuration);

        var attachments = readable.Files.Where(path => !path.IsPage && path.Value != Configuration.FileName).ToImmutableArray();
        var graph = LinkResolver.Resolve(publication, attachments);
        var catalogue = Cataloguer.Compile(publication.Published, graph.Value);
        var dates = HistoryReader.Read(readable.History, new NoteParser(configuration), publication.Private.Select(note => note.Path).ToHashSet());
        var addresses = AddressAssigner.Assign(
            publication.Published, configuration.PublishesAllAttachments ? attachments : graph.Value.Attachments, catalogue.Value.Pages);
        var checks = SiteChecks.Run(new CheckedSite(configuration, publication.Published, graph.Value, catalogue.Value, addresses.Value));
        IEnumerable<Diagnostic> found =
        [
            .. parsed.SelectMany(result => result.Diagnostics), .. graph.Diagnostics, .. catalogue.Diagnostics, .. addresses.Diagnostics, .. checks,
            .. Silencing.Check(notes, RuleBook.Codes),
        ];

        return new(
            new Site(configuration, publication.Published, graph.Value, catalogue.Value, dates, addresses.Value),
            InOrder(Silencing.Apply(found, notes, configuration)));
    }

    private static StageResult<ImmutableArray<Model.Note>> Parse(Vault vault, SourcePath path, PageParser parser)
    {
        var file = TextDecoder.Read(vault, path);
        if (file.Value is null) return new([], file.Diagnostics);
        var note = parser.Parse(file.Value);
        return new([note.Value], [.. file.Diagnostics, .. note.Diagnostics]);
    }

    private static ImmutableArray<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(found => found.Path).ThenBy(found => found.Range.Line).ThenBy(found => found.Range.Column).ThenBy(found => found.Rule.Code, StringComparer.Ordinal)];
}
