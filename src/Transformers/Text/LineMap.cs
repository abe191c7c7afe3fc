namespace Transformers.Text;

/// <summary>Where the lines of a text begin, so that an offset can be told as line and column.</summary>
/// <remarks>A line ends with <c>\n</c>, <c>\r\n</c> or a lone <c>\r</c> (CommonMark 0.31, 2.1).</remarks>
public sealed class LineMap
{
    private readonly List<int> _starts = [0];
    private readonly int _length;

    /// <summary>Finds the lines of a text in one pass.</summary>
    public LineMap(string text)
    {
        _length = text.Length;
        for (var at = text.AsSpan().IndexOfAny('\n', '\r'); at >= 0;)
        {
            var next = at + (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1);
            _starts.Add(next);
            var more = text.AsSpan(next).IndexOfAny('\n', '\r');
            at = more < 0 ? -1 : next + more;
        }
    }

    /// <summary>The line and column, both from 1, of an offset; one outside the text counts as its nearest end.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        offset = Math.Clamp(offset, 0, _length);
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - _starts[line] + 1);
    }

    /// <summary>The offset of a line and column, both from 1; one outside the text counts as its nearest end.</summary>
    public int OffsetOf(int line, int column) =>
        line > _starts.Count ? _length : Math.Clamp(_starts[Math.Max(line, 1) - 1] + column - 1, 0, _length);

    /// <summary>A line, from 1, with what ends it; empty for one that there is not.</summary>
    public TextSpan SpanOf(int line)
    {
        if (line < 1 || line > _starts.Count) return new(_length, 0);
        var end = line < _starts.Count ? _starts[line] : _length;
        return new(_starts[line - 1], end - _starts[line - 1]);
    }

    /// <summary>The range of a span of the text.</summary>
    public SourceRange Locate(TextSpan span)
    {
        var (line, column) = Locate(span.Start);
        var (endLine, endColumn) = Locate(span.End);
        return new(line, column, endLine, endColumn);
    }
}
