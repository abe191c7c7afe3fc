namespace Transformers.Rendering.Graph;

/// <summary>A place in the plane; y grows downwards.</summary>
internal readonly record struct Point(double X, double Y)
{
    // The cosine and sine of the golden angle, 137.5 degrees, written out: only the four operations and square roots give the
    // same bits on every machine.
    private const double Cosine = -0.7373688780783197;
    private const double Sine = 0.6754902942615238;

    /// <summary>The vector from the origin.</summary>
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    /// <summary>The vector between two points.</summary>
    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>The vector made longer.</summary>
    public static Point operator *(Point a, double factor) => new(a.X * factor, a.Y * factor);

    /// <summary>The square of the distance from the origin.</summary>
    public double SquaredLength => (X * X) + (Y * Y);

    /// <summary>Points that fill a disc evenly, from the centre outwards, as the seeds of a sunflower do.</summary>
    /// <param name="first">How far the first is from the centre.</param>
    /// <param name="spacing">About how far they are from each other.</param>
    public static IEnumerable<Point> Sunflower(double first, double spacing)
    {
        var direction = new Point(1, 0);
        for (var i = 0; ; i++)
        {
            yield return direction * (first + (spacing * Math.Sqrt(i)));
            direction = new((direction.X * Cosine) - (direction.Y * Sine), (direction.X * Sine) + (direction.Y * Cosine));
        }
    }
}
