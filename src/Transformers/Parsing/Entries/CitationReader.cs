using Transformers.Model;
using Transformers.Text;

namespace Transformers.Parsing.Entries;

/// <summary>Reads title, authors, year and publisher from what a curator wrote around a link.</summary>
/// <remarks>
/// Precision before recall: brackets that hold anything but a citation belong to the title. A citation stands at the end of the
/// link's text, before <c> - </c>, <c>:</c> or <c>.</c> in it, behind the link, or, as in titles copied from a browser,
/// after <c>|</c> or <c> - </c>.
/// </remarks>
internal static class CitationReader
{
    /// <summary>The longest citation, in UTF-16 code units; longer brackets are prose.</summary>
    private const int LongestCitation = 300;

    /// <summary>Reads one entry's or resource's naming text.</summary>
    /// <param name="linkText">The plain text of the link, or of the whole item where it has none.</param>
    /// <param name="textAfter">The plain text that follows the link at once, or null.</param>
    /// <param name="kind">The first kind tag, which tells a speaker from a school: in <c>(Bengio)</c> on a talk, <c>(Stanford)</c> on a course.</param>
    public static Citation Read(string linkText, string? textAfter, string? kind = null)
    {
        var policy = NamePolicies.Of(kind);
        var title = TitleText.Within(linkText);
        var found = CitationDetails.None;
        TextSpan? rest = null;

        // Twice, for a site's name behind the citation: "Title (2021) (arxiv.org)". One that names its authors and its year wants no other.
        for (var round = 0; round < 2 && title.Length > 0 && found is not { Year: not null, Authors: not [] }; round++)
        {
            if (AtEnd(linkText, title, policy) is not var (details, length)) break;
            found = found.Over(details);
            title = TitleText.Trim(linkText, new TextSpan(title.Start, length));
        }

        if (!found.HasDate && InTheMiddle(linkText, title, policy) is var (middle, tail))
        {
            found = found.Over(middle);
            rest = tail;
            title = TitleText.Trim(linkText, new TextSpan(title.Start, middle.Span!.Value.Start - title.Start));
        }

        if (found.IsEmpty && textAfter is { Length: > 0 }) found = Behind(linkText, textAfter, policy);
        return Combine(linkText, title, rest, found, policy);
    }

    private static Citation Combine(string text, TextSpan title, TextSpan? rest, CitationDetails found, NamePolicy policy)
    {
        title = TitleText.WithoutSite(text, title);
        var name = TitleText.Fold(text.AsSpan(title.Start, title.Length));
        if (rest is { } tail) name = TitleText.Join(name, text[tail.Start..tail.End]);
        var hasTitle = name.Length > 0 && !TitleText.IsAddress(name) && !TitleText.IsCrossReference(name);
        return new Citation
        {
            Title = hasTitle ? name : null,
            ShortTitle = hasTitle ? TitleText.ShortTitle(name, policy) : null,
            TitleSpan = hasTitle ? title : null,
            Authors = found.Authors,
            AuthorsSpan = found.AuthorsSpan,
            Year = found.Year,
            YearSpan = found.YearSpan,
            Publisher = found.Publisher,
            CitationSpan = found.Span,
        };
    }

    /// <summary>The citation that ends the title, and the length of the title before it.</summary>
    private static (CitationDetails Details, int Length)? AtEnd(string text, TextSpan title, NamePolicy policy)
    {
        var span = text.AsSpan(title.Start, title.Length);
        if (span[^1] == ')')
        {
            var open = OpeningBracket(span);
            if (open < 0) return null;
            var content = new TextSpan(title.Start + open + 1, span[open..].TrimEnd(')').Length - 1);
            var brackets = new TextSpan(title.Start + open, span.Length - open);
            var details = CitationDetailsReader.Read(text, content, brackets, text.AsSpan(title.Start, open), policy);
            return details is null ? null : (details, open);
        }

        return AfterBar(text, title, policy) ?? AfterDash(text, title, policy);
    }

    /// <summary>What follows the first bar of <c>Title | PyData 2020 | Speaker</c>, if all of it is understood.</summary>
    private static (CitationDetails Details, int Length)? AfterBar(string text, TextSpan title, NamePolicy policy)
    {
        var bar = text.AsSpan(title.Start, title.Length).IndexOf('|');
        if (bar <= 0 || title.Length - bar > LongestCitation) return null;
        var tail = new TextSpan(title.Start + bar + 1, title.Length - bar - 1);
        var details = CitationDetailsReader.Read(text, tail, tail, text.AsSpan(title.Start, bar), policy);
        return details is { Publisher: not null, IsWhole: true } or { IsSite: true } ? (details, bar) : null;
    }

