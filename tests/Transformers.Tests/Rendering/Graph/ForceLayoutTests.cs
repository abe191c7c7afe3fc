using System.Globalization;
using Transformers.Rendering.Graph;

namespace Transformers.Tests.Rendering.Graph;

public sealed class ForceLayoutTests
{
    public static TheoryData<string, int> Graphs => new()
    {
        { "star", 2000 }, { "lonely", 2000 }, { "path", 500 }, { "clusters", 600 }, { "complete", 60 }, { "lonely", 1 }, { "path", 2 },
    };

    [Theory, MemberData(nameof(Graphs))]
    public void Every_node_has_a_place_of_its_own(string kind, int count)
    {
        var points = Place(Graph(kind, count));

        Assert.Equal(count, points.Length);
        Assert.All(points, point => Assert.True(double.IsFinite(point.X) && double.IsFinite(point.Y)));
        Assert.Equal(count, points.Distinct().Count());
    }

    [Theory, MemberData(nameof(Graphs))]
    public void The_same_graph_gives_the_same_bits(string kind, int count) =>
        Assert.Equal(Place(Graph(kind, count)).Select(Bits), Place(Graph(kind, count)).Select(Bits));

    // What another machine, or another compiler, would have to find as well.
    [Fact]
    public void The_bits_are_these()
    {
        var hash = Place(Graph("clusters", 600)).Aggregate(17L, (sum, point) => unchecked((sum * 31) + (Bits(point).X ^ Bits(point).Y)));

        Assert.Equal("f481867381f64a0d", hash.ToString("x16", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_is_bound_together_is_together()
    {
        var points = Place(Graph("clusters", 600));

        var inside = Enumerable.Range(0, 590).Average(node => Math.Sqrt((points[node] - points[(node / 20 * 20) + ((node + 7) % 20)]).SquaredLength));
        var outside = Enumerable.Range(0, 590).Average(node => Math.Sqrt((points[node] - points[(node + 290) % 600]).SquaredLength));
        Assert.True(inside * 4 < outside, $"{inside} within a cluster, {outside} between clusters");
    }

    [Theory]
    [InlineData("star")]
    [InlineData("lonely")]
    [InlineData("clusters")]
    public void Ten_times_the_graph_costs_little_more_than_ten_times_the_steps(string kind)
    {
        Assert.InRange(Steps(kind, 5000), 1, 20 * Steps(kind, 500));

        static long Steps(string kind, int count)
        {
            var tree = new QuadTree();
            ForceLayout.Place(Graph(kind, count), tree);
            return tree.Visits;
        }
    }

    [Fact]
    public void Masses_have_room()
    {
        // Two bodies on a spring of strength 1: repulsion m·m/d, pull d.
        var points = ForceLayout.Place(new([3, 3], [new(0, 1, 1)]), new());

        Assert.Equal(3, Math.Sqrt((points[0] - points[1]).SquaredLength), 0.1);
    }

    private static Point[] Place(WeightedGraph graph) => ForceLayout.Place(graph, new());

    private static (long X, long Y) Bits(Point point) => (BitConverter.DoubleToInt64Bits(point.X), BitConverter.DoubleToInt64Bits(point.Y));

    internal static WeightedGraph Graph(string kind, int count)
    {
        var masses = new double[count];
        Array.Fill(masses, 1);
        IEnumerable<WeightedEdge> edges = kind switch
        {
            "star" => Enumerable.Range(1, count - 1).Select(leaf => new WeightedEdge(0, leaf, 1)),
            "path" => Enumerable.Range(1, count - 1).Select(node => new WeightedEdge(node - 1, node, 1)),
            "complete" => from a in Enumerable.Range(0, count) from b in Enumerable.Range(0, a) select new WeightedEdge(a, b, 1),

            // Rings of twenty with chords, each joined to the next.
            "clusters" => from node in Enumerable.Range(0, count)
                          let first = node / 20 * 20
                          from to in new[] { first + ((node + 1) % 20), first + ((node + 7) % 20), (node % 20) == 0 ? (node + 20) % count : node }
                          select new WeightedEdge(node, to, 1),
            _ => [],
        };
        return new(masses, [.. edges]);
    }
}
