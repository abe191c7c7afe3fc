using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Model;

/// <summary>What a curator wrote to name a resource: <c>DETR - End-to-End Object Detection (Carion 2020)</c>.</summary>
/// <remarks>
/// The spans count from the first character of the entry's link text, and go on into the text behind the link as if the
/// one followed the other at once. The title's span and the others do not overlap.
/// </remarks>
public sealed record Citation
{
    /// <summary>The title without the citation, white space folded, never empty; null for a bare address and for <c>See … in</c>.</summary>
    public required string? Title { get; init; }

    /// <summary>The name that the title begins with, as in <c>Name - …</c> or <c>Name: …</c>: one to four words; else null.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>The people as written and in their order, often last names alone; empty where none are known.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The year of publication, 1500 to 2100.</summary>
    public int? Year { get; init; }

    /// <summary>Who stands behind it, as written: a publisher, school, company or event; several are joined by <c>, </c>.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where the title stands; before a citation in the middle, its first part alone.</summary>
    public TextSpan? TitleSpan { get; init; }

    /// <summary>From the first author's first character through the last one's last.</summary>
    public TextSpan? AuthorsSpan { get; init; }

    /// <summary>The four digits of the year.</summary>
    public TextSpan? YearSpan { get; init; }

    /// <summary>The whole citation, brackets included, so that what is around it can be told from it.</summary>
    public TextSpan? CitationSpan { get; init; }
}
