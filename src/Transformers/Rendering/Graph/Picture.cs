namespace Transformers.Rendering.Graph;

/// <summary>A picture in the shades between a ground and an ink, drawn on with soft edges.</summary>
/// <remarks>Like the layout it takes the four operations and square roots only, so that it is the same on every machine.</remarks>
/// <param name="width">In pixels.</param>
/// <param name="height">In pixels.</param>
internal sealed class Picture(int width, int height)
{
    private readonly byte[] _shades = new byte[width * height];

    /// <summary>The width in pixels.</summary>
    public int Width => width;

    /// <summary>The height in pixels.</summary>
    public int Height => height;

    /// <summary>The pixels of a row: 0 is the ground, 255 the ink.</summary>
    public ReadOnlySpan<byte> Row(int y) => _shades.AsSpan(y * width, width);

    /// <summary>Draws a disc of ink.</summary>
    public void Disc(Point centre, double radius)
    {
        var (left, right) = Span(centre.X, radius, width);
        var (top, bottom) = Span(centre.Y, radius, height);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var distance = Math.Sqrt((new Point(x + .5, y + .5) - centre).SquaredLength);
                Ink(x, y, Math.Clamp(radius + .5 - distance, 0, 1));
            }
        }
    }

    /// <summary>Draws a line a pixel wide; both ends lie in the picture.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="strength">How much ink it takes, up to 1.</param>
    public void Line(Point from, Point to, double strength)
    {
        var way = to - from;
        var isSteep = Math.Abs(way.Y) > Math.Abs(way.X);
        var steps = (int)Math.Max(Math.Abs(way.X), Math.Abs(way.Y));
        for (var i = 0; i <= steps; i++)
        {
            // The ink of a step is shared by the two pixels that the line passes between.
            var at = steps == 0 ? from : from + (way * ((double)i / steps));
            var (along, across) = isSteep ? ((int)at.Y, at.X - .5) : ((int)at.X, at.Y - .5);
            var first = (int)Math.Floor(across);
            var share = across - first;
            Ink(isSteep ? first : along, isSteep ? along : first, (1 - share) * strength);
            Ink(isSteep ? first + 1 : along, isSteep ? along : first + 1, share * strength);
        }
    }

    private static (int First, int Last) Span(double middle, double reach, int size) =>
        (Math.Max(0, (int)Math.Floor(middle - reach - .5)), Math.Min(size - 1, (int)Math.Ceiling(middle + reach + .5)));

    private void Ink(int x, int y, double amount)
    {
        if (x < 0 || y < 0 || x >= width || y >= height) return;
        ref var shade = ref _shades[(y * width) + x];
        shade += (byte)((255 - shade) * amount);
    }
}
