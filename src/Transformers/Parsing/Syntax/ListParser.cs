using Markdig.Parsers;
using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>Parses lists (CommonMark 5.2, 5.3), nested as deep as <see cref="Nesting"/> allows.</summary>
/// <remarks>It finds what Markdig's parser finds, but runs of blank lines and long items cost it no more than their length.</remarks>
internal sealed class ListParser : ListBlockParser
{
    private const int ManyBlankLines = 16;

    public override BlockState TryOpen(BlockProcessor processor) => Nesting.IsFull(processor) ? BlockState.None : base.TryOpen(processor);

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (!processor.IsBlankLine) return base.TryContinue(processor, block);

        // Behind an empty item, which a blank line ends, the list itself goes on.
        if (block is ListBlock && processor.NextContinue is not ListItemBlock) return BlockState.ContinueDiscard;

        // A second blank line says nothing that the first one did not.
        var isRepeated = block is ListItemBlock { LastChild: not null } && IsAfterBlankLine(processor);
        if (!isRepeated) return base.TryContinue(processor, block);
        return KeepOpen(processor.CurrentBlock, block) ? BlockState.ContinueDiscard : BlockState.Continue;
    }

    /// <summary>Keeps open what is open in an item, when that is but lists: nothing in them need look at the line.</summary>
    /// <param name="innermost">The innermost block that is open.</param>
    /// <param name="item">The item.</param>
    private static bool KeepOpen(Block? innermost, Block item)
    {
        var block = innermost;
        while (block is ListBlock or ListItemBlock && block != item) block = block.Parent;
        if (block != item) return false;

        for (block = innermost; block != item; block = block!.Parent) block!.IsOpen = true;
        return true;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is ListBlock list)
        {
            foreach (var item in list.Cast<ListItemBlock>()) DropBlankLines(item, list);
        }

        return base.Close(processor, block);
    }

    private static bool IsAfterBlankLine(BlockProcessor processor)
    {
        var (text, start) = (processor.Line.Text, processor.CurrentLineStartPosition);
        if (start < 2) return start > 0;
        if (text[start - 1] == '\n' && text[start - 2] == '\n') return true;

        var before = text.AsSpan(0, start - (text.AsSpan(0, start).EndsWith("\r\n") ? 2 : 1));
        return before[(before.LastIndexOfAny('\r', '\n') + 1)..].IsWhiteSpace();
    }

    /// <summary>Takes the blank lines within an item away, which make its list loose; Markdig would do so one by one.</summary>
    private static void DropBlankLines(ListItemBlock item, ListBlock list)
    {
        if (item.Count < ManyBlankLines || item.Count(child => child is BlankLineBlock) < ManyBlankLines) return;

        var children = item.ToList();
        item.Clear();
        for (var i = 0; i < children.Count; i++)
        {
            var isWithin = i > 0 && i < children.Count - 1;
            if (isWithin && children[i] is BlankLineBlock) list.IsLoose |= item.LastChild is not null;
            else item.Add(children[i]);
        }
    }
}
