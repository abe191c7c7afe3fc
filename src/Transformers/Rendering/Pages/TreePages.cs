using System.Buffers;
using System.Globalization;
using Scriban.Runtime;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Rendering.Machines;
using Transformers.Rendering.Templates;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>The tree of the vault, which opens and closes without a script: on one page, or, where that would be too long, the deeper folders on pages of their own.</summary>
internal sealed class TreePages(Site site, FolderTree tree, PageFrame frame)
{
    /// <summary>How many folders and notes one page shows.</summary>
    private const int Most = 1000;

    /// <summary>Up to how many notes a folder is open at first.</summary>
    private const int MostOpen = 30;

    /// <summary>All of them: each note stands on exactly one.</summary>
    public IEnumerable<SiteFile> All()
    {
        var roots = new Queue<Folder>([tree.Root]);
        while (roots.TryDequeue(out var root))
        {
            var shown = Choose(root, roots);
            var notes = root.Notes.Chunk(Most).DefaultIfEmpty([]).ToArray();
            for (var i = 0; i < notes.Length; i++)
            {
                var number = i;
                yield return frame.Page(AddressBook.PageOf(AddressOf(root), number), "tree.html", links => Page(root, number == 0 ? shown : null, notes, number, links), about: new PageSubject.Collection());
            }
        }
    }

    private static SiteAddress AddressOf(Folder root) => root.Path.Length == 0 ? AddressBook.Tree : AddressBook.TreeOf(root.Address);

    /// <summary>The folders that a page shows whole, the higher ones first; the others become roots of pages.</summary>
    private static HashSet<string> Choose(Folder root, Queue<Folder> roots)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal) { root.Path };
        var left = Most - root.Folders.Length - root.Notes.Length;
        var open = new Queue<Folder>(root.Folders);
        while (open.TryDequeue(out var folder))
        {
            var size = folder.Folders.Length + folder.Notes.Length;
            if (size > left)
            {
                roots.Enqueue(folder);
                continue;
            }

            left -= size;
            shown.Add(folder.Path);
            foreach (var inside in folder.Folders) open.Enqueue(inside);
        }

        return shown;
    }

    private ScriptObject Page(Folder root, HashSet<string>? shown, Note[][] notes, int number, PageLinks links) => Variables.Of(
        ("title", root.Path.Length == 0 ? "All pages" : root.Title),
        ("description", null),
        ("count", root.Count),
        ("breadcrumbs", Variables.List(
        [
            Navigation.Link(site.Title, links.To(SiteAddress.Home)),
            .. root.Path.Length == 0 ? Array.Empty<ScriptObject>() : [Navigation.Link("All pages", links.To(AddressBook.Tree))],
        ])),
        ("tree", new Html(output => WriteList(number == 0 ? root : null, shown ?? [], notes[number], links, output)))).Paged(AddressOf(root), number, notes.Length, links);

    private void WriteList(Folder? folder, HashSet<string> shown, IEnumerable<Note> notes, PageLinks links, IBufferWriter<byte> output)
    {
        output.Write("<ul>\n"u8);
        // The folder's title stands above.
        if (folder is not null && (folder.Path.Length > 0 || folder.Note is not null)) WriteLink("folder-page"u8, folder.Path.Length > 0 ? "Overview" : site.Title, links.To(folder.Address), output);
        foreach (var inside in folder?.Folders ?? []) WriteFolder(inside, shown, links, output);
        foreach (var note in notes) WriteLink(default, note.Title, links.To(site.Addresses.Of(note)), output);
        output.Write("</ul>\n"u8);
    }

    private void WriteFolder(Folder folder, HashSet<string> shown, PageLinks links, IBufferWriter<byte> output)
    {
        output.Write("<li class=\"folder\">"u8);
        if (!shown.Contains(folder.Path))
        {
            output.WriteAttribute("<a href=\""u8, links.To(AddressOf(folder)));
            output.Write(">"u8);
            output.WriteText(folder.Title);
            output.Write("</a> "u8);
            WriteCount(folder, output);
            output.Write("</li>\n"u8);
            return;
        }

        output.Write(folder.Count <= MostOpen ? "<details open><summary>"u8 : "<details><summary>"u8);
        output.WriteText(folder.Title);
        output.Write(" "u8);
        WriteCount(folder, output);
        output.Write("</summary>\n"u8);
        WriteList(folder, shown, folder.Notes, links, output);
        output.Write("</details></li>\n"u8);
    }

    private static void WriteCount(Folder folder, IBufferWriter<byte> output) =>
        output.WriteMarkup(string.Create(CultureInfo.InvariantCulture, $"<span class=\"count\">{folder.Count}</span>"));

    private static void WriteLink(ReadOnlySpan<byte> name, string title, string href, IBufferWriter<byte> output)
    {
        output.Write("<li"u8);
        if (!name.IsEmpty)
        {
            output.Write(" class=\""u8);
            output.Write(name);
            output.Write("\""u8);
        }

        output.WriteAttribute("><a href=\""u8, href);
        output.Write(">"u8);
        output.WriteText(title);
        output.Write("</a></li>\n"u8);
    }
}
