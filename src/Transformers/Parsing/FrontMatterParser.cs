using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Parsing;

/// <summary>Reads the front matter of a note.</summary>
/// <param name="path">The note.</param>
/// <param name="lines">The lines of the whole file.</param>
internal sealed partial class FrontMatterParser(SourcePath path, LineMap lines)
{
    private readonly List<LinkReference> _links = [];
    private readonly List<OutsideLink> _outsideLinks = [];
    private int _yamlStart;

    /// <summary>The wikilinks in its values; their ordinals count from 0 in this order.</summary>
    public IReadOnlyList<LinkReference> Links => _links;

    /// <summary>The addresses outside the vault that are values by themselves.</summary>
    public IReadOnlyList<OutsideLink> OutsideLinks => _outsideLinks;

    /// <summary>Reads the block, or reports <c>KB007</c> and goes on as if there were none.</summary>
    /// <remarks>One that can't be read but has a line that keeps the note private still does: what is private stays so.</remarks>
    public StageResult<FrontMatter> Parse(string text, FrontMatterBlock? block)
    {
        if (block is not { } found) return new(FrontMatter.None, []);
        _yamlStart = found.YamlStart;
        var yaml = text[found.YamlStart..found.YamlEnd];
        try
        {
            return new(Read(Yaml.ReadMapping(yaml)), []);
        }
        catch (InvalidYamlException e)
        {
            _links.Clear();
            _outsideLinks.Clear();
            var isPrivate = HasPrivateLine(yaml);
            var range = lines.Locate(new TextSpan(_yamlStart + e.Offset, 0));
            var outcome = isPrivate ? "the note is kept private, as one of its lines asks" : "it is left out, the note is published without it";
            return new(FrontMatter.None with { IsDraft = isPrivate }, [ParsingRules.InvalidYaml.At(
                path, range, $"The front matter is not valid: {e.Message}; {outcome}.")]);
        }
    }

    /// <summary>Takes the values of a mapping whose places are those in the file.</summary>
    public FrontMatter Read(YamlNode.Mapping root)
    {
        ImmutableArray<Property> properties = [.. root.Items.Select(item => new Property(item.Key.Value, Picture(item.Key.Value, item.Value) ?? Value(item.Value)))];
        var byName = new Dictionary<string, PropertyValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in properties) byName.TryAdd(property.Name, property.Value);

