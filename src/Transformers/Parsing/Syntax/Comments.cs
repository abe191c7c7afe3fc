using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>A comment within a line of text, <c>%%…%%</c>. Readers never see it.</summary>
internal sealed class CommentInline : LeafInline;

/// <summary>A comment that stands by itself. Readers never see it.</summary>
internal sealed class CommentBlock : LeafBlock
{
    public CommentBlock(BlockParser parser)
        : base(parser)
    {
    }
}

/// <summary>Parses lines that hold nothing but comments, as <see cref="CommentMask"/> leaves them.</summary>
internal sealed class CommentBlockParser : BlockParser
{
    public CommentBlockParser() => OpeningCharacters = [CommentMask.Filler];

    /// <summary>A comment between the lines of a paragraph does not end it.</summary>
    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.Line.AsSpan().ContainsAnyExcept(CommentMask.Filler, ' ', '\t')) return BlockState.None;

        processor.NewBlocks.Push(new CommentBlock(this)
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
            Lines = new StringLineGroup(1),
        });
        return BlockState.BreakDiscard;
    }
}

/// <summary>Parses comments beside other text, as <see cref="CommentMask"/> leaves them.</summary>
internal sealed class CommentInlineParser : InlineParser
{
    public CommentInlineParser() => OpeningCharacters = [CommentMask.Filler];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var first = slice.Start;
        var comment = new CommentInline().At(processor, first, first + InlinePlacing.RunLength(slice.AsSpan()) - 1);
        slice.Start += InlinePlacing.RunLength(slice.AsSpan());

        // A line that the comment fills leaves no empty line behind.
        if (processor.Inline is LineBreakInline lineBreak && slice.CurrentChar is '\n' or '\r' or '\0')
        {
            processor.Inline = lineBreak.PreviousSibling;
            lineBreak.Remove();
        }

        processor.Inline = comment;
        return true;
    }
}
