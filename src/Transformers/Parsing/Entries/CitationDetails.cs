using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Parsing.Entries;

/// <summary>What one citation says, e.g. <c>(Goodfellow 2016, MIT)</c>.</summary>
internal sealed record CitationDetails
{
    /// <summary>Nothing was cited.</summary>
    public static readonly CitationDetails None = new();

    /// <summary>The people, as written.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>From the first author through the last.</summary>
    public TextSpan? AuthorsSpan { get; init; }

    /// <summary>1500 to 2100.</summary>
    public int? Year { get; init; }

    /// <summary>The year's four digits.</summary>
    public TextSpan? YearSpan { get; init; }

    /// <summary>Publisher, school, company or event.</summary>
    public string? Publisher { get; init; }

    /// <summary>True when it only names the site that a page is on, such as <c>(arxiv.org)</c>.</summary>
    public bool IsSite { get; init; }

    /// <summary>True when every part of it was understood.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>The whole of it, brackets included; null for <see cref="None"/>.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>True when it says who or when.</summary>
    public bool HasDate => Year is not null || Authors is not [];

    /// <summary>True when there is no citation at all.</summary>
    public bool IsEmpty => Span is null;

    /// <summary>Adds what an earlier citation of the same text says; of two answers the earlier one counts.</summary>
    public CitationDetails Over(CitationDetails earlier) => IsEmpty ? earlier : earlier with
    {
        Authors = earlier.Authors is [] ? Authors : earlier.Authors,
        AuthorsSpan = earlier.AuthorsSpan ?? AuthorsSpan,
        Year = earlier.Year ?? Year,
        YearSpan = earlier.YearSpan ?? YearSpan,
        Publisher = earlier.Publisher ?? Publisher,
        Span = new TextSpan(earlier.Span!.Value.Start, Math.Max(earlier.Span.Value.End, Span!.Value.End) - earlier.Span.Value.Start),
    };
}
