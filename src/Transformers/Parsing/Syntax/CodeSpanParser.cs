using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>Parses code spans (CommonMark 6.1); in a table <c>\|</c> is a bar in code too (GFM 4.10).</summary>
internal sealed class CodeSpanParser : InlineParser
{
    public CodeSpanParser() => OpeningCharacters = ['`'];

    /// <summary>Where the run of backticks begins that closes a code span, or a negative number.</summary>
    /// <remarks>Each length that closes nowhere is looked for once, as the last of its length: a text has few lengths.</remarks>
    /// <param name="text">The text up to where the code may go.</param>
    /// <param name="from">Behind the opening run.</param>
    /// <param name="length">The length of the opening run.</param>
    public static int FindClosing(ReadOnlySpan<char> text, int from, int length)
    {
        while (true)
        {
            var found = text[from..].IndexOf('`');
            if (found < 0) return -1;

            from += found;
            var run = InlinePlacing.RunLength(text[from..]);
            if (run == length) return from;
            from += run;
        }
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var length = InlinePlacing.RunLength(slice.AsSpan());
        var start = slice.Start + length;
        var close = FindClosing(slice.Text.AsSpan(0, slice.End + 1), start, length);
        if (close < 0) return InlinePlacing.TakeAsText(processor, ref slice, length);

        var content = Tidy(slice.Text.AsSpan(start..close));
        if (processor.Block?.Parent is TableCell) content = content.Replace("\\|", "|", StringComparison.Ordinal);
        processor.Inline = new CodeInline(content) { Delimiter = '`', DelimiterCount = length }.At(processor, slice.Start, close + length - 1);
        slice.Start = close + length;
        return true;
    }

    /// <summary>The content with line ends as spaces, and without the one space at either end that keeps it off the backticks.</summary>
    private static string Tidy(ReadOnlySpan<char> content)
    {
        var text = content.ContainsAny('\n', '\r') ? content.ToString().ReplaceLineEndings(" ") : content.ToString();
        return text is [' ', .., ' '] && text.AsSpan().ContainsAnyExcept(' ') ? text[1..^1] : text;
    }
}
