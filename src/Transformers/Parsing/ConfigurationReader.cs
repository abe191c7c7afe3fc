using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Transformers.Diagnostics;
using Transformers.Parsing.Entries;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Parsing;

/// <summary>Reads <c>transformers.yml</c>.</summary>
public static partial class ConfigurationReader
{
    private static readonly ImmutableArray<string> Names =
        ["title", "description", "language", "baseUrl", "ignore", "publish", "attachments", "urls", "strictLineBreaks", "kinds", "iframes", "severities", "deadLinks", "intranetLinks"];

    /// <summary>Reads the file's text.</summary>
    /// <param name="file">The file.</param>
    /// <param name="codes">The codes whose severity may be set.</param>
    /// <param name="basis">What holds where the file says nothing; the default where it is left out.</param>
    /// <returns>The configuration, and <c>KB007</c> for each line that can't be meant; with one of these nothing should be built.</returns>
    public static StageResult<Configuration> Read(SourceFile file, IReadOnlyCollection<string> codes, Configuration? basis = null)
    {
        var lines = new LineMap(file.Text);
        try
        {
            var reader = new Reader(file.Path, lines, codes);
            var configuration = Yaml.ReadMapping(file.Text).Items.Aggregate(basis ?? Configuration.Default, reader.Apply);
            return new(configuration, reader.Diagnostics);
        }
        catch (InvalidYamlException e)
        {
            var range = lines.Locate(new TextSpan(e.Offset, 0));
            return new(Configuration.Default, [ParsingRules.InvalidYaml.At(file.Path, range, $"The configuration is not valid: {e.Message}.")]);
        }
    }

