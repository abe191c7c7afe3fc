using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Rendering.Search;

/// <summary>What a search finds: a note, a section of one, or an entry. The four texts are what words and phrases are looked for in.</summary>
internal sealed record SearchDocument
{
    /// <summary>The kind of a document that is a note's title and what stands before its first heading.</summary>
    public const string NoteKind = "note";

    /// <summary>The kind of a document that is a heading and what stands under it.</summary>
    public const string SectionKind = "section";

    /// <summary>The page.</summary>
    public required SiteAddress Page { get; init; }

    /// <summary>The <c>id</c> there; empty for a note.</summary>
    public required string Anchor { get; init; }

    /// <summary><see cref="NoteKind"/>, <see cref="SectionKind"/> or the kind of an entry.</summary>
    public required string Kind { get; init; }

    /// <summary>The title of the note that it stands in.</summary>
    public required string Note { get; init; }

    /// <summary>The note's or entry's title, the heading; the address of an entry without a title.</summary>
    public required string Title { get; init; }

    /// <summary>Authors and publisher, joined by commas; empty where none are known.</summary>
    public string Authors { get; init; } = "";

    /// <summary>The year of publication, or null.</summary>
    public int? Year { get; init; }

    /// <summary>The headings above it, the outermost first, and the title of the entry that it is nested in, joined by <c> › </c>.</summary>
    public string Section { get; init; } = "";

    /// <summary>All that a reader sees of it, without what are documents of their own; a line a block.</summary>
    public string Text { get; init; } = "";

    /// <summary>How many UTF-16 code units of <see cref="Text"/> say what title, authors and year say.</summary>
    public int Lead { get; init; }

    /// <summary>True where code belongs to it.</summary>
    public bool HasCode { get; init; }

    /// <summary>True where a talk or a video belongs to it.</summary>
    public bool HasTalk { get; init; }

    /// <summary>Its kinds, those that they are nested in left out.</summary>
    public required ImmutableArray<string> Kinds { get; init; }

    /// <summary>The tags in it and those of its note as a whole, without <c>#</c>.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Its address from the site's root.</summary>
    public string Address => Anchor.Length == 0 ? Page.Value : $"{Page}#{Anchor}";
}
