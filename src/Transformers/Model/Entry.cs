using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Model;

/// <summary>A curated resource: a list item whose text begins with kind tags.</summary>
public sealed record Entry
{
    /// <summary>The kind tags in lower case, the first of which is the entry's kind; at least one.</summary>
    public required ImmutableArray<string> Kinds { get; init; }

    /// <summary>What names it, with authors and year where they are written; null where neither a title nor an address is known.</summary>
    public required Citation? Citation { get; init; }

    /// <summary>The outside address as written, or null.</summary>
    public required string? Url { get; init; }

    /// <summary>What the address says about identity: an arXiv id, a DOI.</summary>
    public required ImmutableArray<Identifier> Identifiers { get; init; }

    /// <summary>
    /// What tells its work from others, the most telling first: <c>arxiv:1706.03762</c>, <c>url:example.org/a</c>. Entries that share
    /// one key are about one work. Empty without an address.
    /// </summary>
    public required ImmutableArray<string> IdentityKeys { get; init; }

    /// <summary>The <c>id</c> in HTML: <c>^</c> and the block id, else the slug of its title.</summary>
    public required string Anchor { get; init; }

    /// <summary>The texts of the headings above it, the outermost first.</summary>
    public required ImmutableArray<string> Section { get; init; }

    /// <summary>The place in <see cref="Note.Entries"/> of the entry that it is nested in, or null.</summary>
    public required int? Parent { get; init; }

    /// <summary>The resources below it, in document order; nested entries among them.</summary>
    public required ImmutableArray<Resource> Resources { get; init; }

    /// <summary>What the curator says of it: text behind the title, and its children's text; plain, in document order.</summary>
    public required ImmutableArray<string> Remarks { get; init; }

    /// <summary>The item's first line in the source.</summary>
    public required SourceRange Range { get; init; }

    /// <summary>The year in the source; the entry's first line where it could not be told.</summary>
    public required SourceRange YearRange { get; init; }

    /// <summary>The whole <c>li</c>, children included.</summary>
    public required ByteRange Html { get; init; }

    /// <summary>What the entry is: its first kind tag.</summary>
    public string Kind => Kinds[0];
}

/// <summary>Something that belongs to an entry: its code, a talk about it.</summary>
/// <param name="Kind">The kind that was written, else guessed from the host.</param>
/// <param name="Title">The link's text; null for a bare address.</param>
/// <param name="Url">The outside address.</param>
/// <param name="IdentityKey">The most telling of the keys that <see cref="Entry.IdentityKeys"/> are of: equal for two addresses of one thing.</param>
public sealed record Resource(string Kind, string? Title, string Url, string IdentityKey);
