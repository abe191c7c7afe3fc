using System.Collections.Immutable;

namespace Transformers.Parsing.Canvases;

/// <summary>Which node lies in which group: what a list of them is ordered by.</summary>
internal sealed class CanvasTree
{
    /// <summary>How deep groups are shown in groups; what is deeper counts to the last of these.</summary>
    private const int MostLevels = 8;

    private readonly ILookup<int, int> _inside;

    private CanvasTree(ILookup<int, int> inside) => _inside = inside;

    /// <summary>The nodes that lie in a group (or, for -1, in none), as one reads: from the top, then from the left.</summary>
    public IEnumerable<int> In(int group) => _inside[group];

    /// <summary>Finds for each node the smallest group that holds it.</summary>
    public static CanvasTree Of(Canvas canvas)
    {
        var nodes = canvas.Nodes;

        // Of two groups with one box the later lies in the earlier, so that none lies in itself.
        int[] groups = [.. Enumerable.Range(0, nodes.Length).Where(i => nodes[i].Content is CanvasContent.Group).OrderBy(i => nodes[i].Box.Area).ThenByDescending(i => i)];
        var rank = new Dictionary<int, int>();
        for (var i = 0; i < groups.Length; i++) rank[groups[i]] = i;
        var parents = Enumerable.Range(0, nodes.Length).Select(Parent).ToArray();

        var levels = new int[nodes.Length];
        foreach (var group in groups.Reverse())
        {
            if (parents[group] >= 0 && levels[parents[group]] >= MostLevels - 1) parents[group] = parents[parents[group]];
            levels[group] = parents[group] < 0 ? 0 : levels[parents[group]] + 1;
        }

        return new(Enumerable.Range(0, nodes.Length)
            .OrderBy(i => nodes[i].Box.Y).ThenBy(i => nodes[i].Box.X).ThenBy(i => i)
            .ToLookup(i => parents[i]));

        int Parent(int node)
        {
            for (var i = rank.TryGetValue(node, out var own) ? own + 1 : 0; i < groups.Length; i++)
            {
                if (nodes[groups[i]].Box.Holds(nodes[node].Box)) return groups[i];
            }

            return -1;
        }
    }

    /// <summary>The groups in the order in which they cover each other: the largest first.</summary>
    public static ImmutableArray<int> GroupsOf(Canvas canvas) =>
        [.. Enumerable.Range(0, canvas.Nodes.Length).Where(i => canvas.Nodes[i].Content is CanvasContent.Group).OrderByDescending(i => canvas.Nodes[i].Box.Area).ThenBy(i => i)];
}
