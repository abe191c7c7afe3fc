using Transformers.Linking;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>The page that searches; without a script it says so, and what leads on.</summary>
internal static class SearchPage
{
    /// <summary>The page.</summary>
    public static SiteFile Of(Site site, PageFrame frame) =>
        frame.Page(AddressBook.Search, "search.html", links => Variables.Of(
            ("title", "Search"),
            ("description", null),
            ("breadcrumbs", Variables.List([Navigation.Link(site.Title, links.To(SiteAddress.Home))]))));
}
