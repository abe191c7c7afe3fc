using System.Collections.Immutable;
using Scriban.Runtime;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Rendering.Machines;

namespace Transformers.Rendering.Pages;

/// <summary>What is in a folder: the first of it on the folder's own page, a long one goes on on pages of its own.</summary>
internal sealed class FolderListing(Site site, FolderTree tree, PageFrame frame, Navigation navigation)
{
    /// <summary>How many folders and notes one page lists.</summary>
    private const int Most = 200;

    /// <summary>What the folder's own page lists: <c>folders</c>, <c>notes</c>, and what <c>pages.html</c> needs.</summary>
    public ScriptObject First(Folder folder, PageLinks links) => Part(folder, 0, links);

    /// <summary>The pages on which the lists of long folders go on.</summary>
    public IEnumerable<SiteFile> FurtherPages() =>
        from folder in tree.All
        from number in Enumerable.Range(1, PageCount(folder) - 1)
        select frame.Page(AddressBook.PageOf(folder.Address, number), "folder.html", links => Page(folder, number, links), about: new PageSubject.Collection());

    private ScriptObject Page(Folder folder, int number, PageLinks links) => Variables.Of(
        ("title", folder.Path.Length == 0 ? site.Title : folder.Title),
        ("description", null),
        ("is_home", false),
        ("breadcrumbs", navigation.Breadcrumbs(folder, links)),
        ("nearby", navigation.Nearby(folder, null, links)),
        ("listing", Part(folder, number, links)),
        ("catalogue", null),
        ("recent", null));

    private ScriptObject Part(Folder folder, int number, PageLinks links)
    {
        var first = number * Most;
        ImmutableArray<Folder> folders = [.. folder.Folders.Skip(first).Take(Most)];
        var notes = folder.Notes.Skip(Math.Max(0, first - folder.Folders.Length)).Take(Most - folders.Length);
        return Variables.Of(
            ("folders", Variables.List(folders.Select(inside => Record(inside, links)))),
            ("notes", Variables.List(notes.Select(note => Record(note, links))))).Paged(folder.Address, number, PageCount(folder), links);
    }

    private static int PageCount(Folder folder) => Math.Max(1, (folder.Folders.Length + folder.Notes.Length + Most - 1) / Most);

    private static ScriptObject Record(Folder folder, PageLinks links) => Variables.Of(
        ("title", folder.Title), ("href", links.To(folder.Address)), ("count", folder.Count), ("description", folder.Note?.FrontMatter.Description));

    private ScriptObject Record(Note note, PageLinks links) => Variables.Of(
        ("title", note.Title), ("href", links.To(site.Addresses.Of(note))), ("description", note.FrontMatter.Description), ("entry_count", note.Entries.Length));
}
