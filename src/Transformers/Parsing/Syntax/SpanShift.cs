using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>Moves the spans of a tree, so that the trees of several texts tell their places in one.</summary>
internal static class SpanShift
{
    /// <summary>Adds to every start and end.</summary>
    public static void MoveBy(this MarkdownDocument document, int offset) => Move(document, offset);

    private static void Move(Block block, int offset)
    {
        block.Span = Moved(block.Span, offset);
        if (block.GetBlockId() is { } id) block.SetData(typeof(BlockId), id with { Span = Moved(id.Span, offset) });
        if (block is LeafBlock { Inline: { } content })
        {
            foreach (var inline in PlainText.InlinesOf(content)) inline.Span = Moved(inline.Span, offset);
        }

        if (block is CalloutBlock { Title: { } title }) Move(title, offset);
        if (block is not ContainerBlock container) return;
        foreach (var inner in container) Move(inner, offset);
    }

    private static SourceSpan Moved(SourceSpan span, int offset) => span.IsEmpty ? span : new(span.Start + offset, span.End + offset);
}
