using Transformers.Rendering.Graph;

namespace Transformers.Tests.Rendering.Graph;

public sealed class QuadTreeTests
{
    [Fact]
    public void The_repulsion_is_about_what_all_bodies_together_exert()
    {
        Point[] points = [.. Point.Sunflower(0, 1).Take(500).Select((point, i) => point * (1 + (i % 7 * .1)))];
        double[] masses = [.. points.Select((_, i) => 1.0 + (i % 3))];
        var tree = new QuadTree();
        tree.Build(points, masses);

        for (var body = 0; body < points.Length; body++)
        {
            var exact = Exact(body, points, masses);
            var error = tree.RepulsionOf(body, points[body]) - exact;
            Assert.InRange(error.SquaredLength, 0, .01 * Math.Max(exact.SquaredLength, 100));
        }
    }

    [Fact]
    public void Bodies_in_one_place_are_one_body()
    {
        var tree = new QuadTree();
        tree.Build([new(1, 1), new(1, 1), new(1, 1), new(2, 1)], [1, 1, 1, 1]);

        Assert.Equal(new Point(3, 0), tree.RepulsionOf(3, new(2, 1)));
        Assert.Equal(new Point(-1, 0), tree.RepulsionOf(0, new(1, 1)));
    }

    [Fact]
    public void One_body_is_at_rest()
    {
        var tree = new QuadTree();
        tree.Build([new(5, 5)], [1]);

        Assert.Equal(default, tree.RepulsionOf(0, new(5, 5)));
    }

    private static Point Exact(int body, Point[] points, double[] masses)
    {
        var force = default(Point);
        for (var other = 0; other < points.Length; other++)
        {
            if (other == body) continue;
            var offset = points[body] - points[other];
            force += offset * (masses[other] / offset.SquaredLength);
        }

        return force;
    }
}
