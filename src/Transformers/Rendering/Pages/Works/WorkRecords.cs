using Scriban.Runtime;
using Transformers.Catalogue;
using Transformers.Linking;

namespace Transformers.Rendering.Pages.Works;

/// <summary>Works as lists show them.</summary>
internal static class WorkRecords
{
    /// <summary>How many authors a row names.</summary>
    private const int MostAuthors = 4;

    /// <summary>How many kinds of resources a row names.</summary>
    private const int MostResourceKinds = 6;

    /// <summary>A row: what it is, who made it, where it leads.</summary>
    public static ScriptObject Row(Work work, Site site, PageLinks links) => Variables.Of(
        ("title", work.Label),
        ("href", Href(work, site, links)),
        ("kind", work.Kind),
        ("authors", AuthorsOf(work)),
        ("year", work.Year),
        ("publisher", work.Publisher),
        ("host", HostOf(work.Url)),
        ("resources", Variables.List(ResourceKindsOf(work))));

    /// <summary>The page of a work; for one without a title, which has none, its first entry.</summary>
    public static string Href(Work work, Site site, PageLinks links) =>
        work.Page is { } page ? links.To(page) : links.To(site.Addresses.Of(work.Entries[0].Note), work.Entries[0].Entry.Anchor);

    /// <summary>The names in one text, shortened to the first ones.</summary>
    public static string AuthorsOf(Work work) =>
        string.Join(", ", work.Authors.Take(MostAuthors)) + (work.Authors.Length > MostAuthors ? " et al." : "");

    /// <summary>The kinds of what belongs to a work, each once, as first listed.</summary>
    public static IEnumerable<string> ResourceKindsOf(Work work) =>
        work.Resources.Select(resource => resource.Kind).Distinct(StringComparer.Ordinal).Take(MostResourceKinds);

    /// <summary>The host of an outside address without <c>www.</c>; null for what has none.</summary>
    public static string? HostOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0) return null;
        return address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
    }

    /// <summary>A link to a list that has a page: <c>title</c>, <c>href</c>, <c>count</c>.</summary>
    public static ScriptObject List(WorkList list, Site site, PageLinks links) => Variables.Of(
        ("title", list.Name),
        ("href", list.HasPage ? links.To(list.Address) : Href(list.Works[0], site, links)),
        ("count", list.Works.Length));

    /// <summary>The way to a page of the catalogue: home, and, for those below it, the catalogue.</summary>
    public static ScriptArray Breadcrumbs(Site site, PageLinks links, params ReadOnlySpan<(string Title, string Href)> below)
    {
        var way = new List<ScriptObject> { Navigation.Link(site.Title, links.To(Text.SiteAddress.Home)) };
        foreach (var (title, href) in below) way.Add(Navigation.Link(title, href));
        return Variables.List(way);
    }

    /// <summary>The catalogue as a crumb.</summary>
    public static (string Title, string Href) CatalogueCrumb(PageLinks links) => ("Catalogue", links.To(AddressBook.Catalogue));
}
