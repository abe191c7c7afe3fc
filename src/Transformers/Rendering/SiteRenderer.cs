using System.Buffers;
using System.Collections.Immutable;
using Transformers.Export;
using Transformers.Model;
using Transformers.Rendering.Graph;
using Transformers.Rendering.Machines;
using Transformers.Rendering.Pages;
using Transformers.Rendering.Pages.Works;
using Transformers.Rendering.Templates;

namespace Transformers.Rendering;

/// <summary>The last stage before the disk: what the site consists of.</summary>
internal static class SiteRenderer
{
    /// <summary>Lists every file of the site; the pages are made when they are wanted.</summary>
    /// <param name="site">What the stages before made.</param>
    /// <param name="theme">The templates and assets.</param>
    /// <exception cref="TemplateException">A template is not valid.</exception>
    public static ArrangedSite Arrange(Site site, Theme theme)
    {
        var frame = new PageFrame(site, theme);
        var tree = FolderTree.Of(site.Notes, site.Addresses);
        var graph = new GraphLinks(VaultGraph.Of(site.Notes, site.Graph, site.Catalogue, site.Addresses));
        var notes = new NotePages(site, tree, new LocalGraph(graph), new RelatedNotes(site), frame);
        var features = site.Notes.Aggregate(BodyFeatures.None, (all, note) => all | note.Body.FeaturesIn(note.Body.All));
        IEnumerable<SiteFile> files =
        [
            .. notes.All(),
            .. new TreePages(site, tree, frame).All(),
            .. new TagPages(site, frame).All(),
            .. new NewPages(site, frame).All(),
            .. new WorkPages(site, frame).All(),
            .. new CataloguePages(site, frame).All(),
            .. new GraphPages(site, new VaultMap(graph.Graph, tree), graph, frame).All(),
            SearchPage.Of(site, frame),
            .. site.Addresses.Attachments.Select(path => new SiteFile.Copied(site.Addresses.Of(path), path)),
            .. site.Kept.Copies.Select(copy => new SiteFile.Copied(copy.From, copy.File)),
            NotFoundPage.Of(site, tree, frame),
            .. DataFiles.Of(site, graph.Graph),
            .. theme.Assets
                .Where(asset => PageFeatures.IsNeeded(Theme.FileOf(asset.Key), features))
                .Select(asset => new SiteFile.Rendered(asset.Value, output => output.Write(theme.Files[Theme.FileOf(asset.Key)]))),
        ];
        ImmutableArray<SiteFile> all = [.. files];
        var machines = MachineFiles.Of(site, tree, [.. all.Select(file => file.Address).Where(address => address.IsPage).Order()]);
        return new(site, theme, tree, notes, [.. all.Concat(machines).OrderBy(file => file.Address)]);
    }
}
