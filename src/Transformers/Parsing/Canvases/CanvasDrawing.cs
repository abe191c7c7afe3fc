using System.Globalization;
using Transformers.Model;
using Transformers.Parsing.Html;

namespace Transformers.Parsing.Canvases;

/// <summary>Draws a canvas as SVG: frames, lines, then cards, each a link. Everything is computed here; the page needs no script.</summary>
/// <remarks>
/// No markers, styles or foreign objects: an id would clash where two drawings stand on one page, and a strict policy forbids styles.
/// What has a colour of its own bears it as attributes; the theme colours the rest by class.
/// </remarks>
internal sealed class CanvasDrawing(Canvas canvas, IReadOnlyList<CanvasCard> cards, HtmlBuffer html)
{
    private const double Margin = 32;
    private const double Inset = 14;
    private const double FontSize = 16;
    private const double LineHeight = 22;
    private const int MostEdgeLabel = 60;

    /// <summary>Writes the drawing.</summary>
    public void Write()
    {
        EdgeCurve[] curves = [.. canvas.Edges.Select(edge => EdgeCurve.Of(edge, canvas.Nodes[edge.From.Node].Box, canvas.Nodes[edge.To.Node].Box))];
        html.Needs(BodyFeatures.Canvas);
        html.Markup("<figure class=\"canvas\">\n<svg class=\"canvas-drawing\""u8);
        html.Attribute(" viewBox=\""u8, ViewBox(curves));
        html.Markup(" role=\"group\" fill=\"none\" stroke=\"currentColor\""u8);
        html.Attribute(" aria-label=\""u8, string.Create(CultureInfo.InvariantCulture, $"Drawing: {cards.Count} cards, {curves.Length} lines"));
        html.Markup(">\n"u8);
        foreach (var group in CanvasTree.GroupsOf(canvas)) Group(cards[group], (CanvasContent.Group)cards[group].Node.Content);
        for (var i = 0; i < curves.Length; i++) Edge(canvas.Edges[i], curves[i]);
        foreach (var card in cards)
        {
            if (card.Node.Content is not CanvasContent.Group) Card(card);
        }

        // Over the cards, as a short line has no room of its own for them.
        for (var i = 0; i < curves.Length; i++)
        {
            if (canvas.Edges[i].Label is { } label) EdgeLabel(label, curves[i]);
        }

        html.Markup("</svg>\n</figure>\n"u8);
    }

    private string ViewBox(EdgeCurve[] curves)
    {
        if (cards.Count == 0) return "0 0 400 120";
        var points = curves.SelectMany(curve => new[] { curve.Middle, curve.FirstControl, curve.SecondControl }).ToArray();
        var left = canvas.Nodes.Select(node => node.Box.X).Concat(points.Select(point => point.X)).Min() - Margin;
        var right = canvas.Nodes.Select(node => node.Box.Right).Concat(points.Select(point => point.X)).Max() + Margin;
        var top = canvas.Nodes.Select(node => node.Box.Y).Concat(points.Select(point => point.Y)).Min() - Margin;
        var bottom = canvas.Nodes.Select(node => node.Box.Bottom).Concat(points.Select(point => point.Y)).Max() + Margin;
        return string.Create(CultureInfo.InvariantCulture, $"{left:0.#} {top:0.#} {right - left:0.#} {bottom - top:0.#}");
    }

    private void Group(CanvasCard card, CanvasContent.Group group)
    {
        StartShape("canvas-group"u8, card.Node.Color);
        Rectangle(card.Node, 12);
        if (card.Link is { } background) Image(card.Node.Box, background);
        if (group.Label is { } label)
        {
            var room = Math.Max(card.Node.Box.Width, 120);
            StartText("canvas-label"u8, new(card.Node.Box.X + 4, card.Node.Box.Y - 8));
            html.Text(TextWrap.Lines(label, room, FontSize, 1).FirstOrDefault() ?? "");
            html.Markup("</text>"u8);
        }

        html.Markup("</g>\n"u8);
    }

    private void Edge(CanvasEdge edge, EdgeCurve curve)
    {
        StartShape("canvas-edge"u8, edge.Color);
        html.Attribute("<path fill=\"none\" d=\""u8, string.Create(
            CultureInfo.InvariantCulture,
            $"M{curve.Start.X:0.#} {curve.Start.Y:0.#}C{curve.FirstControl.X:0.#} {curve.FirstControl.Y:0.#} {curve.SecondControl.X:0.#} {curve.SecondControl.Y:0.#} {curve.End.X:0.#} {curve.End.Y:0.#}"));
        if (edge.Color?.Hex is { } stroke) html.Attribute(" stroke=\""u8, stroke);
        html.Markup("/>"u8);
        if (edge.From.IsArrow) Arrowhead(curve.Start, curve.StartOutward, edge.Color);
        if (edge.To.IsArrow) Arrowhead(curve.End, curve.EndOutward, edge.Color);
        html.Markup("</g>\n"u8);
    }

