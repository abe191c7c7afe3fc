using System.Buffers;
using System.Collections.Immutable;
using Transformers.Model;

namespace Transformers.Parsing.Entries;

/// <summary>Reads a DOI from the resolver's address, and from those publishers' addresses that hold it.</summary>
/// <remarks>
/// A DOI has no case (DOI Handbook, 2.4); ours are lower. A publisher's path is read only where its form says where the DOI ends.
/// arXiv gives its papers DOIs that hold their ids; they yield both.
/// </remarks>
internal static class DoiReader
{
    private static readonly ImmutableArray<string> Views =
        ["/full", "/pdf", "/epdf", "/abstract", "/meta", "/html", "/htm", "/xml", "/figures", "/references", "/tables", "/fulltext"];

    private static readonly SearchValues<char> NotInDois = SearchValues.Create(" \t\n\"");

    private static readonly SearchValues<char> PreprintNumber = SearchValues.Create("0123456789.");

    private static readonly ImmutableArray<string> Extensions = [".pdf", ".epdf", ".full"];

    /// <summary>The DOI, behind the arXiv id if it holds one; or nothing.</summary>
    public static IEnumerable<Identifier> Read(ResourceAddress address)
    {
        if (Find(address) is not { } found || !IsDoi(found)) yield break;

        var doi = found.ToLowerInvariant();
        if (doi.StartsWith("10.48550/arxiv.", StringComparison.Ordinal) && IdentifierReader.ToArxivId(doi["10.48550/arxiv.".Length..]) is { } arxiv)
        {
            yield return new("arxiv", arxiv);
        }

        yield return new("doi", doi);
    }

    private static string? Find(ResourceAddress address) => address.Host switch
    {
        "doi.org" or "dx.doi.org" or "doi" => address.From(0),
        "nature.com" => Nature(address),
        "zenodo.org" when address.Lower(0) is "record" or "records" && IsNumber(address.Lower(1)) => $"10.5281/zenodo.{address.Lower(1)}",
        "journals.plos.org" => address.Parameter("id"),
        "journals.ametsoc.org" when address.Lower(0) is "view" => Meteorological(address.Segments[^1]),
        "biorxiv.org" or "medrxiv.org" => Preprint(address),
        "academic.oup.com" => Oxford(address),
        "atmos-chem-phys.net" or "geosci-model-dev.net" or "hydrol-earth-syst-sci.net" or "earth-syst-sci-data.net" or "nat-hazards-earth-syst-sci.net"
            => Copernicus(OldCopernicusName(address.Host), address, first: 0),
        _ when address.IsAt("copernicus.org") => Copernicus(address.Host.Split('.')[0], address, first: 1),
        _ when address.IsAt("biomedcentral.com") || address.IsAt("springeropen.com") || address.Host is "link.springer.com" => Single(address),
        _ => InPath(address),
    };

    /// <summary>A DOI behind <c>/doi/</c> (Atypon's platform), or one behind a path segment that is its prefix.</summary>
    private static string? InPath(ResourceAddress address)
    {
        var prefix = PrefixIndex(address);
        if (prefix < 0) return null;
        var isLast = address.Segments.Any(s => s.Equals("doi", StringComparison.OrdinalIgnoreCase))
            || address.IsAt("frontiersin.org") || address.Host is "iopscience.iop.org" or "journals.aps.org" or "royalsocietypublishing.org";
        return isLast ? WithoutView(address.From(prefix)) : null;
    }

    /// <summary>Prefix and one segment: <c>article/10.1007/s10618-020-00710-y/figures/1</c>.</summary>
    private static string? Single(ResourceAddress address)
    {
        var prefix = PrefixIndex(address);
        return prefix >= 0 && prefix + 1 < address.Segments.Length
            ? WithoutView($"{address.Segments[prefix]}/{address.Segments[prefix + 1]}")
            : null;
    }

    private static string? Nature(ResourceAddress address)
    {
        var id = address.Lower(0) is "articles" && address.Segments.Length >= 2 ? WithoutView(address.Lower(1)) : "";
        var isId = id.Length > 4 && id.Any(char.IsAsciiDigit) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
        if (!isId) return null;

        // Humanities and Social Sciences Communications, once Palgrave Communications.
        var isPalgrave = id.StartsWith("s41599-", StringComparison.Ordinal) || id.StartsWith("palcomms", StringComparison.Ordinal);
        return $"{(isPalgrave ? "10.1057" : "10.1038")}/{id}";
    }

