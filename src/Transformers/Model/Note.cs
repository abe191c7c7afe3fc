using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Model;

/// <summary>What parsing found in one Markdown file: facts about it, and its body.</summary>
public sealed record Note
{
    /// <summary>Where the file lies in the vault.</summary>
    public required SourcePath Path { get; init; }

    /// <summary>The front matter's title, else the text of a level-1 heading that begins the note, else the file's name.</summary>
    public required string Title { get; init; }

    /// <summary>What the front matter says.</summary>
    public required FrontMatter FrontMatter { get; init; }

    /// <summary>In document order.</summary>
    public required ImmutableArray<Heading> Headings { get; init; }

    /// <summary>The blocks with an id, in document order; each id once, the first that bears it.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>In document order.</summary>
    public required ImmutableArray<Entry> Entries { get; init; }

    /// <summary>Links and embeds within the vault, those of the front matter first, then in document order.</summary>
    public required ImmutableArray<LinkReference> Links { get; init; }

    /// <summary>Links and images outside the vault, those of the front matter and of raw HTML too, by their places in the source.</summary>
    public ImmutableArray<OutsideLink> OutsideLinks { get; init; } = [];

    /// <summary>The comments that silence findings, in document order.</summary>
    public ImmutableArray<Silencer> Silencers { get; init; } = [];

    /// <summary>The tags of the front matter, then those of the text in document order, each as first written.</summary>
    public required ImmutableArray<Tag> Tags { get; init; }

    /// <summary>The views of bases that stand in it, in document order.</summary>
    public ImmutableArray<BaseView> Views { get; init; } = [];

    /// <summary>The text as HTML with slots.</summary>
    public required Body Body { get; init; }

    /// <summary>The first sentence of the text, without markup, at most some 300 characters; null where it has no paragraph.</summary>
    public string? Opening { get; init; }

    /// <summary>The file as readers may have it: as it was written, UTF-8, but without its comments; what a canvas holds, as Markdown. Empty for a base.</summary>
    public ReadOnlyMemory<byte> Markdown { get; init; }
}

/// <summary>A heading that a link's fragment can name.</summary>
/// <param name="Level">1 to 6, as it stands on the page: the note's title is the page's only level 1.</param>
/// <param name="Text">Its plain text, without markup.</param>
/// <param name="Anchor">The <c>id</c> it has in HTML; unique in its note.</param>
/// <param name="Range">The heading in the source.</param>
/// <param name="Section">The heading and what stands under it, up to the next heading of its level or above.</param>
public sealed record Heading(int Level, string Text, string Anchor, SourceRange Range, ByteRange Section);

/// <summary>A block that bears an id.</summary>
/// <param name="Id">The id as written, without <c>^</c>.</param>
/// <param name="Range">The marker <c>^id</c> in the source.</param>
/// <param name="Html">The whole element, a list item with its children.</param>
/// <param name="IsListItem">True where the element is an <c>li</c>, which needs a list around it elsewhere.</param>
/// <param name="Number">Of an item in a numbered list, its number.</param>
public sealed record Block(string Id, SourceRange Range, ByteRange Html, bool IsListItem, int? Number)
{
    /// <summary>The <c>id</c> in HTML.</summary>
    public string Anchor => "^" + Id;
}

/// <summary>A tag that a note carries.</summary>
/// <param name="Name">As first written, without <c>#</c>; <c>/</c> between the levels of a nested one.</param>
/// <param name="Anchors">The <c>id</c>s of the nearest elements around its uses, in document order, each once; empty text for the note as a whole.</param>
public sealed record Tag(string Name, ImmutableArray<string> Anchors);
