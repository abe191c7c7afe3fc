using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>How deep things may be nested; what goes deeper is text.</summary>
/// <remarks>
/// Far above what people write and far below Markdig's limit of 128, where it throws. The limit keeps the work for a line bounded,
/// and lets those who walk the tree recurse.
/// </remarks>
internal static class Nesting
{
    /// <summary>The most quotes, callouts, lists and list items around a block; a nested list takes two.</summary>
    public const int MaximumBlocks = 48;

    /// <summary>The most emphasis, links and inline footnotes around a piece of text.</summary>
    public const int MaximumInlines = 32;

    /// <summary>True when no container may be opened in the innermost one that the current line continues.</summary>
    public static bool IsFull(BlockProcessor processor)
    {
        var depth = 0;
        for (ContainerBlock? block = processor.GetCurrentContainerOpened(); block is not null; block = block.Parent) depth++;
        if (depth < MaximumBlocks) return false;
        Note(processor.Document, processor.Start);
        return true;
    }

    /// <summary>The offset of the first markup that is text because it is nested too deeply, or null.</summary>
    public static int? FirstTooDeep(MarkdownDocument document) => document.GetData(typeof(Nesting)) as int?;

    /// <summary>Notes that the markup in a leaf is nested too deeply.</summary>
    public static void NoteIn(LeafBlock? leaf)
    {
        Block? block = leaf;
        while (block?.Parent is { } parent) block = parent;
        if (block is MarkdownDocument document) Note(document, leaf!.Span.Start);
    }

    private static void Note(MarkdownDocument document, int offset)
    {
        if (FirstTooDeep(document) is null) document.SetData(typeof(Nesting), offset);
    }
}

/// <summary>The depth of the inline containers of one leaf, for as long as it is parsed.</summary>
internal sealed class InlineDepths
{
    // Of containers that hold others; all others are 1 deep, leaves 0.
    private Dictionary<Inline, int>? _depths;

    // What begins at or before this offset into the slice's text holds as much as it may already.
    private int _fullUntil = -1;

    /// <summary>Moves siblings into a container that takes their place, if that is not too deep.</summary>
    /// <param name="container">A container without children or parent.</param>
    /// <param name="position">Where it begins, as an offset into the slice's text.</param>
    /// <param name="before">The sibling before those to be moved.</param>
    /// <param name="after">The sibling after them; null for all that follow.</param>
    public bool TryWrap(ContainerInline container, int position, Inline before, Inline? after)
    {
        if (position <= _fullUntil) return false;

        var depth = 1;
        for (var child = before.NextSibling; child != after; child = child!.NextSibling) depth = Math.Max(depth, 1 + Of(child!));
        if (depth > Nesting.MaximumInlines)
        {
            if (_fullUntil < 0) Nesting.NoteIn(LeafOf(before));
            _fullUntil = position;
            return false;
        }

        if (depth > 1) (_depths ??= [])[container] = depth;

        while (before.NextSibling is { } child && child != after)
        {
            child.Remove();
            container.AppendChild(child);
        }

        container.IsClosed = true;
        before.InsertAfter(container);
        return true;
    }

    private static LeafBlock? LeafOf(Inline inline)
    {
        while (inline.Parent is { } parent) inline = parent;
        return (inline as ContainerInline)?.ParentBlock;
    }

    private int Of(Inline inline) => inline is not ContainerInline ? 0 : _depths?.GetValueOrDefault(inline, 1) ?? 1;
}
