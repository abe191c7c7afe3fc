using System.Buffers;

namespace Transformers.Export;

/// <summary><c>graph.json</c>: what leads to what.</summary>
public static class GraphJson
{
    /// <summary>Writes the graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="output">Where to.</param>
    public static void Write(VaultGraph graph, IBufferWriter<byte> output)
    {
        using var records = new JsonRecords(output);
        records.Begin("{\"version\":1,\"nodes\":[");
        foreach (var node in graph.Nodes)
        {
            records.Add(json =>
            {
                json.WriteStartObject();
                json.WriteString("id", node.Id);
                json.WriteString("type", TypeOf(node));
                json.WriteString("title", node.Title);
                json.WriteEndObject();
            });
        }

        records.End("],");
        records.Begin("\"edges\":[");
        foreach (var edge in graph.Edges)
        {
            records.Add(json =>
            {
                json.WriteStartObject();
                json.WriteString("source", graph.Nodes[edge.Source].Id);
                json.WriteString("target", graph.Nodes[edge.Target].Id);
                json.WriteString("kind", NameOf(edge.Kind));
                json.WriteEndObject();
            });
        }

        records.End("]}\n");
    }

    private static string TypeOf(GraphNode node) => node switch
    {
        GraphNode.OfEntry => "entry",
        GraphNode.OfTag => "tag",
        _ => "note",
    };

    private static string NameOf(GraphEdgeKind kind) => kind switch
    {
        GraphEdgeKind.Embed => "embed",
        GraphEdgeKind.Block => "block",
        GraphEdgeKind.Tag => "tag",
        _ => "link",
    };
}
