namespace Transformers.Rendering.Graph;

/// <summary>Places the nodes of a graph so that what is bound together is together: springs pull, everything repels everything.</summary>
/// <remarks>
/// By levels: the graph is halved until little is left, that is laid out, and each level begins where the one before ended
/// (Y. Hu, "Efficient and high quality force-directed graph drawing", The Mathematica Journal 10, 2005). The force of a spring grows with
/// its length, repulsion falls with the distance; so a graph fills the plane evenly, a unit of mass about a unit of area, whatever its form.
/// The number of rounds is fixed, so that the time is near linear. The same graph gives the same bits on every machine: one thread, and
/// no operation that IEEE 754 leaves open.
/// </remarks>
internal static class ForceLayout
{
    private const int FewestNodes = 40;
    private const int MostLevels = 40;
    private const int FirstRounds = 120;
    private const int Rounds = 30;

    /// <summary>Lays out a graph.</summary>
    /// <param name="graph">At least one node.</param>
    /// <param name="tree">What sums up the repulsion.</param>
    /// <returns>The place of each node.</returns>
    public static Point[] Place(WeightedGraph graph, QuadTree tree)
    {
        var levels = new Stack<(WeightedGraph Graph, int[] Groups)>();
        var coarsest = graph;
        while (coarsest.Count > FewestNodes && levels.Count < MostLevels)
        {
            var groups = NodePairs.Of(coarsest, out var count);
            levels.Push((coarsest, groups));
            coarsest = coarsest.Merge(groups, count);
        }

        var room = Math.Sqrt(graph.Mass);
        Point[] points = [.. Point.Sunflower(0, SpacingOf(coarsest)).Take(coarsest.Count)];
        Relax(coarsest, points, tree, FirstRounds, room / 2);
        while (levels.TryPop(out var level))
        {
            points = Spread(points, level.Groups, SpacingOf(level.Graph) / 4);
            Relax(level.Graph, points, tree, Rounds, SpacingOf(level.Graph) * 1.5);
        }

        return points;
    }

    private static double SpacingOf(WeightedGraph graph) => Math.Sqrt(graph.Mass / graph.Count);

    /// <summary>Puts each node where its group was; the members of a group a little apart.</summary>
    private static Point[] Spread(Point[] points, int[] groups, double distance)
    {
        var places = new Point[groups.Length];
        var seen = new bool[points.Length];
        using var directions = Point.Sunflower(1, 0).GetEnumerator();
        var offset = default(Point);
        for (var node = 0; node < groups.Length; node++)
        {
            directions.MoveNext();
            offset = directions.Current * distance;
            places[node] = seen[groups[node]] ? points[groups[node]] - offset : points[groups[node]] + offset;
            seen[groups[node]] = true;
        }

        return places;
    }

    /// <summary>Lets the forces act, by steps that become shorter.</summary>
    private static void Relax(WeightedGraph graph, Point[] points, QuadTree tree, int rounds, double longest)
    {
        // To a fiftieth of the first step in the last round.
        const double Shortening = 50;
        var moves = new Point[points.Length];
        for (var round = 0; round < rounds; round++)
        {
            var step = longest / (1 + ((Shortening - 1) * round / rounds));
            tree.Build(points, graph.Masses);
            for (var node = 0; node < points.Length; node++) moves[node] = Move(node, graph, points, tree, step);
            for (var node = 0; node < points.Length; node++) points[node] += moves[node];
        }
    }

    private static Point Move(int node, WeightedGraph graph, Point[] points, QuadTree tree, double longest)
    {
        var force = tree.RepulsionOf(node, points[node]) * graph.Masses[node];
        var stiffness = 1e-3;
        foreach (var (to, weight) in graph.SpringsOf(node))
        {
            force += (points[to] - points[node]) * weight;
            stiffness += weight;
        }

        // Half the way to where the springs would hold it, as its neighbours move as well.
        var move = force * (0.5 / stiffness);
        var length = move.SquaredLength;
        return length > longest * longest ? move * (longest / Math.Sqrt(length)) : move;
    }
}
