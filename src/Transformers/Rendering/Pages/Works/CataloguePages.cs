using System.Collections.Immutable;
using System.Globalization;
using Scriban.Runtime;
using Transformers.Catalogue;
using Transformers.Linking;
using Transformers.Text;

namespace Transformers.Rendering.Pages.Works;

/// <summary>The catalogue: an overview, and lists of works by kind, year and author, paged.</summary>
internal sealed class CataloguePages(Site site, PageFrame frame)
{
    /// <summary>How many lists of one sort the overview leads to; the rest stands in their index.</summary>
    private const int MostInOverview = 24;

    private const int MostKinds = 200;

    private readonly WorkLists _lists = site.Catalogue.Lists;
    private readonly ILookup<SiteAddress, WorkList> _below = site.Catalogue.Lists.Kinds.ToLookup(kind => kind.Address.Above);

    /// <summary>All of them, and the data of the finder.</summary>
    public IEnumerable<SiteFile> All() =>
    [
        frame.Page(AddressBook.Catalogue, "catalog.html", Overview),
        .. _lists.All.IsEmpty ? [] : Indexes(),
        .. _lists.Kinds.SelectMany(list => PagesOf(list, list.Name, "kind")),
        .. _lists.Years.SelectMany(list => PagesOf(list, list.Name, "year")),
        .. _lists.Authors.Where(list => list.HasPage).SelectMany(list => PagesOf(list, list.Name, "author")),
        .. HasFinder ? FinderData.Files(site) : [],
    ];

    /// <summary>What the home page shows of it: <c>count</c>, <c>href</c> and <c>kinds</c>; null where nothing is listed.</summary>
    public static ScriptObject? EntryPoints(Site site, PageLinks links) => site.Catalogue.Works.IsEmpty ? null : Variables.Of(
        ("count", site.Catalogue.Works.Length),
        ("href", links.To(AddressBook.Catalogue)),
        ("kinds", Records(site.Catalogue.Lists.Kinds.Where(kind => !kind.Name.Contains('/', StringComparison.Ordinal)).Take(MostInOverview), site, links)));

    /// <summary>Browsers load neither modules nor data from the disk, which is what links to files are for.</summary>
    private bool HasFinder => !site.Configuration.LinksToFiles && !_lists.All.IsEmpty;

    private ScriptObject Overview(PageLinks links)
    {
        var authors = _lists.Authors.Where(list => list.HasPage).OrderByDescending(list => list.Works.Length).ThenBy(list => list.Address).Take(MostInOverview);
        return Variables.Of(
            ("title", "Catalogue"),
            ("description", null),
            ("breadcrumbs", WorkRecords.Breadcrumbs(site, links)),
            ("count", _lists.All.Length),
            ("entry_count", site.Catalogue.Entries.Length),
            ("kinds", Records(_lists.Kinds.Take(MostKinds), links)),
            ("years", Records(_lists.Years.Take(MostInOverview), links)),
            ("years_href", links.To(_lists.YearsPage)),
            ("year_count", _lists.Years.Length),
            ("authors", Records(authors, links)),
            ("authors_href", links.To(_lists.AuthorsPage)),
            ("author_count", _lists.Authors.Length),
            ("histogram", Histogram.Of(_lists, links)),
            ("finder", HasFinder ? links.To(FinderData.Index) : null));
    }

    private IEnumerable<SiteFile> Indexes()
    {
        yield return frame.Page(_lists.YearsPage, "catalog-index.html", links => IndexPage("Years", _lists.Years, 0, 1, _lists.YearsPage, links));
        var pages = _lists.Authors.Chunk(WorkLists.AuthorsOnPage).DefaultIfEmpty([]).ToArray();
        for (var i = 0; i < pages.Length; i++)
        {
            var number = i;
            yield return frame.Page(WorkList.PageAt(_lists.AuthorsPage, number), "catalog-index.html", links => IndexPage("Authors", pages[number], number, pages.Length, _lists.AuthorsPage, links));
        }
    }

