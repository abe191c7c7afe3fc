using System.Buffers;
using System.Text;
using Transformers.Text;

namespace Transformers.Parsing.Entries;

/// <summary>What of a link's text is the title, and what of the title is its short form.</summary>
internal static class TitleText
{
    private const int LongestShortTitle = 4;

    private static readonly SearchValues<char> Sentence = SearchValues.Create(",;?!|[]");

    /// <summary>The text without an arXiv id in front, an address behind, and what surrounds it.</summary>
    public static TextSpan Within(string text)
    {
        var all = Trim(text, new TextSpan(0, text.Length));
        var title = text.AsSpan(all.Start, all.Length);

        var id = title is ['[', .., _] ? title.IndexOf(']') : -1;
        if (id > 0 && IdentifierReader.IsArxivId(title[1..id])) all = new TextSpan(all.Start + id + 1, all.Length - id - 1);
        else if (title is ['[', .., ']'] && id == title.Length - 1) all = new TextSpan(all.Start + 1, all.Length - 2);

        title = text.AsSpan(all.Start, all.Length);
        var last = title.LastIndexOf(' ') + 1;
        if (last > 0 && IsAddress(title[last..])) all = new TextSpan(all.Start, last);
        else if (IsOpenBracket(title[last..])) all = new TextSpan(all.Start, last);
        return Trim(text, all);
    }

    /// <summary>The span without white space at its ends and punctuation that only led on to what followed.</summary>
    public static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ':' or ',' or ';' or '|' || IsDash(text, start, end - 1))) end--;
        return new TextSpan(start, end - start);
    }

    /// <summary>The span without the site's name that browsers put before or behind a title: <c>GitHub - …</c>.</summary>
    public static TextSpan WithoutSite(string text, TextSpan span)
    {
        var title = text.AsSpan(span.Start, span.Length);
        var dash = title.IndexOf(" - ");
        return dash > 0 && Organisations.IsSite(title[..dash]) ? new TextSpan(span.Start + dash + 3, span.Length - dash - 3) : span;
    }

    /// <summary>The text on one line: runs of white space become one blank.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>A title whose citation stood in its middle; the punctuation that followed stays with the first part.</summary>
    public static string Join(string before, string after)
    {
        var rest = Fold(after);
        return rest is [':' or '.', ..] ? before + rest : $"{before} {rest}";
    }

    /// <summary>True for text that is nothing but an address.</summary>
    public static bool IsAddress(ReadOnlySpan<char> text) =>
        !text.ContainsAny(" \t\n") &&
        (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ||
         text.StartsWith("www.", StringComparison.OrdinalIgnoreCase));

    /// <summary>The name before the first <c> - </c> or <c>: </c> outside brackets, or null if that is no name.</summary>
    public static string? ShortTitle(string title, NamePolicy policy)
    {
        var length = LengthBeforeSeparator(title);
        if (length <= 0) return null;

        var name = title.AsSpan(0, length).TrimEnd();
        if (name[^1] == ')' && name.IndexOf('(') is > 0 and var open) name = name[..open].TrimEnd();
        var words = name.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isName = words.Length is > 0 and <= LongestShortTitle
            && !name.ContainsAny(Sentence) && !name.Contains(". ", StringComparison.Ordinal)
            && !CommonWords.AreAllGeneric(words)
            && !(policy == NamePolicy.Speakers && words.Length > 1 && PersonName.IsFullName(name));
        return isName ? name.ToString() : null;
    }

    /// <summary>True for a pointer to another place, where the title stands: <c>See ResNet in</c>, <c>See ^id</c>.</summary>
    public static bool IsCrossReference(ReadOnlySpan<char> text) =>
        text.Equals("see", StringComparison.OrdinalIgnoreCase)
        || (text.StartsWith("see ", StringComparison.OrdinalIgnoreCase)
            && (text.EndsWith(" in") || text.EndsWith(" below") || text.EndsWith(" above") || text[4] is '^' or '#'));

    /// <summary>True for <c>(see</c>, whose rest was a link.</summary>
    private static bool IsOpenBracket(ReadOnlySpan<char> word) => word is ['(', ..] && !word.Contains(')');

    private static int LengthBeforeSeparator(string title)
    {
        var depth = 0;
        for (var i = 0; i + 2 < title.Length; i++)
        {
            if (title[i] == '(') depth++;
            if (title[i] == ')' && depth > 0) depth--;
            if (depth > 0) continue;
            if (title[i] == ':' && title[i + 1] == ' ') return i;
            if (title[i] == ' ' && title[i + 1] is ('-' or '–' or '—') && title[i + 2] == ' ') return i;
            if (title[i] == ' ' && title.AsSpan(i).StartsWith(" -- ")) return i;
        }

        return -1;
    }

    private static bool IsDash(string text, int start, int at) =>
        text[at] is '-' or '–' or '—' && (at == start || char.IsWhiteSpace(text[at - 1]));
}