    [GeneratedRegex("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LanguageTag();

    private sealed class Reader(SourcePath path, LineMap lines, IReadOnlyCollection<string> codes)
    {
        private readonly List<Diagnostic> _diagnostics = [];

        public ImmutableArray<Diagnostic> Diagnostics => [.. _diagnostics];

        public Configuration Apply(Configuration configuration, (YamlNode.Scalar Key, YamlNode Value) item) => item.Key.Value switch
        {
            "title" => configuration with { Title = Text(item) },
            "description" => configuration with { Description = Text(item) },
            "language" => configuration with { Language = Text(item, LanguageTag().IsMatch, "a BCP 47 tag such as en or pt-BR") ?? "en" },
            "baseUrl" => configuration with { BaseUrl = Address(item) },
            "ignore" => configuration with { Ignore = Texts(item) },
            "publish" => configuration with { PublishesExplicitly = OneOf(item, "default", "explicit") == 1 },
            "attachments" => configuration with { PublishesAllAttachments = OneOf(item, "used", "all") == 1 },
            "urls" => configuration with { LinksToFiles = OneOf(item, "folder", "file") == 1 },
            "strictLineBreaks" => configuration with { StrictLineBreaks = OneOf(item, "false", "true") == 1 },
            "iframes" => configuration with { Iframes = Texts(item, IsHost, "names of hosts such as player.vimeo.com") },
            "kinds" => configuration with { Kinds = Texts(item, KindVocabulary.CanBeKind, "tags such as paper") },
            "severities" => configuration with { Severities = Severities(item) },
            "deadLinks" => configuration with { DeadLinks = DeadLinks(item) },
            "intranetLinks" => configuration with { AsksIntranet = OneOf(item, "skip", "ask") == 1 },
            _ => Unknown(configuration, item.Key),
        };

        private Configuration Unknown(Configuration configuration, YamlNode.Scalar key)
        {
            var closest = Likeness.Closest(key.Value, Names, 1);
            var mend = closest.IsEmpty ? $"one of {string.Join(", ", Names)} is wanted" : $"is '{closest[0]}' meant?";
            Report(key, $"There is no setting '{key.Value}'; {mend}", closest);
            return configuration;
        }

        private string? Text((YamlNode.Scalar Key, YamlNode Value) item)
        {
            if (item.Value is YamlNode.Scalar scalar) return scalar.Value.Length > 0 ? scalar.Value : null;
            Report(item.Value, $"'{item.Key.Value}' wants a text.");
            return null;
        }

        private string? Text((YamlNode.Scalar Key, YamlNode Value) item, Predicate<string> suits, string wanted)
        {
            var text = Text(item);
            if (text is null || suits(text)) return text;
            Report(item.Value, $"'{item.Key.Value}' wants {wanted}.");
            return null;
        }

        private ImmutableArray<string> Texts((YamlNode.Scalar Key, YamlNode Value) item) => [.. Scalars(item).Select(node => node.Value)];

        private ImmutableArray<string> Texts((YamlNode.Scalar Key, YamlNode Value) item, Predicate<string> suits, string wanted)
        {
            ImmutableArray<YamlNode.Scalar> nodes = [.. Scalars(item)];
            foreach (var node in nodes.Where(node => !suits(node.Value))) Report(node, $"'{item.Key.Value}' wants {wanted}; '{node.Value}' is none.");
            return [.. nodes.Select(node => node.Value)];
        }

        private IEnumerable<YamlNode.Scalar> Scalars((YamlNode.Scalar Key, YamlNode Value) item)
        {
            if (item.Value is YamlNode.Scalar scalar) return scalar.Value.Length > 0 ? [scalar] : [];
            if (item.Value is YamlNode.Sequence sequence && sequence.Items.All(node => node is YamlNode.Scalar)) return sequence.Items.Cast<YamlNode.Scalar>();
            Report(item.Value, $"'{item.Key.Value}' wants a list of texts.");
            return [];
        }

        private int OneOf((YamlNode.Scalar Key, YamlNode Value) item, params ImmutableArray<string> choices)
        {
            var choice = item.Value is YamlNode.Scalar scalar ? choices.IndexOf(scalar.Value.ToLowerInvariant()) : -1;
            if (choice < 0) Report(item.Value, $"'{item.Key.Value}' is one of: {string.Join(", ", choices)}.");
            return choice;
        }

        private ImmutableDictionary<string, Severity?> Severities((YamlNode.Scalar Key, YamlNode Value) item)
        {
            var severities = ImmutableDictionary<string, Severity?>.Empty;
            foreach (var (key, value) in Items(item))
            {
                var code = key.Value.ToUpperInvariant();
                if (codes.Contains(code)) severities = severities.SetItem(code, SeverityOf((key, value)));
                else Report(key, $"There is no code '{key.Value}'; 'transformers check --explain' lists them.", Likeness.Closest(code, codes, 3));
            }

            return severities;
        }

        private Severity? SeverityOf((YamlNode.Scalar Key, YamlNode Value) item) =>
            OneOf(item, "off", "info", "warning", "error") switch { 1 => Severity.Info, 2 => Severity.Warning, 3 => Severity.Error, _ => null };

        private ImmutableArray<DeadLink> DeadLinks((YamlNode.Scalar Key, YamlNode Value) item) =>
            [.. Items(item).Select(link => new DeadLink(WithoutScheme(link.Key.Value), Text(link, IsWebAddress, "an absolute address such as https://example.org/")))];

        private static bool IsHost(string text) => Uri.CheckHostName(text) != UriHostNameType.Unknown;

        private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);


        private static string WithoutScheme(string address)
        {
            var scheme = address.IndexOf("://", StringComparison.Ordinal);
            var rest = scheme < 0 ? address : address[(scheme + 3)..];
            return rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest;
        }

        private ImmutableArray<(YamlNode.Scalar Key, YamlNode Value)> Items((YamlNode.Scalar Key, YamlNode Value) item)
        {
            if (item.Value is YamlNode.Mapping mapping) return mapping.Items;
            if (item.Value is not YamlNode.Scalar { Value: "" }) Report(item.Value, $"'{item.Key.Value}' wants lines of 'name: value' below it.");
            return [];
        }

        private Uri? Address((YamlNode.Scalar Key, YamlNode Value) item)
        {
            var text = Text(item);
            if (text is null) return null;
            if (SiteUri.TryParse(text, out var uri)) return uri;
            Report(item.Value, $"'{item.Key.Value}' wants an absolute address such as https://example.org/notes/.");
            return null;
        }

        private void Report(YamlNode node, string message, IEnumerable<string>? suggestions = null) =>
            _diagnostics.Add(ParsingRules.InvalidYaml.At(path, lines.Locate(node.Span), message, suggestions));
    }
}
