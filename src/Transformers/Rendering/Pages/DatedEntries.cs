using System.Collections.Immutable;
using Scriban.Runtime;
using Transformers.Catalogue;

namespace Transformers.Rendering.Pages;

/// <summary>An entry with the time at which it entered the vault.</summary>
internal sealed record DatedEntry(CatalogueEntry Entry, DateTimeOffset Time);

/// <summary>The entries of which it is known when they entered the vault.</summary>
internal static class DatedEntries
{
    /// <summary>The newest first.</summary>
    public static ImmutableArray<DatedEntry> Of(Site site) =>
    [
        .. site.Catalogue.Entries
            .Select(entry => (Entry: entry, Time: site.AddedOn(entry)))
            .Where(entry => entry.Time is not null)
            .Select(entry => new DatedEntry(entry.Entry, entry.Time!.Value))
            .OrderByDescending(entry => entry.Time).ThenBy(entry => entry.Entry.Ordinal),
    ];

    /// <summary>One of them as lists show it: <c>kind</c>, <c>title</c>, <c>authors</c> (text), <c>year</c>, <c>href</c>, <c>note</c> (its title), <c>note_href</c>.</summary>
    public static ScriptObject Record(CatalogueEntry entry, Site site, PageLinks links) =>
        Variables.Of(
            ("kind", entry.Entry.Kind),
            ("title", entry.Entry.Citation!.Title),
            ("authors", string.Join(", ", entry.Entry.Citation.Authors)),
            ("year", entry.Entry.Citation.Year),
            ("href", links.To(site.Addresses.Of(entry.Note), entry.Entry.Anchor)),
            ("note", entry.Note.Title),
            ("note_href", links.To(site.Addresses.Of(entry.Note))));
}
