using Scriban.Runtime;
using Transformers.Model;

namespace Transformers.Rendering.Pages;

/// <summary>What leads from a page to those around it.</summary>
internal sealed class Navigation(FolderTree tree, Site site)
{
    /// <summary>How many notes before and behind the current one are listed; a folder may hold thousands.</summary>
    private const int Reach = 25;

    /// <summary>The folders above a page, the root first: <c>title</c>, <c>href</c>.</summary>
    /// <param name="folder">The last of them, or null for none.</param>
    /// <param name="links">The page's links.</param>
    public ScriptArray Breadcrumbs(Folder? folder, PageLinks links)
    {
        var way = new Stack<ScriptObject>();
        for (var above = folder; above is not null; above = tree.Above(above)) way.Push(Link(above.Path.Length == 0 ? site.Title : above.Title, links.To(above.Address)));
        return Variables.List(way);
    }

    /// <summary>What is near in the tree: the folder, and of what is in it the folders and the notes around the current one.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="current">The note whose page it is, or null.</param>
    /// <param name="links">The page's links.</param>
    public ScriptObject Nearby(Folder folder, Note? current, PageLinks links)
    {
        var position = current is null ? 0 : Math.Max(0, tree.PositionOf(current));
        var first = Math.Max(0, position - Reach);
        var last = Math.Min(folder.Notes.Length, position + Reach + 1);
        var folders = folder.Folders.Take(2 * Reach).ToArray();
        return Variables.Of(
            ("title", folder.Path.Length == 0 ? site.Title : folder.Title),
            ("href", links.To(folder.Address)),
            ("is_current", current is null || folder.Note == current),
            ("folders", Variables.List(folders.Select(inside => Variables.Of(
                ("title", inside.Title), ("href", links.To(inside.Address)), ("count", inside.Count))))),
            ("notes", Variables.List(Enumerable.Range(first, last - first).Select(i => folder.Notes[i]).Select(note => Variables.Of(
                ("title", note.Title), ("href", links.To(site.Addresses.Of(note))), ("is_current", note == current))))),
            ("more", folder.Notes.Length - (last - first) + folder.Folders.Length - folders.Length));
    }

    /// <summary>The notes before and behind one in its folder: <c>previous</c> and <c>next</c>, each a link or null.</summary>
    public (ScriptObject? Previous, ScriptObject? Next) Neighbours(Note note, PageLinks links)
    {
        var notes = tree.Of(note).Notes;
        var position = tree.PositionOf(note);
        return (At(position - 1), position < 0 ? null : At(position + 1));

        ScriptObject? At(int i) => i >= 0 && i < notes.Length ? Link(notes[i].Title, links.To(site.Addresses.Of(notes[i]))) : null;
    }

    /// <summary>A link: <c>title</c>, <c>href</c>.</summary>
    public static ScriptObject Link(string title, string href) => Variables.Of(("title", title), ("href", href));
}
