using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>Parses quotes (CommonMark 5.1), and those whose first line begins <c>[!kind]</c> as callouts (Callouts in the Obsidian help).</summary>
internal sealed class QuoteParser : QuoteBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (Nesting.IsFull(processor)) return BlockState.None;

        var start = new SourceSpan(processor.Start, processor.Line.End);
        var column = processor.Column;
        var state = base.TryOpen(processor);
        if (state == BlockState.None) return state;

        var line = processor.Line;
        line.TrimStart();
        if (CalloutAt(line, start, column, processor) is not { } callout) return state;

        processor.NewBlocks.Pop();
        processor.NewBlocks.Push(callout);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is QuoteBlock) return base.TryContinue(processor, block);
        if (processor.IsCodeIndent) return BlockState.None;
        if (processor.CurrentChar != '>') return processor.IsBlankLine ? BlockState.BreakDiscard : BlockState.None;

        if (processor.NextChar() is ' ' or '\t') processor.NextColumn();
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    /// <summary>The callout that a quote's first line announces, or null.</summary>
    private CalloutBlock? CalloutAt(StringSlice line, SourceSpan span, int column, BlockProcessor processor)
    {
        var text = line.AsSpan();
        if (!text.StartsWith("[!")) return null;

        var length = text.IndexOfAny("]\r\n");
        if (length < 0 || text[length] != ']') return null;

        var content = text[2..length];
        var bar = content.IndexOf('|');
        var kind = CommentMask.Without(bar < 0 ? content : content[..bar]).Trim();
        var metadata = bar < 0 ? "" : CommentMask.Without(content[(bar + 1)..]).Trim();

        var rest = length + 1;
        var fold = rest < text.Length && text[rest] is '+' or '-' ? text[rest++] : '\0';
        if (kind.Length == 0 || kind.Contains('[') || (rest < text.Length && !char.IsWhiteSpace(text[rest]))) return null;

        var title = TitleAt(new StringSlice(line.Text, line.Start + rest, line.End), processor);
        var callout = new CalloutBlock(this)
        {
            Kind = kind.ToLowerInvariant(),
            Metadata = metadata.Length == 0 ? null : metadata,
            IsFoldable = fold != '\0',
            IsOpen = fold != '-',
            Title = title,
            Span = span,
            Column = column,
        };
        if (title is null) return callout;

        title.Callout = callout;
        callout.ProcessInlinesBegin += (inlines, _) => inlines.ProcessInlineLeaf(title);
        return callout;
    }

    private CalloutTitleBlock? TitleAt(StringSlice rest, BlockProcessor processor)
    {
        rest.Trim();
        if (rest.IsEmpty) return null;

        var title = new CalloutTitleBlock(this)
        {
            Line = processor.LineIndex,
            Column = processor.Column + rest.Start - processor.Start,
            Span = new SourceSpan(rest.Start, rest.End),
        };
        title.AppendLine(ref rest, title.Column, title.Line, rest.Start, trackTrivia: false);
        return title;
    }
}
