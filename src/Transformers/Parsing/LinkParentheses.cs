using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Transformers.Diagnostics;
using Transformers.Parsing.Syntax;

namespace Transformers.Parsing;

/// <summary>Reports what slipped into a link's parentheses, with the change that takes it out.</summary>
internal static class LinkParentheses
{
    /// <summary>Reports <c>KB017</c> for a block id and <c>KB022</c> for blanks.</summary>
    /// <param name="link">The link.</param>
    /// <param name="leaf">The block that it stands in.</param>
    /// <param name="blockId">The id that the block, or the list item that it opens, has.</param>
    /// <param name="source">The note.</param>
    public static void Check(LinkInline link, LeafBlock leaf, BlockId? blockId, NoteSource source)
    {
        if (link.GetIdInsideLink() is { } id)
        {
            var message = $"The block id '^{id.Id}' stands inside the link's parentheses; it is taken as the block's. Write it behind them.";
            source.Report(ParsingRules.IdInsideLink.At(source.Path, source.Locate(id.Span), message) with { Fix = MoveBehind(id, leaf, blockId, source) });
        }

        foreach (var blanks in link.GetBlanksInside())
        {
            var fix = new TextEdit(source.Locate(blanks.Span), blanks.Text, "");
            source.Report(ParsingRules.BlanksInLink.At(source.Path, fix.Range, "Blanks stand inside the link's parentheses; some programs see no link there. Remove them.") with { Fix = [fix] });
        }
    }

    // Only the id that the block got from there, and only where the end of the text is the end of the block.
    private static ImmutableArray<TextEdit> MoveBehind(IdInsideLink id, LeafBlock leaf, BlockId? blockId, NoteSource source)
    {
        if (leaf is not ParagraphBlock || leaf.Parent is Markdig.Extensions.Tables.TableCell || blockId?.Span != id.Span) return [];
        var end = source.Locate(new SourceSpan(leaf.Span.End + 1, leaf.Span.End));
        return [new(source.Locate(id.WithBlanks.Span), id.WithBlanks.Text, ""), new(end, "", " ^" + id.Id)];
    }
}
