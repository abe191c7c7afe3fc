namespace Transformers.Rendering.Graph;

/// <summary>Groups the nodes of a graph in pairs that belong together, so that half as many are left.</summary>
internal static class NodePairs
{
    /// <summary>Pairs each node with the free neighbour that it is bound to most; where none is free, with another one that is bound most to the same node.</summary>
    /// <remarks>The second rule halves a star too, whose leaves have but one neighbour.</remarks>
    /// <param name="graph">The graph.</param>
    /// <param name="count">How many groups there are: half the nodes, and one more for each node that is left over.</param>
    /// <returns>For each node its group, from 0.</returns>
    public static int[] Of(WeightedGraph graph, out int count)
    {
        var groups = Filled(graph.Count);
        var waiting = Filled(graph.Count);
        count = 0;
        foreach (var node in ByDegree(graph))
        {
            if (groups[node] >= 0) continue;
            var (strongest, free) = StrongestOf(node, graph, groups);
            if (free >= 0)
            {
                groups[node] = groups[free] = count++;
            }
            else if (waiting[strongest] is var other and >= 0 && groups[other] < 0)
            {
                groups[node] = groups[other] = count++;
                waiting[strongest] = -1;
            }
            else
            {
                waiting[strongest] = node;
            }
        }

        for (var node = 0; node < groups.Length; node++)
        {
            if (groups[node] < 0) groups[node] = count++;
        }

        return groups;
    }

    /// <summary>The neighbour that a node is bound to most for its mass, and the one of those that are free; for a node without any the first node, so that such are paired too, and -1.</summary>
    private static (int Strongest, int Free) StrongestOf(int node, WeightedGraph graph, int[] groups)
    {
        var (strongest, free) = (0, -1);
        var (most, mostFree) = (0.0, 0.0);
        foreach (var (to, weight) in graph.SpringsOf(node))
        {
            var bond = weight / graph.Masses[to];
            if (bond > most) (strongest, most) = (to, bond);
            if (bond > mostFree && groups[to] < 0) (free, mostFree) = (to, bond);
        }

        return (strongest, free);
    }

    // Those with few neighbours have the first choice, as they have little.
    private static int[] ByDegree(WeightedGraph graph)
    {
        int[] nodes = [.. Enumerable.Range(0, graph.Count)];
        Array.Sort(Array.ConvertAll(nodes, node => ((long)graph.SpringsOf(node).Length << 32) | (uint)node), nodes);
        return nodes;
    }

    private static int[] Filled(int count)
    {
        var array = new int[count];
        Array.Fill(array, -1);
        return array;
    }
}
