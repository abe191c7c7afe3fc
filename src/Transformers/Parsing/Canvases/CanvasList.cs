using Transformers.Model;
using Transformers.Parsing.Html;

namespace Transformers.Parsing.Canvases;

/// <summary>Writes a canvas as a list, which can be read without seeing the drawing: groups with what is in them, cards with their content, and where their lines lead.</summary>
internal sealed class CanvasList(Canvas canvas, IReadOnlyList<CanvasCard> cards, BodyContext context, BodyWriter writer)
{
    private readonly HtmlBuffer _html = context.Html;
    private readonly CanvasTree _tree = CanvasTree.Of(canvas);
    private readonly ILookup<int, CanvasEdge> _edges = canvas.Edges.ToLookup(edge => edge.From.Node);

    /// <summary>Writes the list, and the footnotes of the texts in it.</summary>
    public void Write()
    {
        _html.Markup("<section class=\"canvas-list\" aria-label=\"What is on the canvas\">\n"u8);
        if (cards.Count == 0) _html.Markup("<p>The canvas is empty.</p>\n"u8);
        Nodes(-1);
        writer.Footnotes();
        _html.Markup("</section>\n"u8);
    }

    private void Nodes(int group)
    {
        var isEmpty = true;
        foreach (var node in _tree.In(group))
        {
            if (isEmpty) _html.Markup("<ul>\n"u8);
            isEmpty = false;
            Node(node, cards[node]);
        }

        if (!isEmpty) _html.Markup("</ul>\n"u8);
    }

    private void Node(int index, CanvasCard card)
    {
        context.Anchor = card.Node.Anchor;
        _html.Markup("<li"u8);
        _html.Id(card.Node.Anchor);
        _html.Markup(" class=\""u8);
        _html.Markup(card.Node.Content is CanvasContent.Group ? "canvas-group"u8 : "canvas-node"u8);
        if (card.Node.Color is { Preset: > 0 and var preset }) _html.Markup($" canvas-color-{preset}");
        _html.Markup("\">"u8);
        Content(card);
        Edges(index);
        if (card.Node.Content is CanvasContent.Group) Nodes(index);
        _html.Markup("</li>\n"u8);
    }

    private void Content(CanvasCard card)
    {
        switch (card.Node.Content)
        {
            case CanvasContent.Group group:
                _html.Markup("<strong>"u8);
                _html.Text(group.Label ?? "Group");
                _html.Markup("</strong>\n"u8);
                break;
            case CanvasContent.File when card.Link is { } link:
                if (!card.IsWholeNote)
                {
                    _html.Slot(SlotKind.Embed, link);
                    break;
                }

                _html.Slot(SlotKind.LinkStart, link);
                _html.Text(card.Name);
                _html.Slot(SlotKind.LinkEnd, link);
                break;
            case CanvasContent.Link link: External(link.Url); break;
            default: Text(card); break;
        }
    }

    private void Text(CanvasCard card)
    {
        if (card.Document is { } document)
        {
            writer.Write(document);
            return;
        }

        _html.Markup("<pre>"u8);
        _html.Text(((CanvasContent.Text)card.Node.Content).Markdown);
        _html.Markup("</pre>\n"u8);
    }

    private void External(string url)
    {
        var isSafe = LinkAddress.IsSafe(url);
        if (isSafe)
        {
            _html.Attribute("<a class=\"external\" href=\""u8, url);
            _html.Markup(" rel=\"noopener\">"u8);
        }

        _html.Text(url);
        if (isSafe) _html.Markup("</a>"u8);
    }

    private void Edges(int from)
    {
        if (!_edges.Contains(from)) return;
        _html.Markup("<ul class=\"canvas-edges\">\n"u8);
        foreach (var edge in _edges[from])
        {
            _html.Markup("<li>"u8);
            _html.Text((edge.From.IsArrow, edge.To.IsArrow) switch { (false, true) => "→ ", (true, false) => "← ", (true, true) => "↔ ", _ => "— " });
            if (edge.Label is { } label)
            {
                _html.Markup("<em>"u8);
                _html.Text(label);
                _html.Markup("</em> "u8);
            }

            var to = cards[edge.To.Node];
            _html.Markup("<a href=\""u8);
            _html.Slot(SlotKind.OwnAddress, 0);
            _html.Attribute("#"u8, to.Node.Anchor);
            _html.Markup(">"u8);
            _html.Text(to.Name);
            _html.Markup("</a></li>\n"u8);
        }

        _html.Markup("</ul>\n"u8);
    }
}
