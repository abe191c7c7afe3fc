using System.Collections.Immutable;
using Transformers.Diagnostics;
using Transformers.Linking;
using Transformers.Model;

namespace Transformers.Catalogue;

/// <summary>The stage after linking: which entries are about one work, and what each work is called.</summary>
public static class Cataloguer
{
    /// <summary>Compiles the catalogue in time linear in the entries and links.</summary>
    /// <param name="notes">The published notes, in path order.</param>
    /// <param name="graph">Where their links lead.</param>
    /// <returns>The catalogue; <c>KB006</c> for each entry of a work that has several, <c>KB018</c> for works that may be one.</returns>
    public static StageResult<VaultCatalogue> Compile(ImmutableArray<Note> notes, LinkGraph graph)
    {
        var entries = EntriesOf(notes);
        var groups = WorkGroups.Of(entries);
        var keys = new CitationKeys();
        ImmutableArray<Work> works = [.. groups.Select(group => WorkBuilder.Build(group, keys))];

        var workOf = new Work?[entries.Length];
        foreach (var work in works)
        {
            foreach (var entry in work.Entries) workOf[entry.Ordinal] = work;
        }

        return new(
            new VaultCatalogue(entries, works, [.. workOf], Mentions(notes, graph)),
            FindingList.Of(SameWorks.Report(works), PerhapsSameWorks.Report(works)));
    }

    private static ImmutableArray<CatalogueEntry> EntriesOf(ImmutableArray<Note> notes)
    {
        var entries = ImmutableArray.CreateBuilder<CatalogueEntry>(notes.Sum(note => note.Entries.Length));
        foreach (var note in notes)
        {
            if (note.Entries.IsEmpty) continue;
            var tags = note.Tags.SelectMany(tag => tag.Anchors, (tag, anchor) => (tag.Name, anchor)).ToLookup(use => use.anchor, use => use.Name, StringComparer.Ordinal);
            for (var place = 0; place < note.Entries.Length; place++)
            {
                var entry = note.Entries[place];
                entries.Add(new(entries.Count, note, place, [.. entry.Kinds.Concat(tags[entry.Anchor]).Distinct(StringComparer.OrdinalIgnoreCase)]));
            }
        }

        return entries.DrainToImmutable();
    }

    private static ImmutableArray<ImmutableArray<ResolvedLink>> Mentions(ImmutableArray<Note> notes, LinkGraph graph)
    {
        var mentions = ImmutableArray.CreateBuilder<ImmutableArray<ResolvedLink>>(notes.Sum(note => note.Entries.Length));
        foreach (var note in notes.Where(note => !note.Entries.IsEmpty))
        {
            var links = graph.To(note)
                .Where(link => link.Target is LinkTarget.Found(_, NotePart.OfBlock or NotePart.OfEntry))
                .ToLookup(link => ((LinkTarget.Found)link.Target).Part.Anchor, StringComparer.Ordinal);
            foreach (var entry in note.Entries) mentions.Add([.. links[entry.Anchor]]);
        }

        return mentions.DrainToImmutable();
    }
}
