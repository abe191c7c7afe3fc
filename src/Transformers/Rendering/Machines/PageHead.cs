using Scriban.Runtime;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Rendering.Graph;
using Transformers.Rendering.Pages;
using Transformers.Rendering.Templates;
using Transformers.Text;

namespace Transformers.Rendering.Machines;

/// <summary>What the head of a page says to programs: search engines, feed readers, those who show a link to it.</summary>
/// <param name="site">The site.</param>
/// <param name="hasFeed">True where there is a feed.</param>
internal sealed class PageHead(Site site, bool hasFeed)
{
    /// <summary>
    /// Adds to a page's record: <c>canonical</c>, <c>open_graph_type</c>, <c>image</c> with its size, <c>structured_data</c>, <c>markdown_href</c>, <c>feed_href</c>, <c>is_indexed</c>.
    /// </summary>
    /// <returns>What the page is about in a sentence or two, for the head alone; null where nobody said.</returns>
    public string? AddTo(ScriptObject page, PageLinks links, PageSubject? about)
    {
        var isIndexed = about is not (PageSubject.Nothing or PageSubject.Moved);
        var canonical = about switch
        {
            PageSubject.Nothing => null,
            PageSubject.Moved(var there) => AbsoluteAddress(there) ?? links.To(there),
            _ => AbsoluteAddress(links.Page),
        };
        var description = Variables.TextOf(page, "description") ?? DescriptionOf(about);
        var data = new StructuredData(site, links);
        var note = NoteOf(about);
        var ownImage = note is null ? null : NoteFacts.ImageOf(note, site);
        page.SetValue("is_indexed", isIndexed, readOnly: true);
        page.SetValue("canonical", canonical, readOnly: true);
        page.SetValue("open_graph_type", about is PageSubject.OfNote or PageSubject.OfWork ? "article" : "website", readOnly: true);
        page.SetValue("image", ownImage ?? (MapPicture.IsIn(site) ? AbsoluteAddress(MapPicture.Address) : null), readOnly: true);
        page.SetValue("image_width", ownImage is null ? MapPicture.Width : null, readOnly: true);
        page.SetValue("image_height", ownImage is null ? MapPicture.Height : null, readOnly: true);
        page.SetValue("structured_data", isIndexed ? new Html(output => data.Write(page, description, about, output)) : null, readOnly: true);
        page.SetValue("markdown_href", note is null ? null : links.To(site.Addresses.MarkdownOf(note)), readOnly: true);
        page.SetValue("feed_href", hasFeed ? links.To(AddressBook.Feed) : null, readOnly: true);
        return description;
    }

    /// <summary>The absolute address of a page; null where that of the site is not known.</summary>
    private string? AbsoluteAddress(SiteAddress address) =>
        site.Configuration.BaseUrl is { } root ? new Uri(root, address.Value).AbsoluteUri : null;

    private string? DescriptionOf(PageSubject? about) => about switch
    {
        PageSubject.OfSite(var home) => site.Configuration.Description ?? home?.Opening,
        PageSubject.OfNote(var note) => note.Opening,
        _ => null,
    };

    private static Note? NoteOf(PageSubject? about) => (about as PageSubject.OfNote)?.Note ?? (about as PageSubject.OfSite)?.Note;
}
