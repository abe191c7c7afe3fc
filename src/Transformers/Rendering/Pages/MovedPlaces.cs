using Scriban.Runtime;
using Transformers.Rendering.Machines;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>What leads from where something was, or is called as well, to where it is.</summary>
internal static class MovedPlaces
{
    /// <summary>A page for each alias, and for each address of an earlier site that the vault remembers.</summary>
    public static IEnumerable<SiteFile> Redirects(Site site, PageFrame frame) =>
        From(site).Select(move => frame.Page(
            move.From,
            "redirect.html",
            links => Variables.Of(("title", move.Title), ("href", links.To(move.To)), ("description", null)),
            new PageSubject.Moved(move.To)));

    /// <summary>The addresses of these pages.</summary>
    public static IEnumerable<SiteAddress> Addresses(Site site) => From(site).Select(move => move.From);

    /// <summary>The elements of a page that are elsewhere now: <c>id</c>, <c>title</c>, <c>href</c>; null where there are none.</summary>
    public static ScriptArray? On(Site site, PageLinks links)
    {
        var moves = Variables.List(site.Kept.AnchorsOn(links.Page).Select(move =>
            Variables.Of(("id", move.From.Anchor), ("title", move.Title), ("href", links.To(move.To.Address, move.To.Anchor)))));
        return moves.Count > 0 ? moves : null;
    }

    private static IEnumerable<(SiteAddress From, SiteAddress To, string Title)> From(Site site) =>
    [
        .. site.Addresses.Redirects.Select(redirect => (redirect.From, site.Addresses.Of(redirect.To), redirect.To.Title)),
        .. site.Kept.Redirects.Select(move => (move.From.Address, move.To.Address, move.Title)),
    ];
}