        return new()
        {
            Title = Text("title"),
            Description = Text("description"),
            Permalink = Text("permalink"),
            Publish = Says("publish").Contains(false) ? false : Says("publish").Contains(true) ? true : null,
            IsDraft = Says("draft").Contains(true),
            Aliases = [.. Texts("aliases", "alias").Distinct(StringComparer.Ordinal)],
            Tags = [.. Words("tags", "tag").Select(tag => tag.TrimStart('#')).Where(tag => tag.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            CssClasses = [.. Words("cssclasses", "cssclass").Where(name => CssClass().IsMatch(name)).Distinct(StringComparer.Ordinal)],
            Properties = properties,
        };

        // Of keys that differ in case alone all are heard: what is private by one of them is.
        IEnumerable<bool?> Says(string name) =>
            properties.Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(property => Switch(property.Value));

        string? Text(string name) => Texts(name).FirstOrDefault();

        IEnumerable<string> Texts(params string[] names) =>
            names.SelectMany(name => byName.TryGetValue(name, out var value) ? TextsOf(value) : []);

        // "a, b" and "a b" are lists as well (Obsidian help, "Properties").
        IEnumerable<string> Words(params string[] names) =>
            Texts(names).SelectMany(text => text.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>True where a line of a text that can't be read keeps the note private.</summary>
    public static bool HasPrivateLine(string text) => PrivateLine().IsMatch(text);

    /// <summary>Yes or no, in the words of YAML 1.1 too, quoted or not; null for anything else.</summary>
    private static bool? Switch(PropertyValue value) => value switch
    {
        PropertyValue.Checkbox(var isChecked) => isChecked,
        PropertyValue.Text(var word) => word.Trim().ToLowerInvariant() switch
        {
            "true" or "yes" or "on" => true,
            "false" or "no" or "off" => false,
            _ => null,
        },
        _ => null,
    };

    private static IEnumerable<string> TextsOf(PropertyValue value) => value switch
    {
        PropertyValue.Text(var text) when !string.IsNullOrWhiteSpace(text) => [text.Trim()],
        PropertyValue.Number(_, var written) => [written],
        PropertyValue.Link(_, var label) => [label],
        PropertyValue.List(var items) => items.SelectMany(TextsOf),
        _ => [],
    };

    /// <summary>A picture of the vault, named by its path alone, is a link to it, as in a wikilink (Obsidian Publish, "Social media link previews").</summary>
    private PropertyValue.Link? Picture(string name, YamlNode value) =>
        name.ToLowerInvariant() is "image" or "cover" && value is YamlNode.Scalar scalar && PicturePath().IsMatch(scalar.Value) ? Link($"[[{scalar.Value}]]", scalar.Span) : null;

    private PropertyValue Value(YamlNode node) => node switch
    {
        YamlNode.Scalar scalar => Scalar(scalar),

        // [[Note]] without quotes is YAML's list in a list.
        YamlNode.Sequence { Items: [YamlNode.Sequence { Items: [YamlNode.Scalar { IsPlain: true } target] }] } =>
            Link($"[[{target.Value}]]", node.Span)!,
        YamlNode.Sequence sequence => new PropertyValue.List([.. sequence.Items.Select(Value)]),
        YamlNode.Mapping mapping => new PropertyValue.Map([.. mapping.Items.Select(item => new Property(item.Key.Value, Value(item.Value)))]),
        _ => new PropertyValue.Empty(),
    };

    private PropertyValue Scalar(YamlNode.Scalar scalar)
    {
        if (Link(scalar.Value, scalar.Span) is { } link) return link;
        if (OutsideLinkReader.IsWeb(scalar.Value)) _outsideLinks.Add(new(scalar.Value, Locate(scalar.Span)));
        if (!scalar.IsPlain) return new PropertyValue.Text(scalar.Value);
        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => new PropertyValue.Empty(),
            "true" or "True" or "TRUE" => new PropertyValue.Checkbox(true),
            "false" or "False" or "FALSE" => new PropertyValue.Checkbox(false),
            var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
                new PropertyValue.Number(number, text),
            var text => new PropertyValue.Text(text),
        };
    }

    private SourceRange Locate(TextSpan span) => lines.Locate(span with { Start = _yamlStart + span.Start });

    private PropertyValue.Link? Link(string text, TextSpan span)
    {
        if (WikiLink().Match(text) is not { Success: true } match) return null;
        var (target, fragment, label) = (match.Groups["target"].Value.Trim(), match.Groups["fragment"], match.Groups["label"]);
        var reference = new LinkReference
        {
            Ordinal = _links.Count,
            Form = LinkForm.Wiki,
            Target = target,
            Fragment = fragment.Success ? fragment.Value : null,
            Label = label.Success ? label.Value : null,
            Range = Locate(span),
        };
        _links.Add(reference);
        return new(reference.Ordinal, WikiLinkText.Of(target, reference.Fragment, reference.Label));
    }

    [GeneratedRegex(@"^\s*\[\[(?<target>[^\[\]|#]*)(#(?<fragment>[^\[\]|]*))?(\|(?<label>[^\[\]]*))?\]\]\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex WikiLink();

    [GeneratedRegex(@"^\s*(""|')?(publish(""|')?\s*:\s*(""|')?\s*(false|no|off)|draft(""|')?\s*:\s*(""|')?\s*(true|yes|on))", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PrivateLine();

    [GeneratedRegex(@"^[^\[\]|#:]+\.(avif|bmp|gif|jpe?g|png|svg|webp)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PicturePath();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex CssClass();
}
