using Markdig.Helpers;
using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>What stands in the parentheses of an inline link.</summary>
/// <param name="Url">The destination, unescaped; may be empty.</param>
/// <param name="UrlSpan">The destination as offsets into the slice's text.</param>
/// <param name="Title">The title, unescaped, if any.</param>
/// <param name="Id">A block id that stands where a title might, without <c>^</c>, if any.</param>
/// <param name="IdSpan">The <c>^id</c>, as offsets into the slice's text.</param>
/// <param name="Before">The blanks behind the opening parenthesis, likewise; empty where there are none.</param>
/// <param name="After">The blanks before the closing parenthesis, likewise.</param>
/// <param name="End">The closing parenthesis, likewise.</param>
internal readonly record struct LinkDestination(
    string Url, SourceSpan UrlSpan, string? Title, string? Id, SourceSpan IdSpan, SourceSpan Before, SourceSpan After, int End)
{
    // As in cmark: more parentheses in one another are no URL, and looking for their ends takes too long.
    private const int MaximumParentheses = 32;

    /// <summary>Reads a target (CommonMark 6.3), or one with a block id that slipped into its parentheses.</summary>
    /// <param name="slice">Begins with the opening parenthesis.</param>
    public static LinkDestination? Read(StringSlice slice)
    {
        var text = slice.Text.AsSpan(0, slice.End + 1);
        var begin = SkipBlanks(text, slice.Start + 1);
        if (UrlAt(text, begin) is not var (first, last, next)) return null;

        var position = SkipBlanks(text, next);
        var contentEnd = next;
        string? title = null, id = null;
        var idSpan = SourceSpan.Empty;
        if (position > next && position < text.Length)
        {
            if (text[position] is '"' or '\'' or '(')
            {
                var close = EndOfTitle(text, position);
                if (close < 0) return null;
                title = Written(text[(position + 1)..close]);
                position = close + 1;
            }
            else if (text[position] == '^' && BlockIds.LengthOfId(text[(position + 1)..]) is > 0 and var length)
            {
                id = text.Slice(position + 1, length).ToString();
                idSpan = new SourceSpan(position, position + length);
                position += length + 1;
            }

            if (title is not null || id is not null) contentEnd = position;
            position = SkipBlanks(text, position);
        }

        if (position >= text.Length || text[position] != ')') return null;
        return new(
            Written(text[first..(last + 1)]), new SourceSpan(first, last), title, id, idSpan,
            new SourceSpan(slice.Start + 1, begin - 1), new SourceSpan(contentEnd, position - 1), position);
    }

    /// <summary>What was meant by what stands there: without comments, entities and escapes.</summary>
    private static string Written(ReadOnlySpan<char> text) => HtmlHelper.Unescape(CommentMask.Without(text));

    private static int SkipBlanks(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\n' or '\r') position++;
        return position;
    }

    /// <summary>The destination that begins at a position and where it is over, or null.</summary>
    private static (int First, int Last, int Next)? UrlAt(ReadOnlySpan<char> text, int position)
    {
        if (position < text.Length && text[position] == '<')
        {
            var close = EndOfPointyUrl(text, position + 1);
            return close < 0 ? null : (position + 1, close - 1, close + 1);
        }

        var depth = 0;
        var end = position;
        for (; end < text.Length; end++)
        {
            var c = text[end];
            if (c is <= ' ' or '\x7F') break;
            if (c == '\\' && end + 1 < text.Length && char.IsAscii(text[end + 1]) && char.IsPunctuation(text[end + 1])) end++;
            else if (c == '(' && ++depth > MaximumParentheses) return null;
            else if (c == ')' && --depth < 0) break;
        }

        return depth > 0 ? null : (position, end - 1, end);
    }

    private static int EndOfPointyUrl(ReadOnlySpan<char> text, int position)
    {
        for (; position < text.Length; position++)
        {
            switch (text[position])
            {
                case '>': return position;
                case '<' or '\n' or '\r': return -1;
                case '\\': position++; break;
            }
        }

        return -1;
    }

    private static int EndOfTitle(ReadOnlySpan<char> text, int position)
    {
        var open = text[position];
        var close = open == '(' ? ')' : open;
        for (position++; position < text.Length; position++)
        {
            if (text[position] == '\\') position++;
            else if (text[position] == close) return position;
            else if (text[position] == open) return -1;
        }

        return -1;
    }
}
