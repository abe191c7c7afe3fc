using System.Buffers;
using System.Collections.Immutable;
using Transformers.Export;
using Transformers.Model;
using Transformers.Rendering.Graph;
using Transformers.Rendering.Machines;
using Transformers.Rendering.Pages;
using Transformers.Rendering.Pages.Works;
using Transformers.Rendering.Search;
using Transformers.Rendering.Templates;

namespace Transformers.Rendering;

/// <summary>The last stage before the disk: what the site consists of.</summary>
public static class SiteRenderer
{
    /// <summary>Lists every file of the site; the pages are made when they are wanted.</summary>
    /// <param name="site">What the stages before made.</param>
    /// <param name="theme">The templates and assets.</param>
    /// <returns>Each address once, in order.</returns>
    /// <exception cref="TemplateException">A template is not valid.</exception>
    public static ImmutableArray<SiteFile> Render(Site site, Theme theme)
    {
        var frame = new PageFrame(site, theme);
        var tree = FolderTree.Of(site.Notes, site.Addresses);
        var graph = new GraphLinks(VaultGraph.Of(site.Notes, site.Graph, site.Catalogue, site.Addresses));
        var features = site.Notes.Aggregate(BodyFeatures.None, (all, note) => all | note.Body.FeaturesIn(note.Body.All));
        IEnumerable<SiteFile> files =
        [
            .. new NotePages(site, tree, new LocalGraph(graph), frame).All(),
            .. new TreePages(site, tree, frame).All(),
            .. new TagPages(site, frame).All(),
            .. new NewPages(site, frame).All(),
            .. new WorkPages(site, frame).All(),
            .. new CataloguePages(site, frame).All(),
            .. new GraphPages(site, new VaultMap(graph.Graph, tree), graph, frame).All(),
            SearchPage.Of(site, frame),
            .. SearchFiles.Of(site),
            .. site.Addresses.Attachments.Select(path => new SiteFile.Copied(site.Addresses.Of(path), path)),
            NotFoundPage.Of(site, tree, frame),
            .. DataFiles.Of(site, graph.Graph),
            .. theme.Assets
                .Where(asset => PageFeatures.IsNeeded(Theme.FileOf(asset.Key), features))
                .Select(asset => new SiteFile.Rendered(asset.Value, output => output.Write(theme.Files[Theme.FileOf(asset.Key)]))),
        ];
        ImmutableArray<SiteFile> all = [.. files];
        return [.. all.Concat(MachineFiles.Of(site, tree, [.. all.Select(file => file.Address).Where(address => address.IsPage).Order()])).OrderBy(file => file.Address)];
    }

    /// <summary>The page of a note alone, as <see cref="Render"/> has it.</summary>
    /// <exception cref="TemplateException">A template is not valid.</exception>
    internal static SiteFile PageOf(Site site, FolderTree tree, LocalGraph graph, Note note, Theme theme) =>
        new NotePages(site, tree, graph, new PageFrame(site, theme)).PageOf(note);
}
