namespace Transformers.Parsing.Syntax;

/// <summary>Finds the comments of a text and puts a filler in their place, so that nothing in them is ever parsed.</summary>
/// <remarks>
/// "Comments" in Basic formatting syntax of the Obsidian help. <c>%%</c> begins a comment unless it stands in code; it goes on, over
/// lines and blocks, to the next <c>%%</c> whatever stands between. Without one, a comment that begins a line goes on to the end of
/// the note, and <c>%%</c> within a line is text. Every character of a comment becomes <see cref="Filler"/>, line ends too: positions
/// stay what they are, and a comment is always within one line.
/// </remarks>
internal sealed class CommentMask
{
    /// <summary>Stands for each character of a comment: a code point that is not a character and means nothing in texts.</summary>
    public const char Filler = '\uFFFE';

    private const string Delimiter = "%%";

    private readonly string _text;
    private readonly CodeLines _code = new();
    private int _position;
    private int _lineEnd;
    private int _paragraphEnd;

    private CommentMask(string text) => _text = text;

    /// <summary>The text with its comments filled.</summary>
    public static string Apply(string text)
    {
        if (!text.Contains(Delimiter, StringComparison.Ordinal)) return text;

        var mask = new CommentMask(text);
        char[]? masked = null;
        while (mask.Next() is var (start, end)) (masked ??= text.ToCharArray()).AsSpan(start..end).Fill(Filler);
        return masked is null ? text : new string(masked);
    }

    /// <summary>A part of a masked text without its comments, for what is no text: a target, an address, a formula.</summary>
    public static string Without(ReadOnlySpan<char> masked) =>
        masked.Contains(Filler) ? masked.ToString().Replace(Filler.ToString(), "", StringComparison.Ordinal) : masked.ToString();

    /// <summary>The next comment, or null.</summary>
    private (int Start, int End)? Next()
    {
        while (_position < _text.Length)
        {
            if (_position >= _lineEnd && !BeginLine()) continue;
            if (!FindDelimiter()) continue;

            var start = _position;
            _position = EndOfComment(start);
            if (_position < 0)
            {
                _position = _text.Length;
                return null;
            }

            if (_position > _lineEnd) _lineEnd = EndOfLine(_position - 1);
            return (start, _position);
        }

        return null;
    }

    /// <summary>Steps over a line of code, or enters a line of text.</summary>
    private bool BeginLine()
    {
        _lineEnd = EndOfLine(_position);
        var isWhole = _position == 0 || _text[_position - 1] is '\n' or '\r';
        if (!isWhole || !_code.Takes(_text.AsSpan(_position.._lineEnd))) return true;
        _position = _lineEnd;
        return false;
    }

    /// <summary>Goes to the next comment in the line, or behind the line or the code that ends on a later one.</summary>
    private bool FindDelimiter()
    {
        while (_position < _lineEnd)
        {
            var found = _text.AsSpan(_position.._lineEnd).IndexOfAny('%', '`', '\\');
            _position = found < 0 ? _lineEnd : _position + found;
            if (found < 0) return false;

            switch (_text[_position])
            {
                case '\\':
                    _position += _position + 1 < _lineEnd && _text[_position + 1] is not ('\n' or '\r') ? 2 : 1;
                    break;
                case '`':
                    _position = BehindCode();
                    break;
                default:
                    if (_text.AsSpan(_position).StartsWith(Delimiter)) return true;
                    _position++;
                    break;
            }
        }

        return false;
    }

    /// <summary>Behind a comment, or negative for a delimiter that begins none.</summary>
    private int EndOfComment(int start)
    {
        var close = _text.IndexOf(Delimiter, start + Delimiter.Length, StringComparison.Ordinal);
        if (close >= 0) return close + Delimiter.Length;
        var before = _text.AsSpan(0, start);
        return before[(before.LastIndexOfAny('\n', '\r') + 1)..].ContainsAnyExcept(" \t>") ? -1 : _text.Length;
    }

    /// <summary>Behind the code span that begins with a run of backticks, or behind the run if it closes nowhere in its paragraph.</summary>
    private int BehindCode()
    {
        var length = InlinePlacing.RunLength(_text.AsSpan(_position));
        if (_paragraphEnd <= _position) _paragraphEnd = EndOfParagraph();
        var closing = CodeSpanParser.FindClosing(_text.AsSpan(0, _paragraphEnd), _position + length, length);
        return (closing < 0 ? _position : closing) + length;
    }

    private int EndOfParagraph()
    {
        var end = _lineEnd;
        while (end < _text.Length)
        {
            var next = EndOfLine(end);
            if (_text.AsSpan(end..next).IsWhiteSpace()) break;
            end = next;
        }

        return end;
    }

    /// <summary>The start of the line after the one that holds a position.</summary>
    private int EndOfLine(int position)
    {
        var end = _text.AsSpan(position).IndexOfAny('\n', '\r');
        if (end < 0) return _text.Length;
        end += position;
        return _text.AsSpan(end).StartsWith("\r\n") ? end + 2 : end + 1;
    }
}
