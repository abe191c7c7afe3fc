using System.Collections.Frozen;
using System.Collections.Immutable;
using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Parsing.Bases;
using Transformers.Parsing.Html;
using Transformers.Text;

namespace Transformers.Parsing;

/// <summary>Parses a base to a note: its body has a section with a slot for each view, which only the whole vault can fill.</summary>
public static class BaseParser
{
    // What a note says in its front matter, a base may say beside its views.
    private static readonly FrozenSet<string> FrontMatterNames =
        new[] { "title", "description", "permalink", "publish", "draft", "aliases", "tags", "cssclasses" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Parses a base, whatever is in it.</summary>
    /// <returns>A note; its body says so where the file is not YAML.</returns>
    public static StageResult<Note> Parse(SourceFile file)
    {
        var lines = new LineMap(file.Text);
        try
        {
            return Parse(file, Yaml.ReadMapping(file.Text), lines);
        }
        catch (InvalidYamlException e)
        {
            var frontMatter = FrontMatter.None with { IsDraft = FrontMatterParser.HasPrivateLine(file.Text) };
            var html = new HtmlBuffer();
            html.Markup("<p class=\"unreadable\">This base cannot be shown, as its file is not valid YAML.</p>\n"u8);
            return new(
                Pages.Unwritten(file.Path, frontMatter, html.ToBody()),
                [ParsingRules.Unreadable.At(file.Path, lines.Locate(new TextSpan(e.Offset, 0)), $"The base is not valid YAML: {e.Message}; its page says so.")]);
        }
    }

    private static StageResult<Note> Parse(SourceFile file, YamlNode.Mapping root, LineMap lines)
    {
        var properties = new YamlNode.Mapping([.. root.Items.Where(item => FrontMatterNames.Contains(item.Key.Value))], root.Span);
        var frontMatter = new FrontMatterParser(file.Path, lines).Read(properties) with { Properties = [] };
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var reader = new BaseReader((span, message) => diagnostics.Add(ParsingRules.NotShown.At(file.Path, lines.Locate(span), message)));
        var views = reader.Read(root);

        var html = new HtmlBuffer();
        BaseBlock.Unsupported(reader.Unsupported, html);
        var headings = ImmutableArray.CreateBuilder<Heading>();
        var anchors = new Anchors();
        var first = 0;
        for (var i = 0; i < views.Length; i++)
        {
            var start = html.Position;
            BaseBlock.Start(views[i], html);
            var anchor = views[i].Name.Length > 0 ? anchors.For(views[i].Name) : null;
            if (anchor is not null) WriteHeading(views[i].Name, anchor, html);
            BaseBlock.End(i, html);
            if (anchor is not null) headings.Add(new(2, views[i].Name, anchor, SourceRange.FileStart, new ByteRange(start, html.Position)));
            if (i == 0) first = html.Position;
        }

        var body = html.ToBody() with { Embedded = new ByteRange(0, first) };
        return new(Pages.Unwritten(file.Path, frontMatter, body) with { Headings = headings.ToImmutable(), Views = views }, diagnostics.ToImmutable());
    }

    private static void WriteHeading(string name, string anchor, HtmlBuffer html)
    {
        html.Markup("<h2"u8);
        html.Id(anchor);
        html.Markup(">"u8);
        html.Text(name);
        html.Markup("</h2>\n"u8);
    }
}
