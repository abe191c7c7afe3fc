namespace Transformers.Parsing.Canvases;

/// <summary>A point or a direction in pixels.</summary>
internal readonly record struct CanvasPoint(double X, double Y)
{
    /// <summary>The point so far along a direction.</summary>
    public CanvasPoint Along(CanvasPoint direction, double distance) => new(X + (direction.X * distance), Y + (direction.Y * distance));
}

/// <summary>A line between two nodes as a cubic curve, which leaves and meets them at right angles.</summary>
/// <param name="Start">Where the line begins, behind an arrowhead if it has one.</param>
/// <param name="FirstControl">Where it heads for.</param>
/// <param name="SecondControl">Where it comes from at its end.</param>
/// <param name="End">Where it ends, before an arrowhead.</param>
/// <param name="StartOutward">The direction away from the first node.</param>
/// <param name="EndOutward">The direction away from the second node.</param>
internal readonly record struct EdgeCurve(
    CanvasPoint Start, CanvasPoint FirstControl, CanvasPoint SecondControl, CanvasPoint End, CanvasPoint StartOutward, CanvasPoint EndOutward)
{
    /// <summary>How long an arrowhead is.</summary>
    public const double ArrowLength = 13;

    private const double ArrowHalf = 6.5;

    /// <summary>The point in the middle.</summary>
    public CanvasPoint Middle => new(
        (Start.X + (3 * FirstControl.X) + (3 * SecondControl.X) + End.X) / 8,
        (Start.Y + (3 * FirstControl.Y) + (3 * SecondControl.Y) + End.Y) / 8);

    /// <summary>The curve of a line.</summary>
    public static EdgeCurve Of(CanvasEdge edge, CanvasBox from, CanvasBox to)
    {
        var (fromSide, toSide) = (edge.From.Side ?? Facing(from, to), edge.To.Side ?? Facing(to, from));
        var (outward, inward) = (Outward(fromSide), Outward(toSide));
        var start = MiddleOf(from, fromSide).Along(outward, edge.From.IsArrow ? ArrowLength : 0);
        var end = MiddleOf(to, toSide).Along(inward, edge.To.IsArrow ? ArrowLength : 0);
        var reach = Math.Clamp(double.Hypot(end.X - start.X, end.Y - start.Y) / 2, 20, 180);
        return new(start, start.Along(outward, reach), end.Along(inward, reach), end, outward, inward);
    }

    /// <summary>The corners of an arrowhead whose base stands at a point, the tip first.</summary>
    public static (CanvasPoint Tip, CanvasPoint Left, CanvasPoint Right) Arrowhead(CanvasPoint foot, CanvasPoint outward)
    {
        var across = new CanvasPoint(-outward.Y, outward.X);
        return (foot.Along(outward, -ArrowLength), foot.Along(across, ArrowHalf), foot.Along(across, -ArrowHalf));
    }

    /// <summary>The side of a box that looks towards another.</summary>
    private static CanvasSide Facing(CanvasBox box, CanvasBox other)
    {
        var x = other.X + (other.Width / 2) - (box.X + (box.Width / 2));
        var y = other.Y + (other.Height / 2) - (box.Y + (box.Height / 2));
        return Math.Abs(x) * (box.Height + other.Height) > Math.Abs(y) * (box.Width + other.Width)
            ? x > 0 ? CanvasSide.Right : CanvasSide.Left
            : y > 0 ? CanvasSide.Bottom : CanvasSide.Top;
    }

    private static CanvasPoint MiddleOf(CanvasBox box, CanvasSide side) => side switch
    {
        CanvasSide.Top => new(box.X + (box.Width / 2), box.Y),
        CanvasSide.Right => new(box.Right, box.Y + (box.Height / 2)),
        CanvasSide.Bottom => new(box.X + (box.Width / 2), box.Bottom),
        _ => new(box.X, box.Y + (box.Height / 2)),
    };

    private static CanvasPoint Outward(CanvasSide side) => side switch
    {
        CanvasSide.Top => new(0, -1),
        CanvasSide.Right => new(1, 0),
        CanvasSide.Bottom => new(0, 1),
        _ => new(-1, 0),
    };
}
