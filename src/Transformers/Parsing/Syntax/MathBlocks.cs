using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>A formula that stands by itself, <c>$$…$$</c> over one line or several.</summary>
internal sealed class MathBlock : LeafBlock
{
    public MathBlock(BlockParser parser)
        : base(parser)
    {
        Lines = new StringLineGroup(4);
    }

    /// <summary>The formula as written, without its dollars and the white space around it.</summary>
    public string Content => CommentMask.Without(Lines.ToString()).Trim();
}

/// <summary>Parses formulas that begin a line with <c>$$</c> ("Math" in Advanced formatting syntax of the Obsidian help).</summary>
/// <remarks>
/// A formula ends at the next <c>$$</c>; what follows it in the line goes on as text. One that ends in its first line with text
/// behind it, or nowhere, is left to <see cref="MathInlineParser"/>.
/// </remarks>
internal sealed class MathBlockParser : BlockParser
{
    private const string Delimiter = "$$";

    public MathBlockParser() => OpeningCharacters = ['$'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var text = processor.Line.AsSpan();
        if (processor.IsCodeIndent || !text.StartsWith(Delimiter) || text[2..].StartsWith('$')) return BlockState.None;

        var close = text[2..].IndexOf(Delimiter);
        var content = close < 0 ? text[2..] : text.Slice(2, close);
        var isOver = close >= 0;
        if (isOver ? content.IsWhiteSpace() || !text[(close + 4)..].IsWhiteSpace() : !IsClosedLater(processor)) return BlockState.None;

        var math = new MathBlock(this) { Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End) };
        if (!content.IsWhiteSpace()) Append(math, processor, processor.Start + 2, content.Length);
        processor.NewBlocks.Push(math);
        return isOver ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.GoToColumn(processor.ColumnBeforeIndent);
        var text = processor.Line.AsSpan();
        var close = text.IndexOf(Delimiter);
        if (close < 0)
        {
            block.UpdateSpanEnd(processor.Line.End);
            return BlockState.Continue;
        }

        Append((MathBlock)block, processor, processor.Start, close);
        block.UpdateSpanEnd(processor.Start + close + 1);
        if (text[(close + 2)..].IsWhiteSpace()) return BlockState.BreakDiscard;

        // The rest is a line of its own: no part of this block any more.
        for (var i = 0; i < close + 2; i++) processor.NextChar();
        return BlockState.None;
    }

    /// <summary>True when the text has a closing delimiter after the current line; found once for all lines before it.</summary>
    private static bool IsClosedLater(BlockProcessor processor)
    {
        var from = processor.Line.End + 1;
        if (processor.Document.GetData(typeof(MathBlockParser)) is not int last)
        {
            last = processor.Line.Text.LastIndexOf(Delimiter, StringComparison.Ordinal);
            processor.Document.SetData(typeof(MathBlockParser), last);
        }

        return last >= from;
    }

    private static void Append(MathBlock math, BlockProcessor processor, int start, int length)
    {
        var line = new StringSlice(processor.Line.Text, start, start + length - 1, processor.Line.NewLine);
        math.AppendLine(ref line, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
    }
}
