using System.Collections.Immutable;
using Markdig.Syntax;
using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Parsing.Entries;
using Transformers.Parsing.Html;
using Transformers.Parsing.Html.Raw;
using Transformers.Parsing.Syntax;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Parsing;

/// <summary>The first stage: a note's text to its facts and its body.</summary>
/// <remarks>What comes out depends on the file and the configuration alone.</remarks>
public sealed class NoteParser
{
    private readonly Configuration _configuration;
    private readonly KindVocabulary _kinds;
    private readonly HtmlPolicy _policy;

    /// <summary>A parser for the notes of one vault; several threads may use it at once.</summary>
    public NoteParser(Configuration configuration)
    {
        _configuration = configuration;
        _policy = new HtmlPolicy(configuration);
        _kinds = configuration.Kinds.IsEmpty ? KindVocabulary.Default : new KindVocabulary(configuration.Kinds);
    }

    /// <summary>The tags that make an entry, in lower case and ordinal order.</summary>
    public ImmutableArray<string> Kinds => _kinds.All;

    /// <summary>True for one of <see cref="Kinds"/>, or a tag nested under one, in any case.</summary>
    public bool IsKind(string tag) => _kinds.TryGetKind(tag, out _);

    /// <summary>Parses a note, whatever is in it.</summary>
    public StageResult<Note> Parse(SourceFile file)
    {
        var lines = new LineMap(file.Text);
        var block = FrontMatterBlock.Find(file.Text);
        var frontMatterParser = new FrontMatterParser(file.Path, lines);
        var frontMatter = frontMatterParser.Parse(file.Text, block);

        var bodyStart = block?.BodyStart ?? 0;
        var source = new NoteSource(file.Path, lines, offset => bodyStart + offset, _kinds);
        var (note, document) = Parse(file.Text[bodyStart..], source, frontMatter.Value, frontMatterParser);
        note = note with { Markdown = PublishedMarkdown.Of(file.Text, block, frontMatter.Diagnostics.IsEmpty, document) };
        return new(note, [.. frontMatter.Diagnostics, .. source.Diagnostics]);
    }

    private (Note Note, MarkdownDocument? Document) Parse(string text, NoteSource source, FrontMatter frontMatter, FrontMatterParser properties)
    {
        try
        {
            var masked = CommentMask.Apply(text);
            var end = LineBudget.End(masked);
            var document = ObsidianMarkdown.Parse(masked[..end]);
            if (end < text.Length) source.Report(ParsingRules.TooComplex, new SourceSpan(end, end), "The note has too many lines for its length; from here on it is shown as it is written.");
            return (ToNote(document, source, frontMatter, properties, PublishedMarkdown.RestWithoutComments(masked[end..])) with { Silencers = Silencers.Read(text, document, source) }, document);
        }
        catch (Exception e) when (e is ArgumentException or InsufficientExecutionStackException)
        {
            // Markdig throws these for what is nested too deeply.
            source.Report(ParsingRules.TooComplex, new SourceSpan(0, -1), "The text is nested too deeply to be read as Markdown; it is shown as it is written.");
            return (PlainNote(PublishedMarkdown.WithoutComments(text), source, frontMatter), null);
        }
    }

    private Note ToNote(MarkdownDocument document, NoteSource source, FrontMatter frontMatter, FrontMatterParser properties, string rest)
    {
        var outline = Outline.Of(document, source, frontMatter.Title);
        var context = new BodyContext(source, outline, breaksLines: !_configuration.StrictLineBreaks);
        context.Add(properties);
        foreach (var tag in frontMatter.Tags) context.AddTag(tag);

        if (Nesting.FirstTooDeep(document) is { } offset)
        {
            source.Report(ParsingRules.TooComplex, new SourceSpan(offset, offset), "From here on it is nested too deeply; the markup beyond is shown as text.");
        }

        var writer = new BodyWriter(context, _configuration.IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight, _policy);
        writer.Write(document);
        writer.Footnotes();
        if (rest.Length > 0) AsWritten(rest, context.Html);
        return Pages.Written(frontMatter, outline, context, writer) with { Opening = Opening.Of(document) };
    }

    private static Note PlainNote(string text, NoteSource source, FrontMatter frontMatter)
    {
        var html = new HtmlBuffer();
        AsWritten(text, html);
        return Pages.Unwritten(source.Path, frontMatter, html.ToBody());
    }

    private static void AsWritten(string text, HtmlBuffer html)
    {
        html.Markup("<pre>"u8);
        html.Text(text);
        html.Markup("</pre>\n"u8);
    }
}
