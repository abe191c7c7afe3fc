using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>What a bracket would begin.</summary>
internal enum BracketKind
{
    Link,
    Image,
    Footnote,
}

/// <summary>A bracket that is not closed yet; none is left in a finished tree.</summary>
internal sealed class OpenBracket : LeafInline
{
    public required BracketKind Kind { get; init; }

    /// <summary>The bracket with the <c>!</c> or <c>^</c> before it, in the slice that is parsed.</summary>
    public required StringSlice Content { get; init; }

    public OpenBracket? Before { get; init; }

    /// <summary>True once another bracket was opened behind it: its text is no label of a reference.</summary>
    public bool HasBracketInside { get; set; }

    public bool IsImage => Kind == BracketKind.Image;
}

/// <summary>The brackets of one leaf that are open.</summary>
internal sealed class BracketStack
{
    // Offsets into the slice's text: what was opened before them is nothing any more.
    private int _firstLink;
    private int _firstFootnote;

    private int? _lastClosing;

    public OpenBracket? Top { get; private set; }

    /// <summary>True where a closing bracket follows in the leaf; without one, a megabyte of brackets is a megabyte of text.</summary>
    /// <param name="slice">Begins with what would open.</param>
    public bool MayClose(StringSlice slice)
    {
        _lastClosing ??= slice.Start + slice.AsSpan().LastIndexOf(']');
        return slice.Start < _lastClosing;
    }

    public void Push(OpenBracket bracket)
    {
        if (Top is not null) Top.HasBracketInside = true;
        Top = bracket;
    }

    /// <summary>Takes the top bracket from the stack; its node stays.</summary>
    public void Pop() => Top = Top!.Before;

    /// <summary>False for a bracket around a link that can't hold one.</summary>
    public bool IsActive(OpenBracket bracket) => bracket.Kind switch
    {
        BracketKind.Link => bracket.Content.Start >= _firstLink,
        BracketKind.Footnote => bracket.Content.Start >= _firstFootnote,
        _ => true,
    };

    /// <summary>Says that a link or footnote ends: what is open around it is no link, and around a footnote no footnote.</summary>
    public void Deactivate(int end, bool isFootnote)
    {
        _firstLink = end;
        if (isFootnote) _firstFootnote = end;
    }
}
