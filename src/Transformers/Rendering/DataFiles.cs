using System.Buffers;
using Transformers.Export;
using Transformers.Text;

namespace Transformers.Rendering;

/// <summary>What the site says to programs.</summary>
internal static class DataFiles
{
    /// <summary>The catalogue with its schema, the bibliography and the graph.</summary>
    public static IEnumerable<SiteFile> Of(Site site, VaultGraph graph)
    {
        var all = CatalogueSelection.All(site.Catalogue, site.Addresses);
        return
        [
            new SiteFile.Rendered(new SiteAddress("catalog.bib"), output => BibTeX.Write(site.Catalogue.Works, output)),
            new SiteFile.Rendered(new SiteAddress("catalog.json"), output => CatalogueJson.Write(all, output)),
            new SiteFile.Rendered(new SiteAddress("catalog.schema.json"), output => output.Write(CatalogueJson.Schema.Span)),
            new SiteFile.Rendered(new SiteAddress("graph.json"), output => GraphJson.Write(graph, output)),
        ];
    }
}
