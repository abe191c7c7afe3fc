using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Transformers.Model;

namespace Transformers.Parsing.Entries;

/// <summary>An entry while its note is parsed: what it says, not yet where it stands.</summary>
internal sealed class EntryDraft
{
    public required ListItemBlock Item { get; init; }

    /// <summary>Its place among the note's entries, given when it is written.</summary>
    public int Ordinal { get; set; }

    /// <summary>The entry that it is nested in, or null.</summary>
    public required EntryDraft? Parent { get; init; }

    public required ImmutableArray<string> Kinds { get; init; }

    /// <summary>The link that names it, or null.</summary>
    public required Inline? TitleInline { get; init; }

    /// <summary>What follows the kind tags, or null for nothing.</summary>
    public required Inline? Text { get; init; }

    /// <summary>Where the name begins in the plain text of <see cref="Text"/>, where it stands there and in no link.</summary>
    public required int NameStart { get; init; }

    public required Citation? Citation { get; init; }

    /// <summary>The outside address, or null.</summary>
    public required string? Url { get; init; }

    public List<Resource> Resources { get; } = [];

    public List<string> Remarks { get; } = [];

    /// <summary>Its <c>id</c>, given once all titles are known.</summary>
    public string Anchor { get; set; } = "";
}
