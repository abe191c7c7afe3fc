using System.Collections.Frozen;
using System.Collections.Immutable;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Catalogue;

/// <summary>Everything that the published notes list, entry by entry and work by work.</summary>
public sealed class VaultCatalogue
{
    private readonly ImmutableArray<Work?> _works;
    private readonly FrozenDictionary<SourcePath, (int Start, int Count)> _byNote;
    private readonly ImmutableArray<ImmutableArray<ResolvedLink>> _mentions;
    private readonly ImmutableArray<int> _mentionCounts;

    /// <param name="entries">In order.</param>
    /// <param name="works">In order.</param>
    /// <param name="workOf">For each entry its work, or null.</param>
    /// <param name="mentions">For each entry the links to it.</param>
    internal VaultCatalogue(
        ImmutableArray<CatalogueEntry> entries, ImmutableArray<Work> works, ImmutableArray<Work?> workOf, ImmutableArray<ImmutableArray<ResolvedLink>> mentions)
    {
        (Entries, Works, _works, _mentions) = (entries, works, workOf, mentions);
        _byNote = entries.GroupBy(entry => entry.Note.Path).ToFrozenDictionary(note => note.Key, note => (note.First().Ordinal, note.First().Note.Entries.Length));
        Lists = WorkLists.Of(works);
        _mentionCounts = MentionCounts.Of(this);
    }

    /// <summary>By path, then line.</summary>
    public ImmutableArray<CatalogueEntry> Entries { get; }

    /// <summary>By the path and line of their first entries.</summary>
    public ImmutableArray<Work> Works { get; }

    /// <summary>The works by kind, year and author.</summary>
    public WorkLists Lists { get; }

    /// <summary>The addresses of all pages that are made of it.</summary>
    public IEnumerable<SiteAddress> Pages => [.. Lists.Pages, .. Works.Select(work => work.Page).OfType<SiteAddress>()];

    /// <summary>The work that an entry is about; null for one with neither a title nor an address.</summary>
    public Work? WorkOf(CatalogueEntry entry) => _works[entry.Ordinal];

    /// <summary>The entry that an entry is nested in, or null.</summary>
    public CatalogueEntry? ParentOf(CatalogueEntry entry) =>
        entry.Entry.Parent is { } parent ? Entries[entry.Ordinal - entry.Place + parent] : null;

    /// <summary>The entries of a published note, at their places in <see cref="Note.Entries"/>.</summary>
    public ImmutableArray<CatalogueEntry> EntriesOf(Note note) =>
        _byNote.TryGetValue(note.Path, out var range) ? ImmutableArray.Create(Entries, range.Start, range.Count) : [];

    /// <summary>The links, embeds and cross references to an entry, by the path they come from, then in document order.</summary>
    public ImmutableArray<ResolvedLink> MentionsOf(CatalogueEntry entry) => _mentions[entry.Ordinal];

    /// <summary>How often the work of an entry is named besides there: mentions of all its entries, and the other entries.</summary>
    public int MentionCountOf(CatalogueEntry entry) => _mentionCounts[entry.Ordinal];
}
