using Transformers.Model;

namespace Transformers.Parsing.Entries;

/// <summary>Identifiers of preprint servers, archives and indexes.</summary>
internal static class ScholarlyIdentifiers
{
    /// <summary>arXiv, and the sites that show its papers under its ids.</summary>
    public static IEnumerable<Identifier> ArXiv(ResourceAddress address)
    {
        var isPaper = address.IsAt("arxiv.org") || address.Host is "xxx.lanl.gov" or "ar5iv.org" or "alphaxiv.org" or "arxiv-vanity.com" or "arxiv"
            ? address.Lower(0) is "abs" or "pdf" or "html" or "format" or "src" or "e-print" or "papers" or "overview" or "ps"
            : address.Host is "huggingface.co" or "hf.co" && address.Lower(0) is "papers";
        var id = address switch
        {
            { Host: "arxiv" } => address.From(0),
            { Host: "arxiv.org" } when address.Lower(0) is "ftp" => address.Segments[^1],
            _ => isPaper ? address.From(1) : "",
        };
        if (ToId(id) is { } arxiv) yield return new("arxiv", arxiv);
    }

    /// <summary>OpenReview, ACL Anthology, PubMed, PubMed Central, HAL, SSRN.</summary>
    public static IEnumerable<Identifier> Others(ResourceAddress address) => address switch
    {
        { Host: "openreview.net" } when address.Lower(0) is "forum" or "pdf" => Of("openreview", address.Parameter("id")),
        { Host: "aclanthology.org" or "aclanthology.info" } => Of("acl", AnthologyId(address.Segments is [] ? "" : address.Segments[^1])),
        { Host: "aclweb.org" } when address.Lower(0) is "anthology" => Of("acl", AnthologyId(address.Segments[^1])),
        { Host: "pubmed.ncbi.nlm.nih.gov" } => Of("pubmed", Number(address.Lower(0))),
        { Host: "ncbi.nlm.nih.gov" } when address.Lower(0) is "pubmed" => Of("pubmed", Number(address.Lower(1))),
        { Host: "ncbi.nlm.nih.gov" } when address.Lower(0) is "pmc" => Of("pmc", CentralId(address.Lower(2))),
        { Host: "pmc.ncbi.nlm.nih.gov" } => Of("pmc", CentralId(address.Lower(1))),
        { Host: "europepmc.org" } when address.Lower(1) is "med" => Of("pubmed", Number(address.Lower(2))),
        { Host: "europepmc.org" } when address.Lower(1) is "pmc" => Of("pmc", CentralId(address.Lower(2))),
        { Host: "papers.ssrn.com" } => Of("ssrn", Number(address.Parameter("abstract_id") ?? address.Parameter("abstractid") ?? "")),
        { Host: "ssrn.com" } => Of("ssrn", Number(address.Lower(0).Replace("abstract=", "", StringComparison.Ordinal))),
        _ when address.IsAt("hal.science") || address.IsAt("archives-ouvertes.fr") => Of("hal", HalId(address.Lower(0))),
        _ => [],
    };

    private static string? ToId(string path)
    {
        var id = path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path;
        if (id.StartsWith("arxiv:", StringComparison.OrdinalIgnoreCase)) id = id[6..];
        return IdentifierReader.ToArxivId(id);
    }

    private static IEnumerable<Identifier> Of(string scheme, string? value) =>
        string.IsNullOrWhiteSpace(value) ? [] : [new Identifier(scheme, value.Trim())];

    private static string? Number(string text) => Digits.Are(text, 1, 11) ? text : null;

    private static string? CentralId(string text) => text.StartsWith("pmc", StringComparison.Ordinal) && Number(text[3..]) is { } id ? $"PMC{id}" : null;

    /// <summary><c>P18-5006</c> in capitals, <c>2020.acl-main.1</c> in lower case, as the Anthology writes them.</summary>
    private static string? AnthologyId(string text)
    {
        var name = text.ToLowerInvariant();
        if (name.EndsWith(".pdf", StringComparison.Ordinal) || name.EndsWith(".bib", StringComparison.Ordinal)) name = name[..^4];
        name = Digits.WithoutVersion(name).ToString();
        var isOld = name is [>= 'a' and <= 'z', _, _, '-', ..] && Digits.Are(name.AsSpan(1, 2), 2, 2) && Digits.Are(name.AsSpan(4), 4, 4);
        if (isOld) return name.ToUpperInvariant();

        var isNew = name.Split('.') is [var year, var volume, var number]
            && Digits.Are(year, 4, 4) && volume.Contains('-', StringComparison.Ordinal) && Digits.Are(number, 1, 5);
        return isNew ? name : null;
    }

    private static string? HalId(string text)
    {
        var id = Digits.WithoutVersion(text).ToString();
        var dash = id.IndexOf('-', StringComparison.Ordinal);
        return dash is > 1 and < 10 && id[..dash].All(char.IsAsciiLetterLower) && Digits.Are(id.AsSpan(dash + 1), 5, 10) ? id : null;
    }
}
