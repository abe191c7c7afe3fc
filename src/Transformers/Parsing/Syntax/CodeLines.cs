namespace Transformers.Parsing.Syntax;

/// <summary>Tells, line by line and before any parsing, which lines of a text are code blocks.</summary>
/// <remarks>
/// It knows fences and indentation (CommonMark 4.4, 4.5) within quotes and lists as far as the lines tell by themselves;
/// what it takes for code may hold <c>%%</c> that begins no comment.
/// </remarks>
internal sealed class CodeLines
{
    private const int CodeIndent = 4;

    private char _fence;
    private int _fenceLength;
    private int _fenceQuotes;
    private bool _isFenceInList;
    private bool _isInList;
    private bool _isIndentedCode;
    private bool _isAfterBlank = true;

    /// <summary>True when the next line, with or without its end, belongs to a code block.</summary>
    public bool Takes(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        if (_fence != '\0' && !HasLeftFence(line)) return TakesInFence(line);
        if (line.IsEmpty)
        {
            _isAfterBlank = true;
            return false;
        }

        var prefix = Prefix.Of(line, _isInList);
        var isCode = OpensFence(line, prefix);
        _isIndentedCode = !isCode && !_isInList && !prefix.HasMarker && prefix.Indent >= CodeIndent && (_isAfterBlank || _isIndentedCode);
        if (prefix.HasMarker) _isInList = true;
        else if (_isAfterBlank && prefix.Indent == 0) _isInList = false;
        _isAfterBlank = false;
        return isCode || _isIndentedCode;
    }

    private bool OpensFence(ReadOnlySpan<char> line, Prefix prefix)
    {
        var content = line[prefix.Length..];
        if (content.IsEmpty || content[0] is not ('`' or '~')) return false;

        var length = InlinePlacing.RunLength(content);
        if (length < 3 || (content[0] == '`' && content[length..].Contains('`'))) return false;
        if (prefix.Indent >= CodeIndent && !_isInList) return false;

        _fence = content[0];
        _fenceLength = length;
        _fenceQuotes = prefix.Quotes;
        _isFenceInList = prefix.HasMarker || (_isInList && prefix.Indent >= 2);
        return true;
    }

    /// <summary>True when the container of the open fence ends before a line.</summary>
    private bool HasLeftFence(ReadOnlySpan<char> line)
    {
        var content = WithoutQuotes(line, _fenceQuotes);
        var isDedented = _isFenceInList && !content.IsEmpty && content[0] is not (' ' or '\t');
        if (!isDedented && Prefix.Of(line, isInList: false).Quotes >= _fenceQuotes) return false;

        _fence = '\0';
        return true;
    }

    /// <summary>A line behind the marks of the quotes that it is in, and the space after the last.</summary>
    private static ReadOnlySpan<char> WithoutQuotes(ReadOnlySpan<char> line, int quotes)
    {
        if (quotes == 0) return line;
        for (; quotes > 0; quotes--) line = line[(line.IndexOf('>') + 1)..];
        return line.StartsWith(' ') ? line[1..] : line;
    }

    private bool TakesInFence(ReadOnlySpan<char> line)
    {
        var content = WithoutQuotes(line, _fenceQuotes).TrimStart();
        if (content.Length >= _fenceLength && !content.ContainsAnyExcept(_fence)) _fence = '\0';
        return true;
    }

    /// <summary>What stands before a line's content.</summary>
    /// <param name="Length">In characters.</param>
    /// <param name="Quotes">How many quotes it is in.</param>
    /// <param name="HasMarker">Whether a list item begins in it.</param>
    /// <param name="Indent">The columns after the last mark of a container, or from the line's start.</param>
    private readonly record struct Prefix(int Length, int Quotes, bool HasMarker, int Indent)
    {
        public static Prefix Of(ReadOnlySpan<char> line, bool isInList)
        {
            var (length, quotes, hasMarker, indent) = (0, 0, false, 0);
            while (length < line.Length)
            {
                if (line[length] is ' ' or '\t')
                {
                    indent += line[length++] == ' ' ? 1 : CodeIndent - (indent % CodeIndent);
                    continue;
                }

                if (indent >= CodeIndent && !isInList) break;
                var marker = MarkerLength(line[length..]);
                if (marker == 0) break;

                if (line[length] == '>') quotes++;
                else hasMarker = true;
                length += marker;
                indent = 0;
            }

            return new(length, quotes, hasMarker, indent);
        }

        private static int MarkerLength(ReadOnlySpan<char> text)
        {
            if (text[0] == '>') return text.Length > 1 && text[1] == ' ' ? 2 : 1;

            var digits = text.IndexOfAnyExceptInRange('0', '9');
            var mark = digits > 0 && text[digits] is '.' or ')' ? digits + 1 : text[0] is '-' or '*' or '+' ? 1 : 0;
            return mark > 0 && mark < text.Length && text[mark] is ' ' or '\t' ? mark + 1 : 0;
        }
    }
}
