using System.Buffers;
using Transformers.Catalogue;
using Transformers.Linking;
using Transformers.Model;

namespace Transformers.Export;

/// <summary><c>graph.json</c>: what leads to what.</summary>
/// <remarks>
/// Nodes are all notes and tags, and the entries that something leads to. An edge begins at the note that the link stands in,
/// and is there once, however often the note repeats it.
/// </remarks>
public static class GraphJson
{
    /// <summary>Writes the graph.</summary>
    /// <param name="notes">The published notes, in path order.</param>
    /// <param name="graph">Where their links lead.</param>
    /// <param name="catalogue">Their entries.</param>
    /// <param name="addresses">Where they stand.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IReadOnlyCollection<Note> notes, LinkGraph graph, VaultCatalogue catalogue, AddressBook addresses, IBufferWriter<byte> output)
    {
        using var records = new JsonRecords(output);
        records.Begin("{\"version\":1,\"nodes\":[");
        var entries = EntriesOf(catalogue, addresses);
        foreach (var note in notes) Node(addresses.Of(note).Value, "note", note.Title);
        foreach (var (id, title) in entries) Node(id, "entry", title);
        foreach (var tag in notes.SelectMany(note => note.Tags).DistinctBy(tag => AddressBook.OfTag(tag.Name)).OrderBy(tag => AddressBook.OfTag(tag.Name))) Node(AddressBook.OfTag(tag.Name).Value, "tag", tag.Name);
        records.End("],");

        records.Begin("\"edges\":[");
        foreach (var note in notes)
        {
            var source = addresses.Of(note).Value;
            var links = graph.From(note).SelectMany(link => EdgeOf(link, addresses, entries)).Where(edge => edge.Target != source);
            var tags = note.Tags.Select(tag => (Target: AddressBook.OfTag(tag.Name).Value, Kind: "tag"));
            foreach (var (target, kind) in links.Concat(tags).Distinct()) Edge(source, target, kind);
        }

        records.End("]}\n");

        void Node(string id, string type, string title) => records.Add(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("type", type);
            json.WriteString("title", title);
            json.WriteEndObject();
        });

        void Edge(string source, string target, string kind) => records.Add(json =>
        {
            json.WriteStartObject();
            json.WriteString("source", source);
            json.WriteString("target", target);
            json.WriteString("kind", kind);
            json.WriteEndObject();
        });
    }

    private static Dictionary<string, string> EntriesOf(VaultCatalogue catalogue, AddressBook addresses)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in catalogue.Entries)
        {
            if (catalogue.MentionsOf(entry).IsEmpty) continue;
            var citation = entry.Entry.Citation;
            entries.TryAdd(CatalogueJson.IdOf(entry, addresses), citation?.Title ?? catalogue.WorkOf(entry)?.Label ?? entry.Entry.Anchor);
        }

        return entries;
    }

    private static IEnumerable<(string Target, string Kind)> EdgeOf(ResolvedLink link, AddressBook addresses, Dictionary<string, string> entries)
    {
        if (link.Target is LinkTarget.PartMissing(var named)) return [(addresses.Of(named).Value, KindOf(link, isBlock: false))];
        if (link.Target is not LinkTarget.Found(var note, var part)) return [];
        var page = addresses.Of(note).Value;
        var id = $"{page}#{part.Anchor}";
        var isBlock = part is NotePart.OfBlock or NotePart.OfEntry;
        return [(isBlock && entries.ContainsKey(id) ? id : page, KindOf(link, isBlock))];
    }

    private static string KindOf(ResolvedLink link, bool isBlock) => link.Reference.IsEmbed ? "embed" : isBlock ? "block" : "link";
}
