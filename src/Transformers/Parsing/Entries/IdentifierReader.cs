using System.Collections.Immutable;
using Transformers.Model;

namespace Transformers.Parsing.Entries;

/// <summary>Reads the identifiers that an address holds; it asks no server.</summary>
/// <remarks>
/// An identifier is read where the address is the work's own page or text. What is merely below it, such as a folder of a
/// repository, is another thing and has none.
/// </remarks>
internal static class IdentifierReader
{
    /// <summary>Longer addresses carry data, not names; in UTF-16 code units.</summary>
    private const int LongestUrl = 4096;

    /// <summary>Asked in this order, which is also the order of the identifiers.</summary>
    private static readonly ImmutableArray<Func<ResourceAddress, IEnumerable<Identifier>>> Readers =
    [
        ScholarlyIdentifiers.ArXiv,
        DoiReader.Read,
        ScholarlyIdentifiers.Others,
        BookIdentifiers.Read,
        HostedIdentifiers.Read,
    ];

    /// <summary>The identifiers in an address.</summary>
    /// <param name="url">As written; not necessarily valid.</param>
    /// <returns>Each once, the most telling first; often none.</returns>
    public static ImmutableArray<Identifier> FromUrl(string url)
    {
        if (url.Length > LongestUrl) return [];
        var address = ResourceAddress.Of(url);
        return [.. Readers.SelectMany(read => read(address)).Distinct()];
    }

    /// <summary>True for <c>1706.03762</c>, <c>1706.03762v5</c> and <c>hep-th/9901001</c>.</summary>
    public static bool IsArxivId(ReadOnlySpan<char> text)
    {
        text = Digits.WithoutVersion(text);
        var slash = text.IndexOf('/');
        if (slash < 0) return text is [_, _, _, _, '.', ..] && Digits.Are(text[..4], 4, 4) && Digits.Are(text[5..], 4, 5);

        var archive = text[..slash];
        var isArchive = archive.Length is > 1 and < 20 && char.IsAsciiLetter(archive[0]);
        foreach (var c in archive) isArchive &= char.IsAsciiLetter(c) || c is '-' or '.';
        return isArchive && Digits.Are(text[(slash + 1)..], 7, 7);
    }

    /// <summary>An arXiv id in lower case and without version, or null.</summary>
    /// <remarks>The two forms that https://info.arxiv.org/help/arxiv_identifier.html describes.</remarks>
    public static string? ToArxivId(string text) =>
        IsArxivId(text) ? Digits.WithoutVersion(text).ToString().ToLowerInvariant() : null;
}
