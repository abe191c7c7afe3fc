using System.Globalization;
using System.Text;
using Transformers.Text;

namespace Transformers.Parsing.Canvases;

/// <summary>A canvas as Markdown: its groups as headings, its texts as they were written but for comments, its files as embeds, and where its lines lead.</summary>
internal sealed class CanvasMarkdown(Canvas canvas, IReadOnlyList<CanvasCard> cards)
{
    private const int MostLevels = 6;

    private readonly CanvasTree _tree = CanvasTree.Of(canvas);
    private readonly ILookup<int, CanvasEdge> _edges = canvas.Edges.ToLookup(edge => edge.From.Node);
    private readonly StringBuilder _text = new();

    /// <summary>The whole of it, UTF-8.</summary>
    /// <param name="title">The canvas's title.</param>
    public ReadOnlyMemory<byte> Of(string title)
    {
        _text.Append(CultureInfo.InvariantCulture, $"# {TextLine.OnOneLine(title)}\n");
        Nodes(-1, 2);
        return Encoding.UTF8.GetBytes(_text.ToString());
    }

    /// <summary>What stands in the place of a file that is no canvas.</summary>
    /// <param name="title">Its title.</param>
    public static ReadOnlyMemory<byte> Unreadable(string title) =>
        Encoding.UTF8.GetBytes($"# {TextLine.OnOneLine(title)}\n\nThis canvas cannot be shown, as its file is not valid JSON.\n");

    private void Nodes(int group, int level)
    {
        // A heading holds all that follows it, so what is in no group comes first.
        foreach (var node in _tree.In(group).OrderBy(node => cards[node].Node.Content is CanvasContent.Group))
        {
            _text.Append('\n').Append(Content(cards[node].Node.Content, level)).Append('\n');
            Edges(node);
            if (cards[node].Node.Content is CanvasContent.Group) Nodes(node, level + 1);
        }
    }

    private static string Content(CanvasContent content, int level) => content switch
    {
        CanvasContent.Group group => $"{new string('#', Math.Min(level, MostLevels))} {TextLine.OnOneLine(group.Label ?? "Group")}",
        CanvasContent.File { Fragment: null } file => $"![[{file.Path}]]",
        CanvasContent.File file => $"![[{file.Path}#{file.Fragment}]]",
        CanvasContent.Link link => $"<{link.Url}>",
        CanvasContent.Text text => PublishedMarkdown.WithoutComments(text.Markdown).Trim('\r', '\n'),
        _ => "",
    };

    private void Edges(int from)
    {
        if (!_edges.Contains(from)) return;
        _text.Append('\n');
        foreach (var edge in _edges[from])
        {
            var arrow = (edge.From.IsArrow, edge.To.IsArrow) switch { (false, true) => "→", (true, false) => "←", (true, true) => "↔", _ => "—" };
            var label = edge.Label is { } text ? $" *{TextLine.OnOneLine(text)}*" : "";
            _text.Append(CultureInfo.InvariantCulture, $"- {arrow}{label} {TextLine.OnOneLine(cards[edge.To.Node].Name)}\n");
        }
    }
}
