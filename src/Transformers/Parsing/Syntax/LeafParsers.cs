using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>Parses headings (CommonMark 4.2), whose text begins behind the white space, so that its positions are right after tabs too.</summary>
internal sealed class HeadingParser : HeadingBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var state = base.TryOpen(processor);
        if (state == BlockState.None) return state;

        while (processor.CurrentChar is ' ' or '\t') processor.NextChar();
        if (processor.NewBlocks.Peek() is HeadingBlock heading) heading.Lines = new StringLineGroup(1);
        return state;
    }
}

/// <summary>Parses fenced code (CommonMark 4.5), with a span that stays within the text.</summary>
internal sealed class FencedCodeParser : FencedCodeBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var state = base.TryOpen(processor);
        if (state == BlockState.None) return state;

        var block = processor.NewBlocks.Peek();
        block.Span = new SourceSpan(block.Span.Start, processor.Line.End);
        return state;
    }
}
