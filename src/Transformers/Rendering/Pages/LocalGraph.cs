using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Scriban.Runtime;
using Transformers.Export;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Rendering.Graph;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>What is around a note in the graph, for a drawing of lists and curves: what leads to it on one side, where it leads on the other.</summary>
internal sealed class LocalGraph(GraphLinks graph)
{
    /// <summary>How many neighbours there are on each side.</summary>
    private const int MostOnSide = 8;

    /// <summary>With fewer, the text and the backlinks say all there is to see.</summary>
    private const int FewestNeighbours = 2;

    /// <summary>The height of a row and the width of the curves between the lists, in sixteenths of the size of the page's text.</summary>
    private const int RowHeight = 28;
    private const int Width = 64;

    private readonly FrozenDictionary<SourcePath, int> _places = graph.Graph.Nodes.OfType<GraphNode.OfNote>().Select((node, place) => (node.Note.Path, place)).ToFrozenDictionary(note => note.Path, note => note.place);
    private readonly ILookup<int, int> _entries = graph.Graph.Holders.Select((note, node) => (note, node)).Where(held => held.note != held.node).ToLookup(held => held.note, held => held.node);

    /// <summary>
    /// <c>from</c> and <c>to</c>, each with <c>count</c>, <c>nodes</c> and <c>curves</c> (the path that joins them with the note); <c>width</c>, <c>height</c>
    /// and <c>href</c>, which shows the note in the whole graph. Null for a note with hardly any neighbours.
    /// </summary>
    /// <param name="note">The note.</param>
    /// <param name="links">The links of its page.</param>
    public ScriptObject? Of(Note note, PageLinks links)
    {
        var place = _places[note.Path];
        int[] to = [.. graph.From(place).Where(node => graph.Graph.Holders[node] != place)];
        int[] from = [.. _entries[place].Prepend(place).SelectMany(graph.To).Where(node => node != place).Distinct().Order()];
        if (from.Union(to).Count() < FewestNeighbours) return null;

        // Those that are bound both ways first.
        var both = from.Intersect(to).ToHashSet();
        from = [.. from.OrderBy(node => both.Contains(node) ? 0 : 1)];
        var rows = Math.Min(MostOnSide, Math.Max(from.Length, to.Length));
        return Variables.Of(
            ("from", Side(from, rows, 0, links)),
            ("to", Side(to, rows, Width, links)),
            ("width", Width),
            ("height", rows * RowHeight),
            ("href", $"{links.To(AddressBook.Graph)}?at={links.Page}"));
    }

    /// <summary>A note or an entry: <c>title</c>, <c>href</c>, <c>kind</c> (null for a note).</summary>
    public static ScriptObject Record(GraphNode node, PageLinks links) => Variables.Of(
        ("title", node.Title),
        ("href", links.To(node.Page, node.Anchor)),
        ("kind", (node as GraphNode.OfEntry)?.Entry.Entry.Kind));

    private ScriptObject Side(int[] nodes, int rows, int x, PageLinks links)
    {
        var shown = nodes.Take(MostOnSide).ToImmutableArray();
        return Variables.Of(
            ("count", nodes.Length),
            ("nodes", Variables.List(shown.Select(node => Record(graph.Graph.Nodes[node], links)))),
            ("curves", string.Concat(shown.Select((_, row) => Curve(x, (((rows - shown.Length) * RowHeight) / 2) + (row * RowHeight) + (RowHeight / 2), rows * RowHeight / 2)))));
    }

    /// <summary>From the edge of the drawing to its middle, level at both ends.</summary>
    private static string Curve(int x, int y, int middle) =>
        string.Create(CultureInfo.InvariantCulture, $"M{x} {y}C{Width / 2} {y} {x} {middle} {Width / 2} {middle}");
}
