using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>The <c>^id</c> that an author gave to a block.</summary>
/// <param name="Id">The id as written, without <c>^</c>.</param>
/// <param name="Span">The <c>^id</c> in the source.</param>
internal readonly record struct BlockId(string Id, SourceSpan Span);

/// <summary>Which block has which id ("Link to a block in a note" in Internal links of the Obsidian help).</summary>
internal static class BlockIds
{
    /// <summary>The id of a block, if it has one. What contains others may have one beside theirs.</summary>
    public static BlockId? GetBlockId(this Block block) => block.GetData(typeof(BlockId)) as BlockId?;

    /// <summary>Gives a block an id, unless an earlier one stands in the text.</summary>
    internal static void SetBlockId(this Block block, BlockId id)
    {
        if (block.GetBlockId() is { } other && other.Span.Start < id.Span.Start) return;
        block.SetData(typeof(BlockId), id);
    }

    /// <summary>The block that an id at the end of a paragraph or heading belongs to, or null if none can stand there.</summary>
    /// <remarks>
    /// A list item for its first paragraph; a quote or callout, the outermost one, for its last; a callout for its title; else the
    /// paragraph or heading itself. In table cells there are no ids.
    /// </remarks>
    internal static Block? OwnerOf(LeafBlock leaf) => leaf switch
    {
        CalloutTitleBlock title => title.Callout,
        { Parent: TableCell } => null,
        { Parent: ListItemBlock item } when IsFirst(leaf, item) => item,
        ParagraphBlock or HeadingBlock => OutermostQuote(leaf),
        _ => null,
    };

    /// <summary>The block that an id on a line of its own belongs to: the one before it, if it may have one.</summary>
    /// <param name="container">What the line stands in.</param>
    internal static Block? OwnerOfLineIn(ContainerBlock container)
    {
        var last = container.Count - 1;
        while (last >= 0 && container[last] is BlankLineBlock or CommentBlock) last--;
        return last < 0 ? null : container[last] switch
        {
            ParagraphBlock paragraph when container is ListItemBlock item && IsFirst(paragraph, item) => item,
            ThematicBreakBlock or Footnote or FootnoteGroup => null,
            var block => block,
        };
    }

    /// <summary>The length of the id at a text's start: letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, but no <c>.</c> at its end.</summary>
    internal static int LengthOfId(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '-' or '_' or '.')) length++;
        return text[..length].TrimEnd('.').Length;
    }

    private static bool IsFirst(LeafBlock leaf, ListItemBlock item) =>
        item[0] == leaf || (item.Count > 1 && item[0] is CommentBlock && item[1] == leaf);

    private static Block OutermostQuote(Block block)
    {
        while (block.Parent is QuoteBlock or CalloutBlock && block.Parent.LastChild == block) block = block.Parent;
        return block;
    }
}
