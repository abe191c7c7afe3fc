using System.Collections.Immutable;
using Markdig.Syntax;
using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Parsing.Canvases;
using Transformers.Parsing.Entries;
using Transformers.Parsing.Html;
using Transformers.Parsing.Html.Raw;
using Transformers.Parsing.Syntax;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Parsing;

/// <summary>Parses a canvas to a note: its body is a drawing and a list, its texts are Markdown as in any note.</summary>
/// <remarks>JSON Canvas 1.0, and Obsidian's <c>metadata.frontmatter</c>, which says what a note's front matter does.</remarks>
public sealed class CanvasParser
{
    private readonly Configuration _configuration;
    private readonly KindVocabulary _kinds;
    private readonly HtmlPolicy _policy;

    /// <summary>A parser for the canvases of one vault; several threads may use it at once.</summary>
    public CanvasParser(Configuration configuration)
    {
        _configuration = configuration;
        _policy = new HtmlPolicy(configuration);
        _kinds = configuration.Kinds.IsEmpty ? KindVocabulary.Default : new KindVocabulary(configuration.Kinds);
    }

    /// <summary>Parses a canvas, whatever is in it.</summary>
    /// <returns>A note; its body says so where the file is not JSON.</returns>
    public StageResult<Note> Parse(SourceFile file)
    {
        var lines = new LineMap(file.Text);
        try
        {
            return Parse(file, Json.ReadMapping(file.Text), lines);
        }
        catch (InvalidJsonException e)
        {
            var frontMatter = FrontMatter.None with { IsDraft = FrontMatterParser.HasPrivateLine(file.Text) };
            var html = new HtmlBuffer();
            html.Markup("<p class=\"unreadable\">This canvas cannot be shown, as its file is not valid JSON.</p>\n"u8);
            var note = Pages.Unwritten(file.Path, frontMatter, html.ToBody());
            return new(
                note with { Markdown = CanvasMarkdown.Unreadable(note.Title) },
                [ParsingRules.Unreadable.At(file.Path, lines.Locate(new TextSpan(e.Offset, 0)), $"The canvas is not valid JSON: {e.Message}; its page says so.")]);
        }
    }

    private StageResult<Note> Parse(SourceFile file, YamlNode.Mapping root, LineMap lines)
    {
        var properties = new FrontMatterParser(file.Path, lines);
        var frontMatter = FrontMatterOf(root) is { } found ? properties.Read(found) : FrontMatter.None;
        var origins = new List<int>();
        var source = new NoteSource(file.Path, lines, offset => offset < origins.Count ? origins[Math.Max(0, offset)] : file.Text.Length, _kinds);
        var canvas = new CanvasReader((span, message) => source.Report(ParsingRules.NotShown.At(file.Path, lines.Locate(span with { Length = Math.Min(span.Length, 1) }), message + "."))).Read(root);
        var documents = canvas.Nodes.Select(node => node.Content is CanvasContent.Text text ? Markdown(text, file.Text, origins, source) : null).ToArray();
        try
        {
            return new(ToNote(canvas, documents, frontMatter, properties, source, lines), source.Diagnostics);
        }
        catch (InsufficientExecutionStackException)
        {
            source.Report(ParsingRules.TooComplex, new SourceSpan(0, -1), "A text is nested too deeply to be read as Markdown; the texts are shown as they are written.");
            return new(ToNote(canvas, new MarkdownDocument?[documents.Length], frontMatter, properties, source, lines), source.Diagnostics);
        }
    }

    private static YamlNode.Mapping? FrontMatterOf(YamlNode.Mapping root) =>
        Member(root, "metadata") is YamlNode.Mapping metadata ? Member(metadata, "frontmatter") as YamlNode.Mapping : null;

    private static YamlNode? Member(YamlNode.Mapping map, string name) => map.Items.FirstOrDefault(item => item.Key.Value == name).Value;

    /// <summary>The tree of a text, its spans being indices of <paramref name="origins"/>.</summary>
    /// <returns>Null for text that is too deeply nested.</returns>
    private static MarkdownDocument? Markdown(CanvasContent.Text text, string json, List<int> origins, NoteSource source)
    {
        var start = origins.Count;
        var isQuoted = json[text.Span.Start] == '"';
        var raw = isQuoted ? new TextSpan(text.Span.Start + 1, text.Span.Length - 2) : new TextSpan(text.Span.Start, 0);
        var places = new List<int>(raw.Length);
        Json.Unescape(json.AsSpan(raw.Start, raw.Length), places);
        foreach (var place in places) origins.Add(raw.Start + place);
        origins.Add(raw.End);
        try
        {
            var document = ObsidianMarkdown.Parse(CommentMask.Apply(text.Markdown));
            document.MoveBy(start);
            return document;
        }
        catch (ArgumentException)
        {
            source.Report(ParsingRules.TooComplex, new SourceSpan(start, start - 1), "The text is nested too deeply to be read as Markdown; it is shown as it is written.");
            return null;
        }
    }

    private Note ToNote(
        Canvas canvas, MarkdownDocument?[] documents, FrontMatter frontMatter, FrontMatterParser properties, NoteSource source, LineMap lines)
    {
        var whole = new MarkdownDocument();
        foreach (var document in documents.OfType<MarkdownDocument>()) whole.Add(document);
        var outline = Outline.Of(whole, source, frontMatter.Title ?? source.Path.Name);
        var context = new BodyContext(source, outline, breaksLines: !_configuration.StrictLineBreaks);
        context.Add(properties);
        foreach (var tag in frontMatter.Tags) context.AddTag(tag);

        ImmutableArray<CanvasCard> cards = [.. canvas.Nodes.Select((node, i) => Card(node, documents[i], context, lines))];
        new CanvasDrawing(canvas, cards, context.Html).Write();
        var drawing = new ByteRange(0, context.Html.Position);
        var writer = new BodyWriter(context, _configuration.IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight, _policy);
        new CanvasList(canvas, cards, context, writer).Write();
        var note = Pages.Written(frontMatter, outline, context, writer) with { Body = context.Html.ToBody() with { Embedded = drawing } };
        return note with { Markdown = new CanvasMarkdown(canvas, cards).Of(note.Title) };
    }

    private static CanvasCard Card(CanvasNode node, MarkdownDocument? document, BodyContext context, LineMap lines)
    {
        ImmutableArray<CardLine> text = node.Content switch
        {
            CanvasContent.Text when document is not null => CardText.Of(document),
            CanvasContent.Text plain => CardText.Plain(plain.Markdown),
            _ => [],
        };
        var card = new CanvasCard(node, document, text, null);
        if (node.Content is CanvasContent.File or CanvasContent.Link) card = card with { Lines = [new(card.Name, IsHeading: node.Content is CanvasContent.File)] };
        if (node.Content is CanvasContent.Link link && OutsideLinkReader.IsWeb(link.Url)) context.Add(new OutsideLink(link.Url, lines.Locate(link.Span)));
        var file = node.Content as CanvasContent.File ?? (node.Content as CanvasContent.Group)?.Background;
        if (file is null) return card;
        return card with
        {
            Link = context.Add(new LinkReference
            {
                Ordinal = 0,
                Form = LinkForm.Wiki,
                Target = file.Path,
                Fragment = file.Fragment,
                IsEmbed = true,
                Range = lines.Locate(file.Span),
                Context = new MentionContext(card.Name, node.Anchor, null),
            }),
        };
    }
}
