using Transformers.Text;

namespace Transformers.Model;

/// <summary>A link as its author wrote it, before anyone asked whether it leads somewhere.</summary>
public sealed record LinkReference
{
    /// <summary>0-based position in <see cref="Note.Links"/>.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The form it was written in.</summary>
    public required LinkForm Form { get; init; }

    /// <summary>The note or attachment named, percent-decoded; empty for a link within the same note.</summary>
    public required string Target { get; init; }

    /// <summary>What follows <c>#</c>, percent-decoded: <c>Heading</c>, <c>Heading#Sub</c> or <c>^block</c>; null where there is none.</summary>
    public string? Fragment { get; init; }

    /// <summary>The text to show after <c>|</c>, or an image's alternative text; null where there is none.</summary>
    public string? Label { get; init; }

    /// <summary>The title of a Markdown link or image, which browsers show on hovering; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The size that an image's label asks for.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>True where the target is shown in place.</summary>
    public bool IsEmbed { get; init; }

    /// <summary>From the opening bracket, <c>!</c> or <c>^</c> through the closing one.</summary>
    public required SourceRange Range { get; init; }

    /// <summary>The sentence or entry that it stands in; null for a link in the front matter.</summary>
    public MentionContext? Context { get; init; }
}

/// <summary>How a link was written.</summary>
public enum LinkForm
{
    /// <summary><c>[[target]]</c>.</summary>
    Wiki,

    /// <summary><c>[text](path)</c>.</summary>
    Markdown,

    /// <summary>The curator's cross reference, <c>^id in [[Note]]</c>: the target is the note's.</summary>
    CrossReference,

    /// <summary>A bare <c>^id</c> after <i>see</i>: the block of that id in this note, else the only one in the vault.</summary>
    BareBlock,
}

/// <summary>A size in CSS pixels.</summary>
/// <param name="Width">At least 1.</param>
/// <param name="Height">At least 1; null to keep the proportions.</param>
public readonly record struct ImageSize(int Width, int? Height);

/// <summary>Where a link stands, for the reader of a backlink.</summary>
/// <param name="Label">The link's own text.</param>
/// <param name="Anchor">The <c>id</c> of the nearest element around it that has one; empty for the note as a whole.</param>
/// <param name="Entry">The place in <see cref="Note.Entries"/> of the entry that it stands in, or null.</param>
public sealed record MentionContext(string Label, string Anchor, int? Entry)
{
    /// <summary>The text around it, which it shares with the other links there; null for none.</summary>
    public MentionText? Text { get; init; }

    /// <summary>Where the link begins in <see cref="Text"/>.</summary>
    public int Start { get; init; }

    /// <summary>Where the link ends in <see cref="Text"/>.</summary>
    public int End { get; init; }

    /// <summary>Plain text of the sentence or entry before the link.</summary>
    public string Before => Text?.Before(Start) ?? "";

    /// <summary>The text behind it.</summary>
    public string After => Text?.After(End) ?? "";
}
