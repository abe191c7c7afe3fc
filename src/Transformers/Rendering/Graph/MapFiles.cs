using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Transformers.Export;
using Transformers.Text;

namespace Transformers.Rendering.Graph;

/// <summary>What the script of the graph draws, in two files: the shape, and the names that it shows as readers come nearer.</summary>
/// <remarks>They are scripts that hand over a value, as browsers load no other data from the disk. Their shape is described in <c>templates/README.md</c>.</remarks>
internal sealed class MapFiles
{
    private const int MostTags = 100;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<(byte[] Content, string Version)> _shape;
    private readonly Lazy<(byte[] Content, string Version)> _names;

    /// <param name="map">What is drawn.</param>
    public MapFiles(VaultMap map)
    {
        _shape = new(() => Script("shape", json => WriteShape(map, json)));
        _names = new(() => Script("names", json => WriteNames(map.Graph, json)));
    }

    // A plus sign stands in no slug, so that no attachment can have these names.
    private static SiteAddress Shape { get; } = new("graph/+shape.js");

    private static SiteAddress Names { get; } = new("graph/+names.js");

    /// <summary>Both files; the drawing is laid out when one of them is wanted.</summary>
    public IEnumerable<SiteFile> All =>
    [
        new SiteFile.Rendered(Shape, output => output.Write(_shape.Value.Content)),
        new SiteFile.Rendered(Names, output => output.Write(_names.Value.Content)),
    ];

    /// <summary>The link to the shape, with a hash of what is in it, so that a browser never shows names with another day's shape.</summary>
    public string ShapeHref(PageLinks links) => $"{links.To(Shape)}?{_shape.Value.Version}";

    /// <summary>The link to the names.</summary>
    public string NamesHref(PageLinks links) => $"{links.To(Names)}?{_names.Value.Version}";

    private static (byte[], string) Script(string name, Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write(Encoding.UTF8.GetBytes($"graphData(\"{name}\","));
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.Write(");\n"u8);
        return (output.WrittenSpan.ToArray(), XxHash3.HashToUInt64(output.WrittenSpan).ToString("x16", CultureInfo.InvariantCulture));
    }

    private static void WriteShape(VaultMap map, Utf8JsonWriter json)
    {
        var (graph, tree, places) = (map.Graph, map.Folders, map.Places);
        GraphNode.OfNote[] notes = [.. graph.Nodes.OfType<GraphNode.OfNote>()];
        GraphNode.OfEntry[] entries = [.. graph.Nodes.OfType<GraphNode.OfEntry>()];
        var folders = tree.All.Select((folder, place) => (folder.Path, place)).ToDictionary(folder => folder.Path, folder => folder.place, StringComparer.Ordinal);
        string[] kinds = [.. entries.Select(entry => entry.Entry.Entry.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        json.WriteNumber("notes", notes.Length);
        Numbers(json, "x", places.Select(place => place.X));
        Numbers(json, "y", places.Select(place => place.Y));
        Numbers(json, "links", LinksOf(graph, notes.Length));
        Texts(json, "folders", tree.All.Select(folder => folder.Path));
        Numbers(json, "folder", notes.Select(note => folders[tree.Of(note.Note).Path]));
        Texts(json, "kinds", kinds);
        Numbers(json, "kind", entries.Select(entry => Array.BinarySearch(kinds, entry.Entry.Entry.Kind, StringComparer.Ordinal)));
        Numbers(json, "holder", graph.Holders.Skip(notes.Length));

        var tags = TagsOf(graph, [.. kinds]);
        Texts(json, "tags", tags.Select(tag => tag.Name));
        json.WriteStartArray("tagged");
        foreach (var (_, tagged) in tags) Values(json, Differences(tagged));
        json.WriteEndArray();
    }

    /// <summary>The tags that most notes carry, with the notes; kinds are no such tags, as entries are filtered by these.</summary>
    private static ImmutableArray<(string Name, ImmutableArray<int> Notes)> TagsOf(VaultGraph graph, ImmutableHashSet<string> kinds)
    {
        var tags = graph.Edges.Where(edge => edge.Kind is GraphEdgeKind.Tag).ToLookup(edge => edge.Target, edge => edge.Source);
        return
        [
            .. tags.Select(tag => (Name: graph.Nodes[tag.Key].Title, Notes: tag.ToImmutableArray()))
                .Where(tag => !kinds.Contains(tag.Name.ToLowerInvariant()))
                .OrderByDescending(tag => tag.Notes.Length).ThenBy(tag => tag.Name, StringComparer.Ordinal)
                .Take(MostTags)
                .OrderBy(tag => tag.Name, NaturalOrder.Instance).ThenBy(tag => tag.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>For each note how many nodes it leads to, then these, each as the difference to the one before.</summary>
    private static IEnumerable<int> LinksOf(VaultGraph graph, int notes)
    {
        var links = graph.Edges.Where(edge => edge.Kind is not GraphEdgeKind.Tag).ToLookup(edge => edge.Source, edge => edge.Target);
        return Enumerable.Range(0, notes).SelectMany(note =>
        {
            int[] targets = [.. links[note].Distinct().Order()];
            return Differences(targets).Prepend(targets.Length);
        });
    }

    private static void WriteNames(VaultGraph graph, Utf8JsonWriter json)
    {
        var nodes = graph.Nodes.Where(node => node is not GraphNode.OfTag).ToArray();
        Texts(json, "titles", nodes.Select(node => node.Title));

        // Of the address of a note what differs from the one before, of that of an entry its anchor.
        string[] pages = [.. nodes.OfType<GraphNode.OfNote>().Select(note => note.Page.Value)];
        int[] shared = [.. pages.Select((page, i) => i == 0 ? 0 : SharedLength(page, pages[i - 1]))];
        Numbers(json, "shared", shared);
        Texts(json, "rest", pages.Select((page, i) => page[shared[i]..]).Concat(nodes.Skip(pages.Length).Select(entry => entry.Anchor)));
    }

    // A pair of surrogates is one character.
    private static int SharedLength(string page, string before)
    {
        var shared = page.AsSpan().CommonPrefixLength(before);
        return shared > 0 && char.IsHighSurrogate(page[shared - 1]) ? shared - 1 : shared;
    }

    private static IEnumerable<int> Differences(IEnumerable<int> ascending)
    {
        var before = 0;
        foreach (var number in ascending)
        {
            yield return number - before;
            before = number;
        }
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WritePropertyName(name);
        Values(json, numbers);
    }

    private static void Values(Utf8JsonWriter json, IEnumerable<int> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
