using Markdig.Parsers;
using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>Parses a <c>^id</c> on a line of its own: it belongs to the block before it and leaves no trace in the tree.</summary>
/// <remarks>
/// The line may follow a blank line, or the block itself. Directly under a paragraph it is that paragraph's last line, which
/// <see cref="CaretParser"/> reads; under a list or quote it would be too, if it were not taken here.
/// </remarks>
internal sealed class BlockIdLineParser : BlockParser
{
    public BlockIdLineParser() => OpeningCharacters = ['^'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock { Parent.IsOpen: true };

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;

        var line = processor.Line.AsSpan()[1..];
        var length = BlockIds.LengthOfId(line);
        if (length == 0 || !line[length..].IsWhiteSpace()) return BlockState.None;

        var owner = BlockIds.OwnerOfLineIn(processor.GetCurrentContainerOpened());
        if (owner is null || owner.GetBlockId() is not null) return BlockState.None;

        owner.SetBlockId(new BlockId(line[..length].ToString(), new SourceSpan(processor.Start, processor.Start + length)));
        return BlockState.BreakDiscard;
    }
}
