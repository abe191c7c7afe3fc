namespace Transformers.Rendering.Graph;

/// <summary>Sums up the repulsion of many bodies in a time that hardly depends on how many they are: those far away count as one.</summary>
/// <remarks>J. Barnes and P. Hut, "A hierarchical O(N log N) force-calculation algorithm", Nature 324, 1986.</remarks>
internal sealed class QuadTree
{
    /// <summary>A square counts as one body from 1/0.9 times its width away.</summary>
    private const double Nearness = 0.9;

    /// <summary>Bodies that are still in one square then are one body; they would be less than a billionth of the whole apart.</summary>
    private const int MostLevels = 30;

    private Cell[] _cells = new Cell[64];
    private int _count;

    /// <summary>How many squares were looked into so far; what the cost is counted in.</summary>
    public long Visits { get; private set; }

    private struct Cell
    {
        // The centre of mass; while the tree is built, the sum of the masses times their places.
        public double X, Y, Mass;

        // The square of the width, over that of the nearness.
        public double Reach;

        // The first of four cells in it, or 0; the body in it, or -1.
        public int Inside, Body;
    }

    /// <summary>Puts the bodies into the tree in place of those before.</summary>
    public void Build(Point[] points, double[] masses)
    {
        var (low, high) = Bounds(points);
        var width = Math.Max(Math.Max(high.X - low.X, high.Y - low.Y), 1e-9);
        _count = 0;
        Allocate(1, width);
        for (var body = 0; body < points.Length; body++) Insert(body, points, masses, low, width);
        foreach (ref var cell in _cells.AsSpan(0, _count))
        {
            if (cell.Mass <= 0) continue;
            cell.X /= cell.Mass;
            cell.Y /= cell.Mass;
        }
    }

    /// <summary>The force on a body of mass 1: from each other one its mass over its distance, away from it.</summary>
    /// <param name="body">The body.</param>
    /// <param name="at">Where it is.</param>
    public Point RepulsionOf(int body, Point at)
    {
        // At most three cells of each level wait while the fourth is looked into.
        Span<int> open = stackalloc int[(3 * MostLevels) + 4];
        var (x, y) = (0.0, 0.0);
        var left = 0;
        var visits = 0;
        open[left++] = 0;
        while (left > 0)
        {
            visits++;
            ref readonly var cell = ref _cells[open[--left]];
            if (cell.Mass <= 0 || cell.Body == body) continue;
            var dx = at.X - cell.X;
            var dy = at.Y - cell.Y;
            var distance = (dx * dx) + (dy * dy);
            if (cell.Inside > 0 && cell.Reach > distance)
            {
                for (var i = 0; i < 4; i++) open[left++] = cell.Inside + i;
            }
            else if (distance > 1e-12)
            {
                var force = cell.Mass / distance;
                x += dx * force;
                y += dy * force;
            }
        }

        Visits += visits;
        return new(x, y);
    }

    private void Insert(int body, Point[] points, double[] masses, Point low, double width)
    {
        var at = 0;
        for (var level = 0; ; level++)
        {
            var isEmpty = _cells[at].Mass <= 0;
            if (!isEmpty && _cells[at].Inside == 0 && level < MostLevels) Split(at, points, masses, low, width / 2);
            ref var cell = ref _cells[at];
            Add(ref cell, points[body], masses[body]);
            if (isEmpty) cell.Body = body;
            if (cell.Inside == 0) return;
            width /= 2;
            at = cell.Inside + Quadrant(points[body], ref low, width);
        }
    }

    private void Split(int at, Point[] points, double[] masses, Point low, double half)
    {
        var inside = Allocate(4, half);
        ref var cell = ref _cells[at];
        cell.Inside = inside;
        var body = cell.Body;
        cell.Body = -1;
        ref var child = ref _cells[inside + Quadrant(points[body], ref low, half)];
        Add(ref child, points[body], masses[body]);
        child.Body = body;
    }

    private static void Add(ref Cell cell, Point point, double mass)
    {
        cell.Mass += mass;
        cell.X += point.X * mass;
        cell.Y += point.Y * mass;
    }

    /// <summary>Which quarter of a square a point is in.</summary>
    /// <param name="point">The point.</param>
    /// <param name="low">The corner of the square, then that of its quarter.</param>
    /// <param name="half">The width of the quarter.</param>
    private static int Quadrant(Point point, ref Point low, double half)
    {
        var (right, lower) = (point.X >= low.X + half, point.Y >= low.Y + half);
        low = new(right ? low.X + half : low.X, lower ? low.Y + half : low.Y);
        return (right ? 1 : 0) + (lower ? 2 : 0);
    }

    private int Allocate(int count, double width)
    {
        if (_count + count > _cells.Length) Array.Resize(ref _cells, _cells.Length * 2);
        _cells.AsSpan(_count, count).Fill(new() { Body = -1, Reach = width * width / (Nearness * Nearness) });
        _count += count;
        return _count - count;
    }

    private static (Point Low, Point High) Bounds(Point[] points)
    {
        var (low, high) = (points[0], points[0]);
        foreach (var point in points)
        {
            low = new(Math.Min(low.X, point.X), Math.Min(low.Y, point.Y));
            high = new(Math.Max(high.X, point.X), Math.Max(high.Y, point.Y));
        }

        return (low, high);
    }
}