    private ScriptObject IndexPage(string title, IEnumerable<WorkList> lists, int number, int pageCount, SiteAddress first, PageLinks links)
    {
        var page = Paged(title, number, pageCount, first, links);
        page.SetValue("breadcrumbs", WorkRecords.Breadcrumbs(site, links, WorkRecords.CatalogueCrumb(links)), readOnly: true);
        page.SetValue("lists", Records(lists, links), readOnly: true);
        return page;
    }

    private IEnumerable<SiteFile> PagesOf(WorkList list, string title, string by)
    {
        var pageCount = list.Pages.Count();
        var jumps = pageCount > 1 ? JumpsIn(list) : [];
        return list.Pages.Select((address, number) => frame.Page(address, "catalog-list.html", links => ListPage(list, title, by, number, pageCount, jumps, links)));
    }

    private ScriptObject ListPage(WorkList list, string title, string by, int number, int pageCount, ImmutableArray<Jump> jumps, PageLinks links)
    {
        var works = list.Works.AsSpan().Slice(number * WorkList.WorksOnPage, Math.Min(WorkList.WorksOnPage, list.Works.Length - number * WorkList.WorksOnPage)).ToImmutableArray();
        var page = Paged(title, number, pageCount, list.Address, links);
        page.SetValue("breadcrumbs", WorkRecords.Breadcrumbs(site, links, [WorkRecords.CatalogueCrumb(links), .. Above(by, links)]), readOnly: true);
        page.SetValue("by", by, readOnly: true);
        page.SetValue("count", list.Works.Length, readOnly: true);
        page.SetValue("below", Records(_below[list.Address], links), readOnly: true);
        page.SetValue("jumps", Variables.List(jumps.Select(jump => Variables.Of(("year", jump.Year), ("href", links.To(WorkList.PageAt(list.Address, jump.Page), IdOf(jump.Year))), ("count", jump.Count)))), readOnly: true);
        page.SetValue("years", Variables.List(works.GroupBy(work => work.Year).Select(year => Variables.Of(
            ("year", year.Key),
            ("id", IdOf(year.Key)),
            ("works", Variables.List(year.Select(work => WorkRecords.Row(work, site, links))))))), readOnly: true);
        return page;
    }

    /// <summary>Where a year begins on the pages of a list, and how many works it has there.</summary>
    private sealed record Jump(int? Year, int Page, int Count);

    private static ImmutableArray<Jump> JumpsIn(WorkList list)
    {
        var at = 0;
        var jumps = ImmutableArray.CreateBuilder<Jump>();
        foreach (var year in list.Works.CountBy(work => work.Year ?? 0))
        {
            jumps.Add(new(year.Key == 0 ? null : year.Key, at / WorkList.WorksOnPage, year.Value));
            at += year.Value;
        }

        return jumps.DrainToImmutable();
    }

    private (string Title, string Href)[] Above(string by, PageLinks links) => by switch
    {
        "year" => [("Years", links.To(_lists.YearsPage))],
        "author" => [("Authors", links.To(_lists.AuthorsPage))],
        _ => [],
    };

    private static ScriptObject Paged(string title, int number, int pageCount, SiteAddress first, PageLinks links) => Variables.Of(
        ("title", title),
        ("description", null),
        ("page_number", number + 1),
        ("page_count", pageCount),
        ("previous", number > 0 ? links.To(WorkList.PageAt(first, number - 1)) : null),
        ("next", number + 1 < pageCount ? links.To(WorkList.PageAt(first, number + 1)) : null));

    private ScriptArray Records(IEnumerable<WorkList> lists, PageLinks links) => Records(lists, site, links);

    private static ScriptArray Records(IEnumerable<WorkList> lists, Site site, PageLinks links) => Variables.List(lists.Select(list => WorkRecords.List(list, site, links)));

    private static string IdOf(int? year) => year is { } known ? string.Create(CultureInfo.InvariantCulture, $"y{known}") : "undated";
}
