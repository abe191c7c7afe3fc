using Transformers.Linking;
using Transformers.Rendering.Machines;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary><c>404.html</c>, which servers show at any address that leads to nothing.</summary>
internal static class NotFoundPage
{
    /// <summary>The page; its links begin at the host's root, as it can't know where it will be shown.</summary>
    public static SiteFile Of(Site site, FolderTree tree, PageFrame frame) => frame.Page(
        AddressBook.NotFound,
        "not-found.html",
        links => Variables.Of(
            ("title", "Page not found"),
            ("description", null),
            ("breadcrumbs", Variables.List([Navigation.Link(site.Title, links.To(SiteAddress.Home))])),
            ("folders", Variables.List(tree.Root.Folders.Take(Most).Select(folder => Navigation.Link(folder.Title, links.To(folder.Address)))))),
        about: new PageSubject.Nothing());

    /// <summary>How many folders it leads to.</summary>
    private const int Most = 24;
}
