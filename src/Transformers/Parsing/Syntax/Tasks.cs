using System.Globalization;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>The <c>[ ]</c>, <c>[x]</c> or <c>[/]</c> that makes a list item a task: the first inline of the item's first paragraph.</summary>
internal sealed class TaskInline : LeafInline
{
    /// <summary>The character between the brackets; a space for an open task.</summary>
    public required string State { get; init; }
}

/// <summary>Parses task marks ("Task lists" in Basic formatting syntax of the Obsidian help): any one character, then white space.</summary>
internal sealed class TaskParser : InlineParser
{
    public TaskParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not null) return false;
        if (processor.Block is not ParagraphBlock { Parent: ListItemBlock item } || item[0] != processor.Block) return false;

        var text = slice.AsSpan()[1..];
        if (text.IsEmpty || text[0] is '\n' or '\r') return false;

        // What a reader takes for one character may be several: a letter and its accent, an emoji and its skin.
        var length = StringInfo.GetNextTextElementLength(text);
        if (!text[length..].StartsWith(']') || (text.Length > length + 1 && !char.IsWhiteSpace(text[length + 1]))) return false;

        processor.Inline = new TaskInline { State = text[..length].ToString() }.At(processor, slice.Start, slice.Start + length + 1);
        slice.Start += length + 2;
        if (slice.CurrentChar is ' ' or '\t') slice.SkipChar();
        return true;
    }
}
