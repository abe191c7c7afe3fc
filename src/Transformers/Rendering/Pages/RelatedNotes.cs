using System.Collections.Immutable;
using Scriban.Runtime;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>Notes that have something in common with a note, and no link to or from it, so that its page does not lead there yet.</summary>
/// <remarks>
/// What notes share are works that they list, notes that they mention, notes that mention them, and tags. Each such thing knows its notes;
/// one that more than <see cref="MostSharers"/> share says nothing, so all notes together take time linear in the vault.
/// </remarks>
internal sealed class RelatedNotes
{
    /// <summary>How many notes are shown.</summary>
    private const int Most = 6;

    private const int MostSharers = 40;

    /// <summary>How much of what is shared is named.</summary>
    private const int MostNamed = 3;

    private readonly Site _site;
    private readonly Note? _home;
    private readonly Dictionary<SourcePath, ImmutableArray<Trait>> _traits = [];
    private readonly Dictionary<Trait, List<Note>> _notes = [];

    private enum Sort
    {
        Work,
        Mentioned,
        MentionedBy,
        Tag,
    }

    // Key tells one from another of its sort, Name is what readers see.
    private sealed record Trait(Sort Sort, string Key, string Name)
    {
        public bool Equals(Trait? other) => other is not null && Sort == other.Sort && Key == other.Key;

        public override int GetHashCode() => HashCode.Combine(Sort, Key);
    }

    /// <summary>Finds what all notes have to share.</summary>
    public RelatedNotes(Site site)
    {
        _site = site;
        _home = site.Addresses.FolderNotes.GetValueOrDefault("");
        var kinds = site.Catalogue.Entries.SelectMany(entry => entry.Entry.Kinds).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var note in site.Notes.Where(note => note != _home))
        {
            _traits[note.Path] = [.. TraitsOf(note, kinds).Distinct()];
            foreach (var trait in _traits[note.Path])
            {
                if (!_notes.TryGetValue(trait, out var notes)) _notes[trait] = notes = [];
                notes.Add(note);
            }
        }
    }

    /// <summary>What a note was related to when all notes were looked through, also where it was edited since.</summary>
    /// <returns>At most six notes, the most related first: <c>title</c>, <c>href</c>, and what is shared: <c>works</c> (how many), <c>mentions</c>, <c>mentioned_by</c>, <c>tags</c> (names).</returns>
    public ScriptArray Of(Note note, PageLinks links)
    {
        var scores = new Dictionary<Note, long>(ReferenceEqualityComparer.Instance);
        foreach (var (trait, notes) in SharedBy(note))
        {
            foreach (var other in notes.Where(other => other.Path != note.Path)) scores[other] = scores.GetValueOrDefault(other) + (Weight(trait) / notes.Count);
        }

        foreach (var link in _site.Graph.From(note)) if (link.Target is LinkTarget.Found(var to, _)) scores.Remove(to);
        foreach (var link in _site.Graph.To(note)) scores.Remove(link.From);
        return Variables.List(scores.OrderByDescending(other => other.Value).ThenBy(other => other.Key.Path).Take(Most).Select(other => Record(note, other.Key, links)));
    }

    private IEnumerable<(Trait Trait, List<Note> Notes)> SharedBy(Note note) =>
        _traits.GetValueOrDefault(note.Path, []).Select(trait => (trait, _notes[trait])).Where(shared => shared.Item2.Count is > 1 and <= MostSharers);

    // What few share says more; a thousand to stay with whole numbers, which are the same on every machine.
    private static long Weight(Trait trait) => trait.Sort switch
    {
        Sort.Work => 4000,
        Sort.Tag => 2000,
        _ => 3000,
    };

    private ScriptObject Record(Note note, Note other, PageLinks links)
    {
        var shared = SharedBy(note).Where(trait => trait.Notes.BinarySearch(other, ByPath) >= 0).Select(trait => trait.Trait).ToLookup(trait => trait.Sort);
        return Variables.Of(
            ("title", other.Title),
            ("href", links.To(_site.Addresses.Of(other))),
            ("works", shared[Sort.Work].Count()),
            ("mentions", Names(Sort.Mentioned)),
            ("mentioned_by", Names(Sort.MentionedBy)),
            ("tags", Names(Sort.Tag)));

        ScriptArray Names(Sort sort) => Variables.List(shared[sort].OrderBy(trait => _notes[trait].Count).Take(MostNamed).Select(trait => trait.Name));
    }

    private static readonly Comparer<Note> ByPath = Comparer<Note>.Create((a, b) => a.Path.CompareTo(b.Path));

    private IEnumerable<Trait> TraitsOf(Note note, HashSet<string> kinds)
    {
        foreach (var entry in _site.Catalogue.EntriesOf(note))
        {
            if (_site.Catalogue.WorkOf(entry) is { } work) yield return new(Sort.Work, work.Key, work.Label);
        }

        foreach (var link in _site.Graph.From(note))
        {
            if (link.Target is LinkTarget.Found(var to, _) && to != note) yield return new(Sort.Mentioned, to.Path.Value, to.Title);
        }

        foreach (var link in _site.Graph.To(note))
        {
            if (link.From != note && link.From != _home) yield return new(Sort.MentionedBy, link.From.Path.Value, link.From.Title);
        }

        foreach (var tag in note.Tags)
        {
            if (!kinds.Contains(tag.Name)) yield return new(Sort.Tag, AddressBook.OfTag(tag.Name).Value, tag.Name);
        }
    }
}
