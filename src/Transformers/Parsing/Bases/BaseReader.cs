using System.Collections.Immutable;
using System.Globalization;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Parsing.Bases;

/// <summary>Reads a base (Obsidian help, "Bases syntax"). What is not supported is left out, and told.</summary>
/// <param name="report">Is told, once for each place, what is not supported.</param>
internal sealed class BaseReader(Action<TextSpan, string> report)
{
    private const int MostViews = 50;
    private const int MostShown = 60;

    private readonly List<string> _unsupported = [];
    private readonly Dictionary<BaseProperty, string> _titles = [];
    private ImmutableDictionary<string, BaseExpression> _formulas = ImmutableDictionary<string, BaseExpression>.Empty;
    private bool _dependsOnPage;

    /// <summary>What is not supported, as an author would write it; each once.</summary>
    public IEnumerable<string> Unsupported => _unsupported.Distinct(StringComparer.Ordinal);

    /// <summary>The views, at least one: a base that has none shows all its notes in a table.</summary>
    public ImmutableArray<BaseView> Read(YamlNode.Mapping root)
    {
        _formulas = Formulas(root);
        Titles(root);
        var filter = Member(root, "filters") is { } node ? Filter(node) : null;
        var views = (Member(root, "views") as YamlNode.Sequence)?.Items.OfType<YamlNode.Mapping>().Take(MostViews).ToArray() ?? [];
        return views.Length == 0
            ? [View(new YamlNode.Mapping([], default), filter)]
            : [.. views.Select(view => View(view, filter))];
    }

    private ImmutableDictionary<string, BaseExpression> Formulas(YamlNode.Mapping root)
    {
        var formulas = ImmutableDictionary.CreateBuilder<string, BaseExpression>(StringComparer.Ordinal);
        foreach (var (name, value) in (Member(root, "formulas") as YamlNode.Mapping)?.Items ?? [])
        {
            if (value is YamlNode.Scalar formula && Parse(formula) is { } expression) formulas[name.Value] = expression;
        }

        return formulas.ToImmutable();
    }

    private void Titles(YamlNode.Mapping root)
    {
        foreach (var (name, value) in (Member(root, "properties") as YamlNode.Mapping)?.Items ?? [])
        {
            if (value is YamlNode.Mapping map && Text(map, "displayName") is { } title && !string.IsNullOrWhiteSpace(title)) _titles[PropertyOf(name.Value)] = title.Trim();
        }
    }

