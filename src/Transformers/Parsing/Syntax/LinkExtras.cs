using System.Collections.Immutable;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>A part of the text as it stands in the source.</summary>
/// <param name="Text">What is written there; the source has more where a quote's or list's markers stand between.</param>
/// <param name="Span">Where.</param>
internal readonly record struct WrittenPart(string Text, SourceSpan Span)
{
    /// <summary>A part of a slice's text; empty for an empty range.</summary>
    /// <param name="text">The slice's text.</param>
    /// <param name="range">Offsets into it.</param>
    /// <param name="processor">The processor; see <see cref="InlinePlacing.At"/> for the order of calls.</param>
    public static WrittenPart In(string text, SourceSpan range, InlineProcessor processor) =>
        range.Length <= 0 ? new("", SourceSpan.Empty) : new(text.Substring(range.Start, range.Length), processor.SourceOf(range.Start, range.End));
}

/// <summary>A block id that stands inside a link's parentheses, <c>[text](url ^id)</c>, and was meant behind them.</summary>
/// <param name="Id">The id, without <c>^</c>. The block that the link stands in has it, unless it has another.</param>
/// <param name="Span">The <c>^id</c> in the source.</param>
/// <param name="WithBlanks">The id with the blanks before it.</param>
internal readonly record struct IdInsideLink(string Id, SourceSpan Span, WrittenPart WithBlanks);

/// <summary>What stands inside a link's parentheses and is no part of the link.</summary>
internal static class LinkExtras
{
    /// <summary>The block id in a link's parentheses, if there is one.</summary>
    public static IdInsideLink? GetIdInsideLink(this LinkInline link) => link.GetData(typeof(IdInsideLink)) as IdInsideLink?;

    /// <summary>Notes that a link has a block id in its parentheses.</summary>
    internal static void SetIdInsideLink(this LinkInline link, IdInsideLink id) => link.SetData(typeof(IdInsideLink), id);

    /// <summary>The blanks behind the opening parenthesis and before the closing one.</summary>
    public static ImmutableArray<WrittenPart> GetBlanksInside(this LinkInline link) => link.GetData(typeof(WrittenPart)) as ImmutableArray<WrittenPart>? ?? [];

    /// <summary>Notes the blanks in a link's parentheses.</summary>
    internal static void SetBlanksInside(this LinkInline link, ImmutableArray<WrittenPart> blanks)
    {
        if (!blanks.IsEmpty) link.SetData(typeof(WrittenPart), blanks);
    }
}
