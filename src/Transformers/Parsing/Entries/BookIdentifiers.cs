using Transformers.Model;

namespace Transformers.Parsing.Entries;

/// <summary>Reads an ISBN from the address of a bookshop or a publisher.</summary>
/// <remarks>An ISBN counts only with a correct check digit (ISBN Users' Manual, appendix 1), and is written with thirteen digits.</remarks>
internal static class BookIdentifiers
{
    /// <summary>The ISBN, or nothing.</summary>
    public static IEnumerable<Identifier> Read(ResourceAddress address)
    {
        if (Candidate(address) is { } text && ToIsbn13(text) is { } isbn) yield return new("isbn", isbn);
    }

    /// <summary>The thirteen digits of a valid ISBN-10 or ISBN-13, hyphens aside; else null.</summary>
    public static string? ToIsbn13(string text)
    {
        var digits = text.Replace("-", "", StringComparison.Ordinal);
        return digits.Length switch
        {
            10 when IsValid10(digits) => WithCheckDigit("978" + digits[..9]),
            13 when digits[..3] is "978" or "979" && digits.All(char.IsAsciiDigit) && string.Equals(WithCheckDigit(digits[..12]), digits, StringComparison.Ordinal) => digits,
            _ => null,
        };
    }

    private static string? Candidate(ResourceAddress address)
    {
        if (IsAmazon(address.Host)) return After(address, "dp") ?? After(address, "product") ?? After(address, "ASIN");
        if (address.Host.StartsWith("books.google.", StringComparison.Ordinal)) return address.Parameter("isbn") ?? address.Parameter("vid")?.Replace("ISBN", "", StringComparison.OrdinalIgnoreCase);
        if (address.Host is "openlibrary.org" or "worldcat.org") return After(address, "isbn");

        var isPublisher = address.IsAt("oreilly.com") || address.IsAt("routledge.com") || address.IsAt("crcpress.com") || address.IsAt("taylorfrancis.com")
            || address.IsAt("springer.com") || address.IsAt("wiley.com") || address.IsAt("packtpub.com") || address.IsAt("barnesandnoble.com");
        return isPublisher ? address.Segments.Select(Isbn13).FirstOrDefault(isbn => isbn is not null) : null;
    }

    private static bool IsAmazon(string host) => host.StartsWith("amazon.", StringComparison.Ordinal) || host is "smile.amazon.com";

    private static string? After(ResourceAddress address, string segment)
    {
        var at = address.Segments.IndexOf(segment, 0, StringComparer.OrdinalIgnoreCase);
        return at >= 0 && at + 1 < address.Segments.Length ? address.Segments[at + 1] : null;
    }

    private static bool IsValid10(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 10; i++)
        {
            var isTen = i == 9 && digits[i] is ('X' or 'x');
            if (!isTen && !char.IsAsciiDigit(digits[i])) return false;
            sum += (10 - i) * (isTen ? 10 : digits[i] - '0');
        }

        return sum % 11 == 0;
    }

    private static string WithCheckDigit(string twelve)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++) sum += (i % 2 == 0 ? 1 : 3) * (twelve[i] - '0');
        return $"{twelve}{(10 - (sum % 10)) % 10}";
    }

    /// <summary>The number that is a whole segment, or ends one: <c>Essential+Mathematics-p-9780470694480</c>, <c>9781787282858.do</c>.</summary>
    private static string? Isbn13(string segment)
    {
        var text = segment.AsSpan();
        if (text.EndsWith(".do")) text = text[..^3];
        var isNumber = text.Length >= 13 && Digits.Are(text[^13..], 13, 13) && (text.Length == 13 || text[..^13].EndsWith("p-"));
        return isNumber ? text[^13..].ToString() : null;
    }
}