    private BaseView View(YamlNode.Mapping map, BaseFilter? common)
    {
        var own = Member(map, "filters") is { } node ? Filter(node) : null;
        return new()
        {
            Name = Text(map, "name")?.Trim() ?? "",
            Layout = Layout(map),
            Filter = new BaseFilter.And([.. new[] { common, own }.OfType<BaseFilter>()]),
            Columns = Columns(map),
            Sort = [.. Items(map, "sort").Select(Sort).OfType<BaseSort>()],
            Group = Member(map, "groupBy") is { } group ? Sort(group) : null,
            Limit = int.TryParse(Text(map, "limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? limit : null,
            Image = Member(map, "image") is YamlNode.Scalar { Value.Length: > 0 } image ? Supported(image) : null,
            IsNumbered = Text(map, "markers")?.StartsWith("num", StringComparison.OrdinalIgnoreCase) == true,
            Formulas = _formulas,
            DependsOnPage = _dependsOnPage,
        };
    }

    private BaseLayout Layout(YamlNode.Mapping map)
    {
        var type = Text(map, "type") ?? "table";
        switch (type.ToLowerInvariant())
        {
            case "table": return BaseLayout.Table;
            case "cards" or "card": return BaseLayout.Cards;
            case "list": return BaseLayout.List;
            default:
                Tell(Member(map, "type")!.Span, $"type: {Short(type)}", "it is shown as a table");
                return BaseLayout.Table;
        }
    }

    private ImmutableArray<BaseColumn> Columns(YamlNode.Mapping map)
    {
        var summaries = (Member(map, "summaries") as YamlNode.Mapping)?.Items.ToLookup(item => PropertyOf(item.Key.Value), item => item.Value as YamlNode.Scalar);
        var columns = ImmutableArray.CreateBuilder<BaseColumn>();
        foreach (var item in Items(map, "order").OfType<YamlNode.Scalar>())
        {
            // What a formula needs that is not supported was told where the formula stands.
            if (Supported(item) is not { } property || (property.Owner == BasePropertyOwner.Formula && !_formulas.ContainsKey(property.Name))) continue;
            columns.Add(new(property, TitleOf(property), summaries?[property].FirstOrDefault() is { } summary ? Summary(summary) : null));
        }

        if (columns.Count == 0) columns.Add(new(new(BasePropertyOwner.File, "name"), TitleOf(new(BasePropertyOwner.File, "name")), null));
        return columns.ToImmutable();
    }

    private string? Summary(YamlNode.Scalar node)
    {
        if (BaseVocabulary.Summaries.TryGetValue(node.Value, out var name)) return name;
        Tell(node.Span, $"summary: {Short(node.Value)}");
        return null;
    }

    private string TitleOf(BaseProperty property)
    {
        if (_titles.TryGetValue(property, out var title)) return title;
        return property.Owner == BasePropertyOwner.File ? char.ToUpperInvariant(property.Name[0]) + property.Name[1..] : property.Name;
    }

    private BaseSort? Sort(YamlNode node)
    {
        var name = node as YamlNode.Scalar ?? (node is YamlNode.Mapping map ? (Member(map, "property") ?? Member(map, "column")) as YamlNode.Scalar : null);
        if (name is null || name.Value.Length == 0 || Supported(name) is not { } property) return null;
        return new(property, node is YamlNode.Mapping with && "DESC".Equals(Text(with, "direction"), StringComparison.OrdinalIgnoreCase));
    }

    private BaseProperty? Supported(YamlNode.Scalar node)
    {
        var property = PropertyOf(node.Value);
        if (property.Name.Length == 0) return null;
        if (property.Owner != BasePropertyOwner.File || BaseVocabulary.FileProperties.Contains(property.Name)) return property;
        Tell(node.Span, property.ToString());
        return null;
    }

    private static BaseProperty PropertyOf(string text) => text.Trim() switch
    {
        ['f', 'i', 'l', 'e', '.', .. var name] => new(BasePropertyOwner.File, name),
        ['f', 'o', 'r', 'm', 'u', 'l', 'a', '.', .. var name] => new(BasePropertyOwner.Formula, name),
        ['n', 'o', 't', 'e', '.', .. var name] => new(BasePropertyOwner.Note, name),
        var name => new(BasePropertyOwner.Note, name),
    };

    /// <summary>The filter, or null for one of which nothing is left.</summary>
    private BaseFilter? Filter(YamlNode node)
    {
        switch (node)
        {
            case YamlNode.Scalar { Value.Length: > 0 } statement: return Parse(statement) is { } expression ? new BaseFilter.Statement(expression) : null;
            case YamlNode.Sequence list: return Combined("and", Filters(list));
            case YamlNode.Mapping map:
                var parts = map.Items.Select(item => Combined(item.Key.Value, Filters(item.Value))).OfType<BaseFilter>().ToImmutableArray();
                return parts.Length == 1 ? parts[0] : Combined("and", parts);
            default: return null;
        }
    }

    private ImmutableArray<BaseFilter> Filters(YamlNode node) =>
        node is YamlNode.Sequence list ? [.. list.Items.Select(Filter).OfType<BaseFilter>()] : Filter(node) is { } one ? [one] : [];

    private static BaseFilter? Combined(string how, ImmutableArray<BaseFilter> filters) => filters.IsEmpty ? null : how switch
    {
        "or" => new BaseFilter.Or(filters),
        "not" => new BaseFilter.Not(filters),
        _ => new BaseFilter.And(filters),
    };

    private BaseExpression? Parse(YamlNode.Scalar node)
    {
        try
        {
            var expression = ExpressionParser.Parse(node.Value);
            _dependsOnPage |= node.Value.Contains("this", StringComparison.Ordinal);
            return expression;
        }
        catch (UnsupportedExpressionException e)
        {
            Tell(node.Span, e.What ?? Short(node.Value));
            return null;
        }
    }

    private void Tell(TextSpan span, string what, string outcome = "what depends on it is left out")
    {
        _unsupported.Add(what);
        report(span, $"The base uses '{what}', which is not supported; {outcome}.");
    }

    private static ImmutableArray<YamlNode> Items(YamlNode.Mapping map, string name) => Member(map, name) is YamlNode.Sequence list ? list.Items : [];

    private static YamlNode? Member(YamlNode.Mapping map, string name) => map.Items.FirstOrDefault(item => item.Key.Value == name).Value;

    private static string? Text(YamlNode.Mapping map, string name) => (Member(map, name) as YamlNode.Scalar)?.Value;

    private static string Short(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";
}
