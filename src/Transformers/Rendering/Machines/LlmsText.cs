using System.Buffers;
using System.Globalization;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Rendering.Machines;

/// <summary><c>llms.txt</c>: what a language model should read first, as Markdown (llmstxt.org).</summary>
/// <param name="site">The site.</param>
/// <param name="tree">Its folders.</param>
/// <param name="hasFeed">True where there is a feed.</param>
internal sealed class LlmsText(Site site, FolderTree tree, bool hasFeed)
{
    /// <summary>How many notes a section names; the page of its folder has them all.</summary>
    private const int MostInSection = 100;

    private const int MostSections = 100;

    /// <summary>Writes it.</summary>
    public void Write(IBufferWriter<byte> output)
    {
        output.WriteMarkup($"# {TextLine.OnOneLine(site.Title)}\n\n");
        var home = tree.Root.Note;
        if ((site.Configuration.Description ?? home?.FrontMatter.Description ?? home?.Opening) is { } description) output.WriteMarkup($"> {TextLine.OnOneLine(description)}\n\n");
        output.WriteMarkup("The Markdown of each note stands beside its page as `index.md`. Links in double brackets lead to the note of that name.\n");

        Section("Notes", tree.Root, home is null ? tree.Root.Notes : [home, .. tree.Root.Notes], tree.Root.Notes.Length, output);
        foreach (var folder in tree.Root.Folders.Take(MostSections)) Section(folder.Title, folder, NotesIn(folder), folder.Count, output);
        if (tree.Root.Folders.Length > MostSections) Section("Other folders", tree.Root, [], 0, output);

        output.WriteMarkup("\n## Data\n\n");
        Item("Catalogue", new("catalog.json"), "every entry and work, by the schema catalog.schema.json", output);
        Item("Bibliography", new("catalog.bib"), "every work, as BibTeX", output);
        Item("Graph", new("graph.json"), "the links between notes, entries and tags", output);
        if (!hasFeed) return;
        output.WriteMarkup("\n## Optional\n\n");
        Item("What’s new", AddressBook.Feed, "the entries that came last, as an Atom feed", output);
    }

    private void Section(string title, Folder folder, IEnumerable<Note> notes, int count, IBufferWriter<byte> output)
    {
        var shown = notes.Take(MostInSection).ToArray();
        if (shown.Length == 0 && count > 0) return;
        output.WriteMarkup($"\n## {TextLine.OnOneLine(title)}\n\n");
        foreach (var note in shown) Item(note.Title, site.Addresses.MarkdownOf(note), note.FrontMatter.Description ?? note.Opening, output);
        if (count > MostInSection || shown.Length == 0) Item("All of them", folder.Address, string.Create(CultureInfo.InvariantCulture, $"{folder.Count} notes"), output);
    }

    private static IEnumerable<Note> NotesIn(Folder folder)
    {
        if (folder.Note is { } page) yield return page;
        foreach (var note in folder.Notes) yield return note;
        foreach (var note in folder.Folders.SelectMany(NotesIn)) yield return note;
    }

    private void Item(string title, SiteAddress address, string? description, IBufferWriter<byte> output)
    {
        var href = site.Configuration.BaseUrl is { } root ? new Uri(root, address.Value).AbsoluteUri : address.FilePath;
        output.WriteMarkup($"- [{TextLine.OnOneLine(title).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)}]({href})");
        if (description is not null) output.WriteMarkup($": {TextLine.OnOneLine(description)}");
        output.WriteMarkup("\n");
    }
}