    /// <summary>What follows the last dash of <c>Title - PyCon 2018</c>, if it is a known publisher and nothing else.</summary>
    private static (CitationDetails Details, int Length)? AfterDash(string text, TextSpan title, NamePolicy policy)
    {
        var dash = text.AsSpan(title.Start, title.Length).LastIndexOf(" - ");
        if (dash <= 0 || title.Length - dash > LongestCitation) return null;
        var tail = new TextSpan(title.Start + dash + 3, title.Length - dash - 3);
        var details = CitationDetailsReader.Read(text, tail, tail, text.AsSpan(title.Start, dash), policy);
        var isPublisher = details is { Publisher: { } publisher, Authors: [], IsWhole: true } && Organisations.IsExact(publisher);
        return isPublisher || details is { IsSite: true } ? (details!, dash) : null;
    }

    /// <summary>The citation in the first brackets of <c>Name (Uber) - what it is</c>, and the text behind it.</summary>
    private static (CitationDetails Details, TextSpan Tail)? InTheMiddle(string text, TextSpan title, NamePolicy policy)
    {
        var span = text.AsSpan(title.Start, title.Length);
        var open = span.IndexOf('(');
        if (open <= 0) return null;
        var close = ClosingBracket(span[open..]);
        if (close < 0) return null;

        var end = open + close + 1;
        var rest = span[end..];
        var isSeparated = rest.TrimStart() is [':' or '.', ' ', ..] or ['-' or '–' or '—', ' ', ..];
        if (!isSeparated) return null;
        var details = CitationDetailsReader.Read(
            text, new TextSpan(title.Start + open + 1, close - 1), new TextSpan(title.Start + open, close + 1), span[..open], policy);
        return details is null ? null : (details, new TextSpan(title.Start + end, rest.Length));
    }

    /// <summary>The citation in <c>[title](url) (2015)</c> or <c>[title](url). Author (2015)</c>.</summary>
    private static CitationDetails Behind(string linkText, string textAfter, NamePolicy policy)
    {
        var start = textAfter.Length - textAfter.AsSpan().TrimStart().Length;
        var isByline = textAfter.AsSpan(start) is ['.' or ',', ' ', ..];
        if (isByline) start += 2;

        var open = textAfter.AsSpan(start, Math.Min(textAfter.Length - start, LongestCitation)).IndexOf('(');
        if (open < 0 || (open > 0 && !isByline)) return CitationDetails.None;
        var close = ClosingBracket(textAfter.AsSpan(start + open));
        if (close < 0) return CitationDetails.None;

        // One coordinate system for both texts; nothing behind the brackets matters.
        var whole = string.Concat(linkText, textAfter.AsSpan(0, start + open + close + 1));
        var brackets = new TextSpan(linkText.Length + start + open, close + 1);
        var content = new TextSpan(brackets.Start + 1, close - 1);
        return open > 0
            ? CitationDetailsReader.ReadByline(whole, new TextSpan(linkText.Length + start, open), content) ?? CitationDetails.None
            : CitationDetailsReader.Read(whole, content, brackets, linkText, policy) ?? CitationDetails.None;
    }

    /// <summary>Where the bracket opens that ends the text; a surplus closing one is forgiven. -1 for none near.</summary>
    private static int OpeningBracket(ReadOnlySpan<char> text)
    {
        var depth = 0;
        var outermost = -1;
        for (var i = text.Length - 1; i >= 0 && text.Length - i <= LongestCitation; i--)
        {
            if (text[i] == ')') depth++;
            if (text[i] != '(') continue;
            outermost = i;
            if (--depth == 0) return i;
        }

        return text.EndsWith("))") ? outermost : -1;
    }

    /// <summary>Where the bracket closes that begins the text, or -1 if not near.</summary>
    private static int ClosingBracket(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length && i < LongestCitation; i++)
        {
            if (text[i] == '(') depth++;
            if (text[i] == ')' && --depth == 0) return i;
        }

        return -1;
    }
}
