using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>
/// Parses autolinks in angle brackets and raw HTML (CommonMark 6.5, 6.6) as <see cref="AutolinkInline"/> and <see cref="HtmlInline"/>.
/// </summary>
/// <remarks>
/// A tag that is never closed costs a look at all the text after it. A leaf may have some such; when the looks have cost
/// a multiple of its length, its further angle brackets are text.
/// </remarks>
internal sealed class InlineHtmlParser : InlineParser
{
    private const int AllowanceFactor = 8;
    private const int MinimumAllowance = 10_000;

    public InlineHtmlParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var allowance = processor.GetParserState<Allowance>(this);
        allowance.Left ??= MinimumAllowance + (AllowanceFactor * slice.Length);
        if (allowance.Left < 0) return false;

        var rest = slice;
        if (LinkHelper.TryParseAutolink(ref rest, out var link, out var isEmail))
        {
            processor.Inline = new AutolinkInline(CommentMask.Without(link)) { IsEmail = isEmail }.At(processor, slice.Start, rest.Start - 1);
            slice = rest;
            return true;
        }

        rest = slice;
        if (HtmlHelper.TryParseHtmlTag(ref rest, out var tag))
        {
            processor.Inline = new HtmlInline(tag).At(processor, slice.Start, rest.Start - 1);
            slice = rest;
            return true;
        }

        allowance.Left -= slice.PeekChar() is '!' or '?' ? slice.Length : rest.Start - slice.Start;
        return false;
    }

    /// <summary>How many characters may still be looked at in vain.</summary>
    private sealed class Allowance
    {
        public int? Left { get; set; }
    }
}