    private static string? Preprint(ResourceAddress address)
    {
        var prefix = PrefixIndex(address);
        if (prefix < 0 || prefix + 1 >= address.Segments.Length) return null;
        // "2020.01.01.123456v1.full.pdf"
        var name = address.Segments[prefix + 1].AsSpan();
        var end = name.IndexOfAnyExcept(PreprintNumber);
        if (end >= 0) name = name[..end];
        return name.IsEmpty ? null : $"{address.Segments[prefix]}/{name.TrimEnd('.')}";
    }

    /// <summary>Behind the DOI, which has the journal's name and one more part, stands the publisher's own number.</summary>
    private static string? Oxford(ResourceAddress address)
    {
        var prefix = PrefixIndex(address);
        return prefix >= 0 && prefix + 2 < address.Segments.Length ? string.Join('/', address.Segments.Skip(prefix).Take(3)) : null;
    }

    /// <summary>Journals of Copernicus name volume, page and year; preprints their own id.</summary>
    private static string? Copernicus(string journal, ResourceAddress address, int first)
    {
        if (first == 1 && address.Lower(0) is "preprints") return CopernicusPreprint(address.Lower(1));
        var isArticle = first == 0 || address.Lower(0) is "articles";
        var (volume, page, year) = (address.Lower(first), address.Lower(first + 1), address.Lower(first + 2));
        return isArticle && journal.Length > 0 && IsNumber(volume) && IsNumber(page) && year.Length == 4 && IsNumber(year)
            ? $"10.5194/{journal}-{volume}-{page}-{year}"
            : null;
    }

    private static string? CopernicusPreprint(string name) =>
        name.Split('-') is [var journal, var year, var number] && journal.All(char.IsAsciiLetterLower) && Digits.Are(year, 4, 4) && IsNumber(number)
            ? $"10.5194/{name}"
            : null;

    private static string OldCopernicusName(string host) => host switch
    {
        "atmos-chem-phys.net" => "acp",
        "geosci-model-dev.net" => "gmd",
        "hydrol-earth-syst-sci.net" => "hess",
        "earth-syst-sci-data.net" => "essd",
        "nat-hazards-earth-syst-sci.net" => "nhess",
        _ => "",
    };

    /// <summary>The American Meteorological Society names files by their DOIs: <c>jcli-d-15-0556.1.xml</c>.</summary>
    private static string? Meteorological(string file)
    {
        var name = Path.GetExtension(file) is ".xml" or ".pdf" ? Path.GetFileNameWithoutExtension(file) : "";
        return name.Split('-') is [_, "d" or "D", var year, var number] && Digits.Are(year, 2, 2) && number is [_, _, _, _, '.', _]
            ? $"10.1175/{name}"
            : null;
    }

    private static int PrefixIndex(ResourceAddress address)
    {
        for (var i = 0; i < address.Segments.Length; i++)
        {
            if (IsPrefix(address.Segments[i])) return i;
        }

        return -1;
    }

    /// <summary>Drops the view of the article that some publishers append to the DOI.</summary>
    private static string WithoutView(string doi)
    {
        foreach (var view in Views)
        {
            var at = doi.IndexOf(view, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && (at + view.Length == doi.Length || doi[at + view.Length] == '/')) doi = doi[..at];
        }

        foreach (var extension in Extensions)
        {
            if (doi.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) doi = doi[..^extension.Length];
        }

        return doi;
    }

    private static bool IsDoi(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);

        // Under 10.5555, reserved for examples, the ACM keeps what has no DOI.
        var isExample = text.StartsWith("10.5555/", StringComparison.Ordinal);
        return !isExample && slash > 0 && slash + 1 < text.Length && IsPrefix(text.AsSpan(0, slash)) && !text.AsSpan().ContainsAny(NotInDois);
    }

    private static bool IsPrefix(ReadOnlySpan<char> text) => text.StartsWith("10.") && Digits.Are(text[3..], 4, 9);

    private static bool IsNumber(string text) => Digits.Are(text, 1, 11);
}
