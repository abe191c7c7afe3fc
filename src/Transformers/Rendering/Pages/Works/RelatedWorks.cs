using System.Collections.Immutable;
using Transformers.Catalogue;

namespace Transformers.Rendering.Pages.Works;

/// <summary>What a reader of one work's page may want to read next.</summary>
/// <remarks>Each work looks at a few neighbours in a few lists that are made once, so that all works together take time linear in the vault.</remarks>
internal sealed class RelatedWorks
{
    /// <summary>How many works are shown.</summary>
    private const int Most = 8;

    /// <summary>How far one looks in each list, to both sides.</summary>
    private const int Reach = 5;

    private const int ForMention = 6;
    private const int ForAuthor = 4;
    private const int ForSection = 2;

    private readonly VaultCatalogue _catalogue;
    private readonly Lists _authors = new();
    private readonly Lists _sections = new();
    private readonly Lists _mentions = new();

    /// <summary>Makes the lists.</summary>
    public RelatedWorks(VaultCatalogue catalogue)
    {
        _catalogue = catalogue;
        foreach (var author in catalogue.Lists.Authors.Where(author => author.Works.Length > 1)) _authors.Add(author.Address.Value, author.Works);
        _sections.AddAll(catalogue.Entries.Where(entry => entry.Entry.Parent is null).Select(entry => (SectionOf(entry), entry)), catalogue);
        _mentions.AddAll(Mentions(), catalogue);
    }

    /// <summary>At most eight works, the most related first, each with why.</summary>
    public ImmutableArray<(Work Work, Relation Why)> Of(Work work)
    {
        var scores = new Dictionary<Work, (int Score, Relation Why)>(ReferenceEqualityComparer.Instance);
        var near = new HashSet<Work>(ReferenceEqualityComparer.Instance);
        Look(_mentions, ForMention, Relation.MentionedTogether);
        Look(_authors, ForAuthor, Relation.SameAuthor);
        Look(_sections, ForSection, Relation.SameSection);
        return
        [
            .. scores.OrderByDescending(other => other.Value.Score)
                .ThenBy(other => Math.Abs(other.Key.Entries[0].Ordinal - work.Entries[0].Ordinal)).ThenBy(other => other.Key.Key, StringComparer.Ordinal)
                .Take(Most).Select(other => (other.Key, other.Value.Why)),
        ];

        void Look(Lists lists, int weight, Relation why)
        {
            near.Clear();
            lists.AddNear(work, Reach, near);
            foreach (var other in near)
            {
                var (score, first) = scores.GetValueOrDefault(other, (0, why));
                scores[other] = (score + weight, first);
            }
        }
    }

    /// <summary>Which entries are named in one block; the entry that holds it is one of them.</summary>
    private IEnumerable<(string List, CatalogueEntry Entry)> Mentions()
    {
        foreach (var entry in _catalogue.Entries)
        {
            foreach (var link in _catalogue.MentionsOf(entry))
            {
                if (link.Reference.Context is not { } context || (context.Anchor.Length == 0 && context.Entry is null)) continue;
                var list = $"{link.From.Path}#{context.Anchor}";
                yield return (list, entry);
                if (context.Entry is { } place) yield return (list, _catalogue.EntriesOf(link.From)[place]);
            }
        }
    }

    private static string SectionOf(CatalogueEntry entry) => string.Join('\n', entry.Entry.Section.Prepend(entry.Note.Path.Value));

    /// <summary>Lists of works, and for each work where it stands in them.</summary>
    private sealed class Lists
    {
        /// <summary>Of a work that stands in more lists only these count.</summary>
        private const int MostPlaces = 16;

        private readonly Dictionary<Work, List<(IReadOnlyList<Work> List, int At)>> _places = new(ReferenceEqualityComparer.Instance);

        public void Add(string name, IReadOnlyList<Work> list)
        {
            for (var at = 0; at < list.Count; at++)
            {
                if (!_places.TryGetValue(list[at], out var places)) _places[list[at]] = places = [];
                if (places.Count < MostPlaces) places.Add((list, at));
            }
        }

        public void AddAll(IEnumerable<(string List, CatalogueEntry Entry)> entries, VaultCatalogue catalogue)
        {
            var lists = new Dictionary<string, List<Work>>(StringComparer.Ordinal);
            foreach (var (name, entry) in entries)
            {
                if (catalogue.WorkOf(entry) is not { } work) continue;
                if (!lists.TryGetValue(name, out var list)) lists[name] = list = [];
                if (list.Count == 0 || !ReferenceEquals(list[^1], work)) list.Add(work);
            }

            foreach (var (name, list) in lists) Add(name, list);
        }

        /// <summary>Adds the works around one that have pages.</summary>
        public void AddNear(Work work, int reach, HashSet<Work> near)
        {
            if (!_places.TryGetValue(work, out var places)) return;
            foreach (var (list, place) in places)
            {
                for (var at = Math.Max(0, place - reach); at <= place + reach && at < list.Count; at++)
                {
                    if (list[at] is { Title: not null } other && !ReferenceEquals(other, work)) near.Add(other);
                }
            }
        }
    }
}

/// <summary>Why one work is related to another.</summary>
internal enum Relation
{
    /// <summary>One sentence or entry names both.</summary>
    MentionedTogether,

    /// <summary>They share an author.</summary>
    SameAuthor,

    /// <summary>They stand near each other in one section.</summary>
    SameSection,
}
