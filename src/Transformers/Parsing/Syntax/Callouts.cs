using Markdig.Parsers;
using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>A callout, <c>&gt; [!kind|metadata]+ Title</c>. Its children are what stands below the title.</summary>
internal sealed class CalloutBlock : ContainerBlock
{
    public CalloutBlock(BlockParser parser)
        : base(parser)
    {
    }

    /// <summary>The kind as written, trimmed, in lower case; never empty.</summary>
    public required string Kind { get; init; }

    /// <summary>What follows <c>|</c> in the brackets, trimmed, if any.</summary>
    public string? Metadata { get; init; }

    /// <summary>True for <c>+</c> and <c>-</c> behind the brackets.</summary>
    public bool IsFoldable { get; init; }

    /// <summary>False for <c>-</c>: only the title shows at first. (The inherited member is about parsing.)</summary>
    public new bool IsOpen { get; init; } = true;

    /// <summary>The title, if one is written. It is not among the children.</summary>
    public CalloutTitleBlock? Title { get; init; }
}

/// <summary>The title of a callout.</summary>
internal sealed class CalloutTitleBlock : LeafBlock
{
    public CalloutTitleBlock(BlockParser parser)
        : base(parser)
    {
        IsOpen = false;
    }

    /// <summary>The callout that it is the title of.</summary>
    public CalloutBlock? Callout { get; internal set; }
}
