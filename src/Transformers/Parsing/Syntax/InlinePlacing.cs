using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>What inline parsers share: giving nodes their place in the source, and looking around in a slice.</summary>
internal static class InlinePlacing
{
    /// <summary>Sets where a node stands in the source.</summary>
    /// <param name="inline">The node.</param>
    /// <param name="processor">The processor of the leaf that is being parsed.</param>
    /// <param name="first">The node's first character, as an offset into the slice's text.</param>
    /// <param name="last">Its last character, likewise. Offsets must not go back from call to call, or each call walks all lines.</param>
    public static T At<T>(this T inline, InlineProcessor processor, int first, int last)
        where T : Inline
    {
        var start = processor.GetSourcePosition(first, out var line, out var column);
        inline.Span = new SourceSpan(start, processor.GetSourcePosition(last));
        inline.Line = line;
        inline.Column = column;
        return inline;
    }

    /// <summary>The range of a slice's text in the source.</summary>
    public static SourceSpan SourceOf(this InlineProcessor processor, int first, int last) =>
        new(processor.GetSourcePosition(first), processor.GetSourcePosition(last));

    /// <summary>The text that stands in the place of a node that means nothing more.</summary>
    public static LiteralInline AsText(this Inline inline, StringSlice content) =>
        new() { Content = content, Span = inline.Span, Line = inline.Line, Column = inline.Column, IsClosed = true };

    /// <summary>Takes a number of characters at the slice's start as text, and steps over them.</summary>
    public static bool TakeAsText(InlineProcessor processor, ref StringSlice slice, int length)
    {
        var last = slice.Start + length - 1;
        processor.Inline = new LiteralInline { Content = new StringSlice(slice.Text, slice.Start, last), IsClosed = true }
            .At(processor, slice.Start, last);
        slice.Start += length;
        return true;
    }

    /// <summary>True when a word can begin after a character: at a text's start, after white space or after a comment.</summary>
    public static bool IsBoundary(char previous) => previous == '\0' || char.IsWhiteSpace(previous) || previous == CommentMask.Filler;

    /// <summary>How often the first character is repeated.</summary>
    public static int RunLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(text[0]);
        return end < 0 ? text.Length : end;
    }
}
