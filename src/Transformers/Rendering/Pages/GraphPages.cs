using System.Globalization;
using Scriban.Runtime;
using Transformers.Linking;
using Transformers.Rendering.Graph;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>The page of the whole graph: what its script needs to draw it, and the same as a table, which goes on on pages of its own.</summary>
internal sealed class GraphPages(Site site, VaultMap map, GraphLinks graph, PageFrame frame)
{
    /// <summary>How many rows of the table one page has.</summary>
    private const int RowsOnPage = 100;

    /// <summary>How many links of one note a row lists; the note's page has all of them.</summary>
    private const int MostLinks = 8;

    private readonly MapFiles _files = new(map);

    /// <summary>All of them, the data of the script, and the picture that stands for the site elsewhere, where its address is known.</summary>
    public IEnumerable<SiteFile> All()
    {
        var pages = graph.MostLinked.Chunk(RowsOnPage).DefaultIfEmpty([]).ToArray();
        return
        [
            .. pages.Select((rows, number) => frame.Page(PageAt(number), "graph.html", links => GraphPage(rows, number, pages.Length, links))),
            .. _files.All,
            .. MapPicture.IsIn(site) ? [new SiteFile.Rendered(MapPicture.Address, new MapPicture(map).Write)] : Array.Empty<SiteFile>(),
        ];
    }

    // A plus sign stands in no slug, so that no note can have these addresses.
    private static SiteAddress PageAt(int number) => number == 0 ? AddressBook.Graph : AddressBook.Graph.Page(string.Create(CultureInfo.InvariantCulture, $"+{number + 1}"));

    private ScriptObject GraphPage(int[] rows, int number, int pageCount, PageLinks links) => Variables.Of(
        ("title", "Graph"),
        ("description", null),
        ("breadcrumbs", Variables.List(
        [
            Navigation.Link(site.Title, links.To(SiteAddress.Home)),
            .. number == 0 ? Array.Empty<ScriptObject>() : [Navigation.Link("Graph", links.To(AddressBook.Graph))],
        ])),
        ("note_count", site.Notes.Length),
        ("entry_count", graph.Graph.Holders.Length - site.Notes.Length),
        ("link_count", graph.Count),
        ("map", number > 0 || rows.Length == 0 ? null : Variables.Of(
            ("shape", _files.ShapeHref(links)), ("names", _files.NamesHref(links)), ("file", site.Configuration.LinksToFiles ? "index.html" : ""))),
        ("rows", Variables.List(rows.Select(node => Row(node, links)))),
        ("page_number", number + 1),
        ("page_count", pageCount),
        ("previous", number > 0 ? links.To(PageAt(number - 1)) : null),
        ("next", number + 1 < pageCount ? links.To(PageAt(number + 1)) : null));

    private ScriptObject Row(int node, PageLinks links)
    {
        var count = graph.CountFrom(node);
        return Variables.Of(
            ("node", Record(node, links)),
            ("linked", graph.CountTo(node)),
            ("count", count),
            ("links", Variables.List(graph.From(node).Take(MostLinks).Select(target => Record(target, links)))),
            ("more", Math.Max(0, count - MostLinks)));
    }

    /// <summary>A note or an entry: <c>title</c>, <c>href</c>, <c>kind</c> (null for a note).</summary>
    private ScriptObject Record(int node, PageLinks links) => LocalGraph.Record(graph.Graph.Nodes[node], links);
}
