using Scriban.Runtime;
using Transformers.Catalogue;
using Transformers.Text;

namespace Transformers.Rendering.Pages.Works;

/// <summary>Where a work is listed, what the curators say of it there, and where it is mentioned.</summary>
internal static class WorkPlaces
{
    /// <summary>How many places a page names.</summary>
    private const int MostPlaces = 100;

    /// <summary>The entries: <c>count</c>, <c>more</c>, <c>items</c>, each with <c>title</c> of the note, <c>href</c> of the entry, <c>section</c>, <c>part_of</c>, <c>remarks</c>.</summary>
    public static ScriptObject Listed(Work work, Site site, PageLinks links) => Variables.Of(
        ("count", work.Entries.Length),
        ("more", Math.Max(0, work.Entries.Length - MostPlaces)),
        ("items", Variables.List(work.Entries.Take(MostPlaces).Select(entry => Variables.Of(
            ("title", entry.Note.Title),
            ("href", links.To(site.Addresses.Of(entry.Note), entry.Entry.Anchor)),
            ("section", string.Join(" › ", entry.Entry.Section)),
            ("part_of", PartOf(entry, site, links)),
            ("remarks", Variables.List(entry.Entry.Remarks)))))));

    private static ScriptObject? PartOf(CatalogueEntry entry, Site site, PageLinks links) =>
        site.Catalogue.ParentOf(entry) is { } parent && site.Catalogue.WorkOf(parent) is { } work
            ? Navigation.Link(work.Label, WorkRecords.Href(work, site, links))
            : null;

    /// <summary>What mentions one of its entries.</summary>
    public static Mentioned Mentioned(Work work, SiteAddress page, Site site) =>
        new(work.Label, page, [.. work.Entries.SelectMany(entry => site.Catalogue.MentionsOf(entry))], null);
}
