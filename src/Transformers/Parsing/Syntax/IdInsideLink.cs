using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>A block id that stands inside a link's parentheses, <c>[text](url ^id)</c>, and was meant behind them.</summary>
/// <param name="Id">The id, without <c>^</c>. The block that the link stands in has it, unless it has another.</param>
/// <param name="Span">The <c>^id</c> in the source.</param>
internal readonly record struct IdInsideLink(string Id, SourceSpan Span);

/// <summary>Where such ids are found again.</summary>
internal static class IdsInsideLinks
{
    /// <summary>The block id in a link's parentheses, if there is one.</summary>
    public static IdInsideLink? GetIdInsideLink(this LinkInline link) => link.GetData(typeof(IdInsideLink)) as IdInsideLink?;

    /// <summary>Notes that a link has a block id in its parentheses.</summary>
    internal static void SetIdInsideLink(this LinkInline link, IdInsideLink id) => link.SetData(typeof(IdInsideLink), id);
}
