using Scriban.Runtime;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Rendering.Machines;
using Transformers.Rendering.Pages.Works;
using Transformers.Rendering.Templates;

namespace Transformers.Rendering.Pages;

/// <summary>A page a note, a page a folder, and the redirects to them.</summary>
internal sealed class NotePages(Site site, FolderTree tree, LocalGraph localGraph, RelatedNotes related, PageFrame frame)
{
    /// <summary>How many of the entries that came last the home page shows.</summary>
    private const int MostRecent = 8;

    private readonly Navigation _navigation = new(tree, site);
    private readonly FolderListing _listing = new(site, tree, frame, new(tree, site));
    private readonly Mentions _mentions = new(site, frame);

    /// <summary>All of them.</summary>
    public IEnumerable<SiteFile> All() =>
    [
        .. site.Notes.Select(PageOf),
        .. tree.All.Where(folder => folder.Note is null).Select(folder => frame.Page(folder.Address, "folder.html", links => FolderPage(folder, links), folder.Path.Length == 0 ? new PageSubject.OfSite(null) : new PageSubject.Collection())),
        .. _listing.FurtherPages(),
        .. site.Notes.SelectMany(note => _mentions.Pages(Mentioned.Of(note, site))),
        .. MovedPlaces.Redirects(site, frame),
    ];

    /// <summary>The same of a site of which notes were edited: what is around a note in the graph, and what it is related to, stays as it was.</summary>
    public NotePages With(Site edited, FolderTree edit, PageFrame frameOfEdited) => new(edited, edit, localGraph, related, frameOfEdited);

    /// <summary>The page of one note.</summary>
    public SiteFile PageOf(Note note) => frame.Page(site.Addresses.Of(note), "note.html", links => NotePage(note, links), SubjectOf(note));

    private PageSubject SubjectOf(Note note) => tree.Root.Note == note ? new PageSubject.OfSite(note) : new PageSubject.OfNote(note);

    private ScriptObject NotePage(Note note, PageLinks links)
    {
        var folder = tree.Of(note);
        var isFolderPage = folder.Note == note;
        var (previous, next) = _navigation.Neighbours(note, links);
        return Variables.Of(
            ("needs", PageFeatures.Needs(PageFeatures.Of(note, site))),
            ("title", isFolderPage && folder.Path.Length > 0 ? folder.Title : note.Title),
            ("description", note.FrontMatter.Description),
            ("language", Properties.LanguageOf(note)),
            ("css_classes", string.Join(' ', note.FrontMatter.CssClasses)),
            ("is_home", isFolderPage && folder.Path.Length == 0),
            ("breadcrumbs", _navigation.Breadcrumbs(isFolderPage ? tree.Above(folder) : folder, links)),
            ("nearby", _navigation.Nearby(folder, note, links)),
            ("toc", TableOfContents.Of(note.Headings)),
            ("tags", Variables.List(note.FrontMatter.Tags.Select(tag => Navigation.Link(tag, links.To(AddressBook.OfTag(tag)))))),
            ("properties", Properties.Of(note, site, links)),
            ("content", new Html(output => BodyRenderer.Write(note, site, links, output))),
            ("moved", MovedPlaces.On(site, links)),
            ("listing", isFolderPage ? _listing.First(folder, links) : null),
            ("catalogue", isFolderPage && folder.Path.Length == 0 ? CataloguePages.EntryPoints(site, links) : null),
            ("recent", isFolderPage && folder.Path.Length == 0 ? Recent(links) : null),
            ("backlinks", _mentions.Of(Mentioned.Of(note, site), links)),
            ("related", related.Of(note, links)),
            ("local_graph", localGraph.Of(note, links)),
            ("previous", previous),
            ("next", next));
    }

    private ScriptObject FolderPage(Folder folder, PageLinks links) =>
        Variables.Of(
            ("title", folder.Path.Length == 0 ? site.Title : folder.Title),
            ("description", null),
            ("is_home", folder.Path.Length == 0),
            ("breadcrumbs", _navigation.Breadcrumbs(tree.Above(folder), links)),
            ("nearby", _navigation.Nearby(folder, null, links)),
            ("listing", _listing.First(folder, links)),
            ("catalogue", folder.Path.Length == 0 ? CataloguePages.EntryPoints(site, links) : null),
            ("recent", folder.Path.Length == 0 ? Recent(links) : null));

    /// <summary>The entries that came last; null where no dates are known.</summary>
    private ScriptArray? Recent(PageLinks links)
    {
        var entries = DatedEntries.Of(site);
        return entries.IsEmpty ? null : Variables.List(entries.Take(MostRecent).Select(entry => DatedEntries.Record(entry.Entry, site, links)));
    }
}
