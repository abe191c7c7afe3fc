using Transformers.Text;

namespace Transformers.Rendering;

/// <summary>Makes the links of one page, each relative to it.</summary>
/// <param name="Page">The page.</param>
/// <param name="ToFiles">True where links to pages end in <c>index.html</c>.</param>
/// <param name="Root">The path of the site's root, with which the links of a page begin that is shown at any address; null for relative links.</param>
public readonly record struct PageLinks(SiteAddress Page, bool ToFiles, string? Root = null)
{
    /// <summary>The link to a page or a file, or to an element of it.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="anchor">The element's <c>id</c>; empty for the page's top.</param>
    public string To(SiteAddress target, string anchor = "")
    {
        if (anchor.Length > 0 && target == Page) return "#" + anchor;
        var link = Root is null ? Page.To(target) : Root + target;
        if (ToFiles && target.IsPage) link = link == "./" ? "index.html" : link + "index.html";
        return anchor.Length > 0 ? $"{link}#{anchor}" : link;
    }

    /// <summary>What leads from the page to the site's root: empty, or <c>../</c> as often as the page lies deep, or the root's path.</summary>
    public string ToRoot => Root ?? Page.ToRoot;
}
