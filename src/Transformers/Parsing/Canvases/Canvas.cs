using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Parsing.Canvases;

/// <summary>What a <c>.canvas</c> file says, in JSON Canvas 1.0, made sound: see <see cref="CanvasReader"/>.</summary>
/// <param name="Nodes">In the order of the file, which is the order in which they cover each other.</param>
/// <param name="Edges">In the order of the file; both ends exist.</param>
internal sealed record Canvas(ImmutableArray<CanvasNode> Nodes, ImmutableArray<CanvasEdge> Edges);

/// <summary>Something that stands on a canvas.</summary>
/// <param name="Anchor">Its <c>id</c> in HTML; unique on the canvas.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="Color">Its colour, if it has one.</param>
/// <param name="Content">What it is.</param>
/// <param name="Span">Where the file says so.</param>
internal sealed record CanvasNode(string Anchor, CanvasBox Box, CanvasColor? Color, CanvasContent Content, TextSpan Span);

/// <summary>What stands on a canvas. One of the cases nested here, and no other.</summary>
internal abstract record CanvasContent
{
    private CanvasContent() { }

    /// <summary>Markdown.</summary>
    /// <param name="Markdown">The text.</param>
    /// <param name="Span">The string in the file, quotes included.</param>
    public sealed record Text(string Markdown, TextSpan Span) : CanvasContent;

    /// <summary>A file of the vault.</summary>
    /// <param name="Path">Its path from the vault's root.</param>
    /// <param name="Fragment">The heading or <c>^block</c> that is meant, or null for the whole.</param>
    /// <param name="Span">The path in the file, quotes included.</param>
    public sealed record File(string Path, string? Fragment, TextSpan Span) : CanvasContent;

    /// <summary>A page outside the vault.</summary>
    /// <param name="Url">Its address as written.</param>
    /// <param name="Span">The address in the file, quotes included.</param>
    public sealed record Link(string Url, TextSpan Span) : CanvasContent;

    /// <summary>A frame around what lies in it.</summary>
    /// <param name="Label">Its name; null where it has none.</param>
    /// <param name="Background">The image behind it, or null.</param>
    public sealed record Group(string? Label, File? Background) : CanvasContent;
}

/// <summary>A line between two nodes.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Label">The text on it, or null.</param>
/// <param name="Color">Its colour, if it has one.</param>
internal sealed record CanvasEdge(CanvasEnd From, CanvasEnd To, string? Label, CanvasColor? Color);

/// <summary>An end of a line.</summary>
/// <param name="Node">The place of its node in <see cref="Canvas.Nodes"/>.</param>
/// <param name="Side">The side of the node that it touches; null for the one that suits.</param>
/// <param name="IsArrow">True where it has an arrowhead.</param>
internal readonly record struct CanvasEnd(int Node, CanvasSide? Side, bool IsArrow);

/// <summary>A side of a node.</summary>
internal enum CanvasSide
{
    /// <summary>The upper one.</summary>
    Top,

    /// <summary>The right one.</summary>
    Right,

    /// <summary>The lower one.</summary>
    Bottom,

    /// <summary>The left one.</summary>
    Left,
}

/// <summary>A rectangle in pixels; <paramref name="Y"/> grows downwards. All four are finite and within a few millions.</summary>
internal readonly record struct CanvasBox(double X, double Y, double Width, double Height)
{
    /// <summary>The right end.</summary>
    public double Right => X + Width;

    /// <summary>The lower end.</summary>
    public double Bottom => Y + Height;

    /// <summary>How much it covers.</summary>
    public double Area => Width * Height;

    /// <summary>True where another box lies in this one altogether.</summary>
    public bool Holds(CanvasBox other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;
}

/// <summary>A colour: one of six that the theme decides on, or a fixed one.</summary>
/// <param name="Preset">1 to 6 (red, orange, yellow, green, cyan, purple), or 0.</param>
/// <param name="Hex"><c>#</c> and three or six hexadecimal digits, or null.</param>
internal readonly record struct CanvasColor(int Preset, string? Hex)
{
    /// <summary>Reads a colour as it is written.</summary>
    /// <returns>Null for what is none.</returns>
    public static CanvasColor? Read(string? text) => text switch
    {
        [>= '1' and <= '6'] => new(text[0] - '0', null),
        ['#', .. var digits] when digits.Length is 3 or 6 && digits.All(char.IsAsciiHexDigit) => new(0, text),
        _ => null,
    };
}
