using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>A formula within text.</summary>
internal sealed class MathInline : LeafInline
{
    /// <summary>The formula as written, without its dollars.</summary>
    public required string Content { get; init; }

    /// <summary>True for <c>$$…$$</c>, which is set on a line of its own.</summary>
    public bool IsDisplay { get; init; }
}

/// <summary>Parses <c>$…$</c> and <c>$$…$$</c> within text ("Math" in Advanced formatting syntax of the Obsidian help).</summary>
/// <remarks>
/// After an opening dollar and before a closing one there is no white space, and after a closing one no digit, so that prices
/// stay text. Code spans are stronger than formulas. In a table <c>\|</c> is a bar in formulas too.
/// </remarks>
internal sealed class MathInlineParser : InlineParser
{
    public MathInlineParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var run = Math.Min(InlinePlacing.RunLength(slice.AsSpan()), 3);
        if (run < 3 && FindEnd(processor, slice, run) is >= 0 and var close)
        {
            var content = CommentMask.Without(slice.Text.AsSpan((slice.Start + run)..close));
            if (processor.Block?.Parent is TableCell) content = content.Replace("\\|", "|", StringComparison.Ordinal);
            processor.Inline = new MathInline { Content = content, IsDisplay = run == 2 }.At(processor, slice.Start, close + run - 1);
            slice.Start = close + run;
            return true;
        }

        return InlinePlacing.TakeAsText(processor, ref slice, InlinePlacing.RunLength(slice.AsSpan()));
    }

    /// <summary>Where the closing dollars begin, or a negative number.</summary>
    private int FindEnd(InlineProcessor processor, StringSlice slice, int run)
    {
        var from = slice.Start + run;
        var text = slice.Text.AsSpan(0, slice.End + 1);
        if (from >= text.Length) return -1;

        if (run == 1)
        {
            // The next dollar decides: where it can't close, people write of money.
            var close = char.IsWhiteSpace(text[from]) ? -1 : NextDollars(text, from);
            return close > 0 && InlinePlacing.RunLength(text[close..]) == 1 && CanClose(text, close) ? close : -1;
        }

        var end = processor.GetParserState<DisplaySearch>(this).Find(text, from);
        return end > 0 && text[from..end].IsWhiteSpace() ? -1 : end;
    }

    private static bool CanClose(ReadOnlySpan<char> text, int position) =>
        !char.IsWhiteSpace(text[position - 1]) && (position + 1 == text.Length || !char.IsAsciiDigit(text[position + 1]));

    /// <summary>The next run of dollars that stands in no code and behind no backslash, or a negative number.</summary>
    private static int NextDollars(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length)
        {
            var found = text[position..].IndexOfAny('$', '`', '\\');
            if (found < 0) return -1;

            position += found;
            if (text[position] == '$') return position;
            if (text[position] == '\\')
            {
                position += 2;
                continue;
            }

            var length = InlinePlacing.RunLength(text[position..]);
            position = length + Math.Max(position, CodeSpanParser.FindClosing(text, position + length, length));
        }

        return -1;
    }

    /// <summary>Looks for the end of <c>$$…$$</c>, which may hold single dollars, remembering what it found for those who ask later.</summary>
    private sealed class DisplaySearch
    {
        private int _found;

        public int Find(ReadOnlySpan<char> text, int from)
        {
            if (_found >= from || _found < 0) return _found;

            _found = NextDollars(text, from);
            while (_found >= 0 && InlinePlacing.RunLength(text[_found..]) is not 2 and var length) _found = NextDollars(text, _found + length);
            return _found;
        }
    }
}
