using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>
/// Parses addresses that stand in the text by themselves ("Autolinks (extension)", GFM 6.9): a <see cref="LinkInline"/> with
/// <see cref="LinkInline.IsAutoLink"/>, and the address as written for its text.
/// </summary>
/// <remarks>More than GFM: <c>ftp:</c>, <c>mailto:</c> and hosts without a dot. Less: mail addresses without <c>mailto:</c>.</remarks>
internal sealed class BareUrlParser : InlineParser
{
    private static readonly string[] Schemes = ["https://", "http://", "ftp://", "mailto:", "www."];

    public BareUrlParser() => OpeningCharacters = ['h', 'H', 'f', 'F', 'm', 'M', 'w', 'W'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (char.IsLetterOrDigit(slice.PeekCharExtra(-1))) return false;

        var text = slice.AsSpan();
        if (SchemeOf(text) is not { } scheme) return false;

        var length = LengthOf(text, scheme.Length);
        if (length <= scheme.Length || !BeginsHost(text[scheme.Length])) return false;

        var last = slice.Start + length - 1;
        var url = text[..length].ToString();
        if (processor.Block?.Parent is TableCell) url = url.Replace("\\|", "|", StringComparison.Ordinal);
        var link = new LinkInline { Url = scheme[0] == 'w' ? "http://" + url : url, IsAutoLink = true, IsClosed = true }
            .At(processor, slice.Start, last);
        link.UrlSpan = link.Span;
        link.AppendChild(new LiteralInline(url) { Span = link.Span, Line = link.Line, Column = link.Column, IsClosed = true });
        processor.Inline = link;
        slice.Start = last + 1;
        return true;
    }

    private static bool BeginsHost(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '[' or '_';

    private static string? SchemeOf(ReadOnlySpan<char> text)
    {
        foreach (var scheme in Schemes)
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return scheme;
        }

        return null;
    }

    /// <summary>Up to white space, an angle bracket, code or a bracket that was opened before, without what is rather the sentence's.</summary>
    private static int LengthOf(ReadOnlySpan<char> text, int from)
    {
        var brackets = 0;
        var end = from;
        for (; end < text.Length; end++)
        {
            var c = text[end];
            if (c is '<' or '>' or '`' or CommentMask.Filler || char.IsWhiteSpace(c) || char.IsControl(c)) break;
            if (c == '[') brackets++;
            else if (c == ']' && --brackets < 0) break;
        }

        return WithoutPunctuation(text, end);
    }

    /// <summary>"Extended autolink path validation" of GFM 6.9.</summary>
    private static int WithoutPunctuation(ReadOnlySpan<char> text, int end)
    {
        var surplus = text[..end].Count(')') - text[..end].Count('(');
        while (end > 0)
        {
            var last = text[end - 1];
            if (last is '?' or '!' or '.' or ',' or ':' or '*' or '_' or '~' or '\'' or '"') end--;
            else if (last == '=' && text[..end].EndsWith("==")) end -= 2;
            else if (last == ')' && surplus-- > 0) end--;
            else if (last == ';' && LengthOfEntity(text[..end]) is > 0 and var length) end -= length;
            else break;
        }

        return end;
    }

    /// <summary>The length of what looks like an entity at a text's end: <c>&amp;copy;</c>.</summary>
    private static int LengthOfEntity(ReadOnlySpan<char> text)
    {
        var start = text.Length - 2;
        while (start > 0 && char.IsAsciiLetterOrDigit(text[start])) start--;
        return start >= 0 && start < text.Length - 2 && text[start] == '&' ? text.Length - start : 0;
    }
}
