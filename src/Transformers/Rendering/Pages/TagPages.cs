using System.Collections.Immutable;
using Scriban.Runtime;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>A page a tag, its parents in a nested one included, and the page of all tags.</summary>
internal sealed class TagPages(Site site, PageFrame frame)
{
    /// <summary>How many uses one page lists; the next ones follow on pages of their own.</summary>
    private const int MostUses = 250;

    /// <summary>How many uses in one note are linked one by one.</summary>
    private const int MostInNote = 100;

    /// <summary>All of them.</summary>
    public IEnumerable<SiteFile> All()
    {
        var tags = ReadTags();
        yield return frame.Page(AddressBook.Tags, "tags.html", links => Variables.Of(
            ("title", "Tags"),
            ("description", null),
            ("breadcrumbs", Variables.List([Navigation.Link(site.Title, links.To(SiteAddress.Home))])),
            ("tags", Variables.List(tags.Values.Select(tag => TagLink(tag, links))))));

        var below = tags.Values.ToLookup(tag => tag.Address.Above);
        foreach (var tag in tags.Values)
        {
            var pages = Split(tag.Uses);
            for (var i = 0; i < pages.Count; i++)
            {
                var number = i;
                yield return frame.Page(PageOf(tag, number), "tag.html", links => TagPage(tag, tags.GetValueOrDefault(tag.Address.Above), below[tag.Address], pages, number, links));
            }
        }
    }

    private sealed record TaggedNote(Note Note, ImmutableArray<string> Anchors);

    // Uses: the notes that carry the tag itself. The counts are of these and of those that carry one below it.
    private sealed record TagGroup(string Name, SiteAddress Address, List<TaggedNote> Uses)
    {
        private Note? _last;

        public int Count { get; private set; }

        public int NoteCount { get; private set; }

        // Notes come one after the other.
        public void Add(Note note, int uses)
        {
            Count += uses;
            if (!ReferenceEquals(note, _last)) NoteCount++;
            _last = note;
        }
    }

    // By address, as that is what makes two spellings one tag.
    private SortedDictionary<SiteAddress, TagGroup> ReadTags()
    {
        var tags = new SortedDictionary<SiteAddress, TagGroup>();
        foreach (var note in site.Notes)
        {
            foreach (var tag in note.Tags)
            {
                var levels = tag.Name.Split('/', StringSplitOptions.RemoveEmptyEntries);
                for (var depth = 1; depth <= levels.Length; depth++)
                {
                    var name = string.Join('/', levels.Take(depth));
                    var address = AddressBook.OfTag(name);
                    if (!tags.TryGetValue(address, out var group)) tags[address] = group = new(name, address, []);
                    group.Add(note, tag.Anchors.Length);
                    if (depth == levels.Length) group.Uses.Add(new(note, tag.Anchors));
                }
            }
        }

        return tags;
    }

    private static List<List<TaggedNote>> Split(List<TaggedNote> uses)
    {
        var pages = new List<List<TaggedNote>> { new() };
        var count = 0;
        foreach (var use in uses)
        {
            var size = Math.Min(MostInNote, use.Anchors.Length);
            if (count > 0 && count + size > MostUses)
            {
                pages.Add([]);
                count = 0;
            }

            pages[^1].Add(use);
            count += size;
        }

        return pages;
    }

    // A colon stands in no slug; "page-2" could be a tag below this one.
    private static SiteAddress PageOf(TagGroup tag, int number) => number == 0 ? tag.Address : tag.Address.Page($"page.{number + 1}");

    private ScriptObject TagPage(TagGroup tag, TagGroup? parent, IEnumerable<TagGroup> below, List<List<TaggedNote>> pages, int number, PageLinks links) =>
        Variables.Of(
            ("title", "#" + tag.Name),
            ("name", tag.Name),
            ("description", null),
            ("breadcrumbs", Variables.List(
            [
                Navigation.Link(site.Title, links.To(SiteAddress.Home)),
                Navigation.Link("Tags", links.To(AddressBook.Tags)),
                .. parent is null ? Array.Empty<ScriptObject>() : [Navigation.Link("#" + parent.Name, links.To(parent.Address))],
            ])),
            ("count", tag.Count),
            ("note_count", tag.NoteCount),
            ("below", Variables.List(below.Select(other => TagLink(other, links)))),
            ("notes", Variables.List(pages[number].Select(use => NoteRecord(use, links)))),
            ("page_number", number + 1),
            ("page_count", pages.Count),
            ("previous", number > 0 ? links.To(PageOf(tag, number - 1)) : null),
            ("next", number + 1 < pages.Count ? links.To(PageOf(tag, number + 1)) : null));

    private static ScriptObject TagLink(TagGroup tag, PageLinks links) =>
        Variables.Of(("name", tag.Name), ("href", links.To(tag.Address)), ("count", tag.Count), ("level", tag.Name.Count(c => c == '/')));

    private ScriptObject NoteRecord(TaggedNote use, PageLinks links)
    {
        var address = site.Addresses.Of(use.Note);
        var entries = use.Note.Entries.ToLookup(entry => entry.Anchor, StringComparer.Ordinal);
        var headings = use.Note.Headings.ToLookup(heading => heading.Anchor, StringComparer.Ordinal);
        return Variables.Of(
            ("title", use.Note.Title),
            ("href", links.To(address)),
            ("count", use.Anchors.Length),
            ("more", Math.Max(0, use.Anchors.Length - MostInNote)),
            ("uses", Variables.List(use.Anchors.Take(MostInNote).Where(anchor => anchor.Length > 0).Select(anchor => Use(anchor)))));

        ScriptObject Use(string anchor)
        {
            var entry = entries[anchor].FirstOrDefault();
            return Variables.Of(
                ("title", entry?.Citation?.Title ?? entry?.Url ?? headings[anchor].FirstOrDefault()?.Text ?? "a mention"),
                ("kind", entry?.Kind),
                ("authors", entry?.Citation is { } citation ? string.Join(", ", citation.Authors) : ""),
                ("year", entry?.Citation?.Year),
                ("href", links.To(address, anchor)));
        }
    }
}
