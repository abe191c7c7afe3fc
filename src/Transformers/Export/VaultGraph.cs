using System.Collections.Immutable;
using Transformers.Catalogue;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Export;

/// <summary>What leads to what in a vault: its notes, the entries that something leads to, its tags, and the links between them.</summary>
/// <remarks>An edge begins at the note that the link stands in, and is there once, however often the note repeats it.</remarks>
/// <param name="Nodes">The notes in path order, the entries by the path and line they stand at, the tags by address.</param>
/// <param name="Edges">By their sources, each note's links in the order of the text, then its tags.</param>
public sealed record VaultGraph(ImmutableArray<GraphNode> Nodes, ImmutableArray<GraphEdge> Edges)
{
    /// <summary>For each note and entry, in the order of <see cref="Nodes"/>, the place of the note that it is or stands in.</summary>
    public ImmutableArray<int> Holders { get; } = HoldersOf(Nodes);

    /// <summary>The graph of the published notes.</summary>
    /// <param name="notes">In path order.</param>
    /// <param name="links">Where their links lead.</param>
    /// <param name="catalogue">Their entries.</param>
    /// <param name="addresses">Where they stand.</param>
    public static VaultGraph Of(ImmutableArray<Note> notes, LinkGraph links, VaultCatalogue catalogue, AddressBook addresses)
    {
        var nodes = ImmutableArray.CreateBuilder<GraphNode>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var note in notes) Add(new GraphNode.OfNote(note, addresses.Of(note)));
        foreach (var entry in catalogue.Entries.Where(entry => !catalogue.MentionsOf(entry).IsEmpty)) Add(new GraphNode.OfEntry(entry, addresses.Of(entry.Note), TitleOf(entry, catalogue)));
        var tags = notes.SelectMany(note => note.Tags).Select(tag => new GraphNode.OfTag(tag.Name, AddressBook.OfTag(tag.Name)));
        foreach (var tag in tags.DistinctBy(tag => tag.Page).OrderBy(tag => tag.Page)) Add(tag);

        var edges = ImmutableArray.CreateBuilder<GraphEdge>();
        for (var source = 0; source < notes.Length; source++)
        {
            var note = notes[source];
            var (from, page) = (source, addresses.Of(note));
            var linked = links.From(note).Select(link => EdgeOf(from, link, addresses, places)).OfType<GraphEdge>().Where(edge => edge.Target != from);
            var tagged = note.Tags.Select(tag => new GraphEdge(from, places[AddressBook.OfTag(tag.Name).Value], GraphEdgeKind.Tag));
            edges.AddRange(linked.Concat(tagged).Distinct());
        }

        return new(nodes.DrainToImmutable(), edges.DrainToImmutable());

        void Add(GraphNode node)
        {
            if (places.TryAdd(node.Id, nodes.Count)) nodes.Add(node);
        }
    }

    private static ImmutableArray<int> HoldersOf(ImmutableArray<GraphNode> nodes)
    {
        var notes = new Dictionary<SiteAddress, int>();
        var holders = ImmutableArray.CreateBuilder<int>();
        for (var node = 0; node < nodes.Length && nodes[node] is not GraphNode.OfTag; node++)
        {
            notes.TryAdd(nodes[node].Page, node);
            holders.Add(notes[nodes[node].Page]);
        }

        return holders.DrainToImmutable();
    }

    private static string TitleOf(CatalogueEntry entry, VaultCatalogue catalogue) =>
        entry.Entry.Citation?.Title ?? catalogue.WorkOf(entry)?.Label ?? entry.Entry.Anchor;

    private static GraphEdge? EdgeOf(int source, ResolvedLink link, AddressBook addresses, Dictionary<string, int> places)
    {
        if (link.Target is LinkTarget.PartMissing(var named)) return new(source, places[addresses.Of(named).Value], KindOf(link, isBlock: false));
        if (link.Target is not LinkTarget.Found(var note, var part)) return null;
        var page = addresses.Of(note).Value;
        var isBlock = part is NotePart.OfBlock or NotePart.OfEntry;
        return new(source, isBlock && places.TryGetValue($"{page}#{part.Anchor}", out var entry) ? entry : places[page], KindOf(link, isBlock));
    }

    private static GraphEdgeKind KindOf(ResolvedLink link, bool isBlock) =>
        link.Reference.IsEmbed ? GraphEdgeKind.Embed : isBlock ? GraphEdgeKind.Block : GraphEdgeKind.Link;
}

/// <summary>Something that leads somewhere, or that something leads to. One of the cases nested here.</summary>
/// <param name="Page">The page that it is, or stands on.</param>
/// <param name="Anchor">Its <c>id</c> there; empty for the page itself.</param>
/// <param name="Title">What readers know it by.</param>
public abstract record GraphNode(SiteAddress Page, string Anchor, string Title)
{
    /// <summary>Its address, which no other node has.</summary>
    public string Id => Anchor.Length == 0 ? Page.Value : $"{Page}#{Anchor}";

    /// <summary>A note.</summary>
    public sealed record OfNote(Note Note, SiteAddress Page) : GraphNode(Page, "", Note.Title);

    /// <summary>An entry that something leads to.</summary>
    public sealed record OfEntry(CatalogueEntry Entry, SiteAddress Page, string Title) : GraphNode(Page, Entry.Entry.Anchor, Title);

    /// <summary>A tag.</summary>
    public sealed record OfTag(string Name, SiteAddress Page) : GraphNode(Page, "", Name);
}

/// <summary>A link, or the carrying of a tag.</summary>
/// <param name="Source">The place of a note in <see cref="VaultGraph.Nodes"/>.</param>
/// <param name="Target">The place of what it leads to.</param>
/// <param name="Kind">How.</param>
public readonly record struct GraphEdge(int Source, int Target, GraphEdgeKind Kind);

/// <summary>How one node leads to another.</summary>
public enum GraphEdgeKind
{
    /// <summary>A link to a note or a section.</summary>
    Link,

    /// <summary>Something that is shown in place.</summary>
    Embed,

    /// <summary>A link to a block or an entry.</summary>
    Block,

    /// <summary>The note carries the tag.</summary>
    Tag,
}
