using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>Markdown as Obsidian reads it: a note's text to a tree.</summary>
/// <remarks>
/// CommonMark and GFM tables, with Obsidian's links, tags, block ids, callouts, comments, highlights, math, tasks and footnotes.
/// Time and memory are linear in the text, whatever it is: nesting has a limit (<see cref="Nesting"/>), behind which markup is
/// text, and no look-ahead is made twice. Where Markdig's own parsers are not linear, ours stand in for them.
/// </remarks>
internal static class ObsidianMarkdown
{
    private static readonly MarkdownPipeline Pipeline = CreatePipeline();

    /// <summary>Parses the body of a note. Several threads may do so at once.</summary>
    /// <param name="masked">The body, its comments masked, once (<see cref="CommentMask"/>); front matter is not looked for.</param>
    /// <returns>
    /// The tree. Its spans are inclusive UTF-16 offsets into <paramref name="masked"/>; its line numbers do not count the lines within a comment.
    /// </returns>
    /// <exception cref="ArgumentException">The text is nested deeper than Markdig allows.</exception>
    public static MarkdownDocument Parse(string masked) => Markdown.Parse(masked, Pipeline);

    private static MarkdownPipeline CreatePipeline()
    {
        var pipeline = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        Fill(pipeline.BlockParsers, BlockParsers());
        Fill(pipeline.InlineParsers, InlineParsers());
        return pipeline.Build();
    }

    private static IEnumerable<BlockParser> BlockParsers() =>
    [
        new CommentBlockParser(),
        new FootnoteParser(),

        // Before the parsers that see a break, a heading or a list in a delimiter row.
        new TableParser(),
        new ThematicBreakParser(),
        new HeadingParser(),
        new QuoteParser(),
        new ListParser(),
        new MathBlockParser(),
        new HtmlBlockParser(),
        new FencedCodeParser(),
        new IndentedCodeBlockParser(),
        new BlockIdLineParser(),

        // What nothing else wants is a row of the open table, else a paragraph.
        new TableRowParser(),
        new ParagraphParser(),
    ];

    private static IEnumerable<InlineParser> InlineParsers()
    {
        var emphasis = new EmphasisParser();
        var links = new LinkParser(emphasis);
        return
        [
            new CommentInlineParser(),
            new HtmlEntityParser(),
            new EscapeInlineParser(),
            new CodeSpanParser(),
            new MathInlineParser(),
            emphasis,

            // The more special brackets before the general ones.
            new TaskParser(),
            new WikiLinkParser(),
            new FootnoteReferenceParser(links),
            links,

            // After the links: it looks at what they became.
            new CaretParser(),
            new TagParser(),
            new BareUrlParser(),
            new InlineHtmlParser(),
            new LineBreakInlineParser(),
        ];
    }

    private static void Fill<T>(OrderedList<T> parsers, IEnumerable<T> ours)
        where T : notnull
    {
        parsers.Clear();
        foreach (var parser in ours) parsers.Add(parser);
    }
}
