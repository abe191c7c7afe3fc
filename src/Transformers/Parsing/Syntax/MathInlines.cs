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
/// stay text. Code spans are stronger than formulas.
/// </remarks>
internal sealed class MathInlineParser : InlineParser
{
    public MathInlineParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var run = Math.Min(InlinePlacing.RunLength(slice.AsSpan()), 3);
        if (run < 3 && FindEnd(processor, slice, run) is > 0 and var close)
        {
            var content = slice.Text[(slice.Start + run)..close];
            processor.Inline = new MathInline { Content = content, IsDisplay = run == 2 }.At(processor, slice.Start, close + run - 1);
            slice.Start = close + run;
            return true;
        }

        return InlinePlacing.TakeAsText(processor, ref slice, InlinePlacing.RunLength(slice.AsSpan()));
    }

    private int FindEnd(InlineProcessor processor, StringSlice slice, int run)
    {
        var first = slice.PeekChar(run);
        if (first == '\0' || (run == 1 && char.IsWhiteSpace(first))) return -1;

        var search = processor.GetParserState<DollarSearch>(this);
        var close = search.Find(slice, slice.Start + run, run);
        var isBlank = close > 0 && slice.Text.AsSpan((slice.Start + run)..close).IsWhiteSpace();
        return isBlank ? -1 : close;
    }

    /// <summary>Finds closing dollars from left to right, remembering what it has seen.</summary>
    private sealed class DollarSearch
    {
        private readonly Cursor[] _cursors = [new(), new()];

        public int Find(StringSlice slice, int from, int run)
        {
            var cursor = _cursors[run - 1];
            while (cursor.Found < from && cursor.Found != int.MaxValue)
            {
                cursor.Found = Next(slice, Math.Max(from, cursor.Found + 1), run);
            }

            return cursor.Found == int.MaxValue ? -1 : cursor.Found;
        }

        private static int Next(StringSlice slice, int position, int run)
        {
            var text = slice.Text.AsSpan(0, slice.End + 1);
            while (position < text.Length)
            {
                var found = text[position..].IndexOfAny('$', '`', '\\');
                if (found < 0) break;
                position += found;
                if (text[position] == '\\')
                {
                    position += 2;
                    continue;
                }

                var length = InlinePlacing.RunLength(text[position..]);
                if (text[position] == '$' && length == run && (run == 2 || CanClose(text, position))) return position;

                var close = text[position] == '`' ? CodeSpanParser.FindClosing(text, position + length, length) : -1;
                position = length + Math.Max(position, close);
            }

            return int.MaxValue;
        }

        private static bool CanClose(ReadOnlySpan<char> text, int position) =>
            !char.IsWhiteSpace(text[position - 1]) && (position + 1 == text.Length || !char.IsAsciiDigit(text[position + 1]));

        private sealed class Cursor
        {
            public int Found { get; set; } = -1;
        }
    }
}
