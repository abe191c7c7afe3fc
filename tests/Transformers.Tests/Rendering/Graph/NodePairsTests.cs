using Transformers.Rendering.Graph;

namespace Transformers.Tests.Rendering.Graph;

public sealed class NodePairsTests
{
    [Theory]
    [InlineData("star", 1001)]
    [InlineData("lonely", 1000)]
    [InlineData("path", 1000)]
    [InlineData("clusters", 1000)]
    [InlineData("complete", 60)]
    public void Any_graph_is_about_halved(string kind, int count)
    {
        var groups = NodePairs.Of(ForceLayoutTests.Graph(kind, count), out var pairs);

        Assert.InRange(pairs, count / 2, count * 2 / 3);
        Assert.Equal(Enumerable.Range(0, pairs), groups.Distinct().Order());
        Assert.All(groups.CountBy(group => group), group => Assert.InRange(group.Value, 1, 2));
    }

    [Fact]
    public void Nodes_are_paired_with_what_they_are_bound_to_most()
    {
        var groups = NodePairs.Of(new([1, 1, 1, 1], [new(0, 1, 1), new(1, 2, 5), new(2, 3, 1), new(3, 0, 5)]), out _);

        Assert.Equal((groups[0], groups[1]), (groups[3], groups[2]));
    }

    [Fact]
    public void A_merged_graph_keeps_the_masses_and_adds_up_the_springs()
    {
        var merged = new WeightedGraph([1, 2, 3, 4], [new(0, 1, 1), new(0, 2, 1), new(1, 3, 2), new(0, 0, 9)]).Merge([0, 0, 1, 1], 2);

        Assert.Equal([3, 7], merged.Masses);
        Assert.Equal([new Spring(1, 3)], merged.SpringsOf(0).ToArray());
        Assert.Equal([new Spring(0, 3)], merged.SpringsOf(1).ToArray());
    }
}