    private void EdgeLabel(string label, EdgeCurve curve)
    {
        StartText("canvas-label"u8, curve.Middle, " text-anchor=\"middle\""u8);
        html.Text(label.Length <= MostEdgeLabel ? label : label[..MostEdgeLabel] + "…");
        html.Markup("</text>\n"u8);
    }

    private void Arrowhead(CanvasPoint foot, CanvasPoint outward, CanvasColor? color)
    {
        var (tip, left, right) = EdgeCurve.Arrowhead(foot, outward);
        html.Attribute("<polygon points=\""u8, string.Create(
            CultureInfo.InvariantCulture, $"{tip.X:0.#},{tip.Y:0.#} {left.X:0.#},{left.Y:0.#} {right.X:0.#},{right.Y:0.#}"));
        if (color?.Hex is { } fill) html.Attribute(" fill=\""u8, fill);
        html.Markup("/>"u8);
    }

    private void Card(CanvasCard card)
    {
        StartShape("canvas-card"u8, card.Node.Color);
        var end = StartLink(card);
        Rectangle(card.Node, 8);
        if (card is { IsImage: true, Link: { } image })
        {
            html.Markup("<title>"u8);
            html.Text(card.Name);
            html.Markup("</title>"u8);
            Image(card.Node.Box, image);
        }
        else
        {
            Text(card);
        }

        if (end is { } slot) html.Slot(slot, card.Link!.Value);
        else if (card.Node.Content is not CanvasContent.Link link || LinkAddress.IsSafe(link.Url)) html.Markup("</a>"u8);
        html.Markup("</g>\n"u8);
    }

    /// <summary>Begins the link of a card: a text leads to itself in the list.</summary>
    /// <returns>The slot that ends it, or null where it is a plain <c>a</c>.</returns>
    private SlotKind? StartLink(CanvasCard card)
    {
        switch (card.Node.Content)
        {
            case CanvasContent.File when card.Link is { } link:
                html.Slot(SlotKind.DrawnLinkStart, link);
                return SlotKind.DrawnLinkEnd;
            case CanvasContent.Link { Url: var url }:
                if (!LinkAddress.IsSafe(url)) return null;
                html.Attribute("<a class=\"external\" href=\""u8, url);
                html.Markup(" rel=\"noopener\">"u8);
                return null;
            default:
                html.Markup("<a href=\""u8);
                html.Slot(SlotKind.OwnAddress, 0);
                html.Attribute("#"u8, card.Node.Anchor);
                html.Markup(">"u8);
                return null;
        }
    }

    private void Text(CanvasCard card)
    {
        var box = card.Node.Box;
        var most = (int)Math.Min(60, (box.Height - Inset) / LineHeight);
        var y = box.Y + Inset + FontSize;
        var isFirst = true;
        foreach (var line in card.Lines)
        {
            foreach (var part in TextWrap.Lines(line.Text, box.Width - (2 * Inset), line.IsHeading ? FontSize * 1.1 : FontSize, Math.Max(most, isFirst ? 1 : 0)))
            {
                StartText(line.IsHeading ? "canvas-heading"u8 : "canvas-text"u8, new(box.X + Inset, y));
                html.Text(part);
                html.Markup("</text>"u8);
                (y, most, isFirst) = (y + LineHeight, most - 1, false);
            }

            if (most <= 0) return;
        }
    }

    private void StartShape(ReadOnlySpan<byte> name, CanvasColor? color)
    {
        html.Markup("<g class=\""u8);
        html.Markup(name);
        if (color is { Preset: > 0 and var preset }) html.Markup($" canvas-color-{preset}");
        html.Markup("\">"u8);
    }

    private void StartText(ReadOnlySpan<byte> name, CanvasPoint at, ReadOnlySpan<byte> attributes = default)
    {
        html.Markup("<text class=\""u8);
        html.Markup(name);
        html.Markup("\""u8);
        html.Markup(attributes);
        html.Markup(string.Create(CultureInfo.InvariantCulture, $" x=\"{at.X:0.#}\" y=\"{at.Y:0.#}\" font-size=\"{FontSize}\">"));
    }

    private void Rectangle(CanvasNode node, int radius)
    {
        html.Markup("<rect"u8);
        Place(node.Box);
        html.Markup(string.Create(CultureInfo.InvariantCulture, $" rx=\"{radius}\""));
        if (node.Color?.Hex is { } hex) html.Markup($" stroke=\"{hex}\" fill=\"{hex}\" fill-opacity=\".15\"");
        html.Markup("/>"u8);
    }

    private void Image(CanvasBox box, int link)
    {
        html.Markup("<image preserveAspectRatio=\"xMidYMid meet\""u8);
        Place(box);
        html.Slot(SlotKind.DrawnImage, link);
        html.Markup("/>"u8);
    }

    private void Place(CanvasBox box) =>
        html.Markup(string.Create(CultureInfo.InvariantCulture, $" x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\""));
}
