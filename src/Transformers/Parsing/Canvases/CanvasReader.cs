using System.Collections.Immutable;
using System.Globalization;
using Transformers.Text;

namespace Transformers.Parsing.Canvases;

/// <summary>Reads JSON Canvas 1.0 (jsoncanvas.org), whatever is in it: what makes no sense is left out, and said.</summary>
/// <param name="report">Is told what was left out, and where.</param>
internal sealed class CanvasReader(Action<TextSpan, string> report)
{
    /// <summary>How many nodes are drawn, and how many edges; a browser could not take many more.</summary>
    private const int MostNodes = 5000;

    private const int MostLabel = 2000;

    // Far beyond any screen, and far within what a browser can compute with.
    private const double Farthest = 1_000_000;

    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);

    /// <summary>Reads the root object.</summary>
    public Canvas Read(YamlNode.Mapping root)
    {
        var nodes = Nodes(Items(root, "nodes"));
        return new(nodes, Edges(Items(root, "edges")));
    }

    private ImmutableArray<YamlNode> Items(YamlNode.Mapping root, string name)
    {
        if (Member(root, name) is not YamlNode.Sequence { Items: var items } list) return [];
        if (items.Length <= MostNodes) return items;
        report(list.Span, string.Create(CultureInfo.InvariantCulture, $"Of its {items.Length} {name} the first {MostNodes} are shown"));
        return items[..MostNodes];
    }

    private ImmutableArray<CanvasNode> Nodes(ImmutableArray<YamlNode> items)
    {
        var nodes = ImmutableArray.CreateBuilder<CanvasNode>(items.Length);
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item is not YamlNode.Mapping map)
            {
                report(item.Span, "A node that is no object is left out");
                continue;
            }

            var id = Text(map, "id") ?? "";
            if (Content(map) is not { } content)
            {
                report(item.Span, $"The node '{Short(id)}' is left out: it is no text, file, link or group");
                continue;
            }

            if (!_byId.TryAdd(id, nodes.Count)) report(item.Span, $"The id '{Short(id)}' is another node's already; edges lead to the first");
            nodes.Add(new(AnchorFor(id, nodes.Count, anchors), Box(map), CanvasColor.Read(Text(map, "color")), content, item.Span));
        }

        return nodes.ToImmutable();
    }

    private static CanvasContent? Content(YamlNode.Mapping map) => Text(map, "type") switch
    {
        "text" => Member(map, "text") is YamlNode.Scalar text ? new CanvasContent.Text(text.Value, text.Span) : new CanvasContent.Text("", map.Span),
        "file" => File(map, "file", Text(map, "subpath")),
        "link" => Member(map, "url") is YamlNode.Scalar url ? new CanvasContent.Link(url.Value.Trim(), url.Span) : new CanvasContent.Link("", map.Span),
        "group" => new CanvasContent.Group(Label(map), File(map, "background", null)),
        _ => null,
    };

    private static CanvasContent.File? File(YamlNode.Mapping map, string name, string? subpath)
    {
        if (Member(map, name) is not YamlNode.Scalar { IsPlain: false } path || string.IsNullOrWhiteSpace(path.Value)) return null;
        var fragment = subpath?.TrimStart('#').Trim();
        return new(path.Value, string.IsNullOrEmpty(fragment) ? null : fragment, path.Span);
    }

    // The file's own id where it can be one in HTML, so that addresses last; a colon stands in no slug and no block id.
    private static string AnchorFor(string id, int index, HashSet<string> taken)
    {
        var isPlain = id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        var anchor = isPlain ? "node:" + id : string.Create(CultureInfo.InvariantCulture, $"node::{index + 1}");
        if (taken.Add(anchor)) return anchor;
        anchor = string.Create(CultureInfo.InvariantCulture, $"node::{index + 1}");
        taken.Add(anchor);
        return anchor;
    }

    private static CanvasBox Box(YamlNode.Mapping map) =>
        new(Number(map, "x", 0, -Farthest), Number(map, "y", 0, -Farthest), Number(map, "width", 250, 1), Number(map, "height", 60, 1));

    private static double Number(YamlNode.Mapping map, string name, double otherwise, double least) =>
        Member(map, name) is YamlNode.Scalar scalar
        && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number)
            ? Math.Clamp(number, least, Farthest)
            : otherwise;

    private ImmutableArray<CanvasEdge> Edges(ImmutableArray<YamlNode> items)
    {
        var edges = ImmutableArray.CreateBuilder<CanvasEdge>(items.Length);
        foreach (var item in items)
        {
            if (item is not YamlNode.Mapping map) continue;
            if (End(map, "from", arrow: false) is not { } from || End(map, "to", arrow: true) is not { } to) continue;
            edges.Add(new(from, to, Label(map), CanvasColor.Read(Text(map, "color"))));
        }

        return edges.ToImmutable();
    }

    private CanvasEnd? End(YamlNode.Mapping map, string name, bool arrow)
    {
        var id = Text(map, name + "Node") ?? "";
        if (!_byId.TryGetValue(id, out var node))
        {
            report(map.Span, $"An edge is left out: there is no node '{Short(id)}'");
            return null;
        }

        CanvasSide? side = Text(map, name + "Side") switch
        {
            "top" => CanvasSide.Top,
            "right" => CanvasSide.Right,
            "bottom" => CanvasSide.Bottom,
            "left" => CanvasSide.Left,
            _ => null,
        };
        return new(node, side, Text(map, name + "End") switch { "arrow" => true, "none" => false, _ => arrow });
    }

    private static string? Label(YamlNode.Mapping map)
    {
        var label = Text(map, "label")?.Trim();
        if (string.IsNullOrEmpty(label)) return null;
        return label.Length > MostLabel ? label[..MostLabel] : label;
    }

    private static YamlNode? Member(YamlNode.Mapping map, string name)
    {
        foreach (var (key, value) in map.Items)
        {
            if (key.Value == name) return value;
        }

        return null;
    }

    private static string? Text(YamlNode.Mapping map, string name) => (Member(map, name) as YamlNode.Scalar)?.Value;

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
