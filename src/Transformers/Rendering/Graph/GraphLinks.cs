using System.Collections.Immutable;
using Transformers.Export;

namespace Transformers.Rendering.Graph;

/// <summary>Which nodes lead to each node, and where it leads; tags aside.</summary>
internal sealed class GraphLinks
{
    private readonly ILookup<int, int> _from;
    private readonly ILookup<int, int> _to;

    /// <param name="graph">The graph.</param>
    public GraphLinks(VaultGraph graph)
    {
        Graph = graph;
        var links = graph.Edges.Where(edge => edge.Kind is not GraphEdgeKind.Tag).Select(edge => (edge.Source, edge.Target)).Distinct().ToArray();
        Count = links.Length;
        _from = links.ToLookup(link => link.Source, link => link.Target);
        _to = links.ToLookup(link => link.Target, link => link.Source);
    }

    /// <summary>The graph.</summary>
    public VaultGraph Graph { get; }

    /// <summary>How many pairs of nodes there are of which one leads to the other.</summary>
    public int Count { get; }

    /// <summary>The notes and entries, those first that most notes lead to, then by address.</summary>
    public ImmutableArray<int> MostLinked =>
        [.. Enumerable.Range(0, Graph.Holders.Length).OrderByDescending(CountTo).ThenBy(node => Graph.Nodes[node].Page).ThenBy(node => node)];

    /// <summary>What a note leads to, in the order of its text.</summary>
    public IEnumerable<int> From(int note) => _from[note];

    /// <summary>The notes that lead to a node, in path order.</summary>
    public IEnumerable<int> To(int node) => _to[node];

    /// <summary>How many notes lead to a node.</summary>
    public int CountTo(int node) => _to[node].Count();

    /// <summary>How many nodes a note leads to; none for an entry.</summary>
    public int CountFrom(int node) => _from[node].Count();
}
