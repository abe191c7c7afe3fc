using System.Collections.Immutable;
using Transformers.Catalogue;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Rendering;
using Transformers.Rendering.Pages;
using Transformers.Rendering.Templates;
using Transformers.Text;

namespace Transformers;

/// <summary>What an edit does to the page of the edited note, in time that hardly grows with the vault.</summary>
/// <remarks>
/// An author looks at the page of the note that is being written. It is the page that a whole reading makes, but for what the whole vault
/// alone can tell: an entry that is new has no link to its work yet, the drawing of what is around the note, what it is related to, and other pages are as they were.
/// </remarks>
public sealed class SitePreview
{
    private readonly Site _site;
    private readonly FolderTree _tree;
    private readonly NotePages _pages;
    private readonly Theme _theme;

    private SitePreview(Site site, FolderTree tree, NotePages pages, Theme theme) => (_site, _tree, _pages, _theme) = (site, tree, pages, theme);

    /// <summary>A site, ready to be edited.</summary>
    internal static SitePreview Of(ArrangedSite site) => new(site.Site, site.Tree, site.Notes, site.Theme);

    /// <summary>The site with a note as it is after an edit.</summary>
    /// <param name="edited">The note.</param>
    /// <returns>Null where the edit changes addresses or aliases, so that the whole vault is to be read.</returns>
    public SitePreview? With(Note edited)
    {
        var at = _site.Notes.BinarySearch(edited, ByPath);
        if (at < 0 || !HasSamePlace(_site.Notes[at], edited)) return null;

        var note = edited with { Body = edited.Body with { Slots = [.. SlotsLike(_site.Catalogue.EntriesOf(edited), edited)] } };
        var graph = _site.Graph.With(note);
        if (graph.From(note).Any(link => link.Target is LinkTarget.Attachment(var path) && _site.Addresses.Attachments.BinarySearch(path) < 0)) return null;

        var site = new Site(_site.Configuration, _site.Notes.SetItem(at, note), graph, _site.Catalogue, _site.Dates, _site.Addresses.With(note)) { Kept = _site.Kept };
        var tree = _tree.With(note);
        return new(site, tree, _pages.With(site, tree, new PageFrame(site, _theme)), _theme);
    }

    /// <summary>The page of a note.</summary>
    /// <param name="path">Of a published note.</param>
    /// <exception cref="TemplateException">A template is not valid.</exception>
    public SiteFile PageOf(SourcePath path) => _pages.PageOf(_site.Notes.First(note => note.Path == path));

    private static Comparer<Note> ByPath { get; } = Comparer<Note>.Create((a, b) => a.Path.CompareTo(b.Path));

    private static bool HasSamePlace(Note before, Note after)
    {
        var (a, b) = (before.FrontMatter, after.FrontMatter);
        return a.Permalink == b.Permalink && a.Publish == b.Publish && a.IsDraft == b.IsDraft && a.Aliases.SequenceEqual(b.Aliases);
    }

    // The catalogue knows the entries of before: an entry is found there by what it is about, and one that is not there leads nowhere yet.
    private static IEnumerable<Slot> SlotsLike(ImmutableArray<CatalogueEntry> before, Note after)
    {
        var places = before.Select(entry => (Key: KeyOf(entry.Entry), entry.Place)).ToLookup(entry => entry.Key, entry => entry.Place, StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var slot in after.Body.Slots)
        {
            if (slot.Kind != SlotKind.EntryEnd)
            {
                yield return slot;
                continue;
            }

            var key = KeyOf(after.Entries[slot.Ordinal]);
            var repeat = seen[key] = seen.GetValueOrDefault(key) + 1;
            if (places[key].Skip(repeat - 1).Any()) yield return slot with { Ordinal = places[key].ElementAt(repeat - 1) };
        }
    }

    private static string KeyOf(Entry entry) => $"{entry.Parent is null}\n{entry.Citation?.Title}\n{string.Join('\n', entry.IdentityKeys)}";
}
