using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>A footnote within the text, <c>^[…]</c>. It may hold links, but no other footnote.</summary>
internal sealed class InlineFootnoteInline : ContainerInline;

/// <summary>
/// Parses links and images (CommonMark 6.3, 6.4) and inline footnotes ("Footnotes" in Basic formatting syntax of the Obsidian help).
/// </summary>
/// <remarks>
/// Open brackets wait beside the text ("look for link or image" in the appendix of CommonMark). A link's text holds no link:
/// tags, bare URLs and cross references in it are text. <c>[text](url ^id)</c>, which is no link in CommonMark, is one here, since
/// its author meant one; it bears an <see cref="IdInsideLink"/>.
/// </remarks>
internal sealed class LinkParser : InlineParser, IPostInlineProcessor
{
    private readonly EmphasisParser _emphasis;

    public LinkParser(EmphasisParser emphasis)
    {
        _emphasis = emphasis;
        OpeningCharacters = ['[', ']', '!', '^'];
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice) => slice.CurrentChar switch
    {
        '[' => Open(processor, ref slice, BracketKind.Link, 1),
        ']' => Close(processor, ref slice),
        _ when slice.PeekChar() != '[' => false,
        '!' => Open(processor, ref slice, BracketKind.Image, 2),
        _ => Open(processor, ref slice, BracketKind.Footnote, 2),
    };

    public bool PostProcess(InlineProcessor state, Inline? root, Inline? lastChild, int postInlineProcessorIndex, bool isFinalProcessing)
    {
        if (isFinalProcessing && state.ParserStates[Index] is BracketStack stack)
        {
            for (; stack.Top is { } bracket; stack.Pop()) bracket.ReplaceBy(bracket.AsText(bracket.Content));
        }

        return true;
    }

    private bool Open(InlineProcessor processor, ref StringSlice slice, BracketKind kind, int length)
    {
        var stack = StackOf(processor);
        if (!stack.MayClose(slice)) return false;

        var last = slice.Start + length - 1;
        var bracket = new OpenBracket { Kind = kind, Content = new StringSlice(slice.Text, slice.Start, last), Before = stack.Top }
            .At(processor, slice.Start, last);
        stack.Push(bracket);
        processor.Inline = bracket;
        slice.Start = last + 1;
        return true;
    }

    private bool Close(InlineProcessor processor, ref StringSlice slice)
    {
        var stack = StackOf(processor);
        if (stack.Top is not { } bracket) return false;

        var (link, end) = stack.IsActive(bracket) ? Read(processor, bracket, slice) : (null, 0);
        stack.Pop();
        if (link is not null && bracket.Kind == BracketKind.Link && LinkText.HoldsLink(bracket.NextSibling))
        {
            // A link in a link: the inner one is meant.
            link = null;
            stack.Deactivate(slice.Start, isFootnote: false);
        }

        if (link is not null) _emphasis.Resolve(processor, bracket.Content.Start);
        if (link is null || !_emphasis.DepthsOf(processor).TryWrap(link, bracket.Content.Start, bracket, after: null))
        {
            bracket.ReplaceBy(bracket.AsText(bracket.Content));
            return false;
        }

        bracket.Remove();
        link.Span = new SourceSpan(bracket.Span.Start, processor.GetSourcePosition(end));
        link.Line = bracket.Line;
        link.Column = bracket.Column;
        if (!bracket.IsImage) stack.Deactivate(end, isFootnote: bracket.Kind == BracketKind.Footnote);
        if (bracket.Kind == BracketKind.Link) LinkText.Flatten(link);
        processor.Inline = link;
        slice.Start = end + 1;
        return true;
    }

    /// <summary>What the brackets make, without its content, and its last character.</summary>
    /// <param name="processor">The processor.</param>
    /// <param name="bracket">The opening bracket.</param>
    /// <param name="slice">Begins with the closing bracket.</param>
    private static (ContainerInline? Link, int End) Read(InlineProcessor processor, OpenBracket bracket, StringSlice slice)
    {
        if (bracket.Kind == BracketKind.Footnote)
        {
            var isEmpty = slice.Text.AsSpan((bracket.Content.End + 1)..slice.Start).IsWhiteSpace();
            return (isEmpty ? null : new InlineFootnoteInline(), slice.Start);
        }

        var close = slice.Start;
        slice.SkipChar();
        if (slice.CurrentChar == '(' && LinkDestination.Read(slice) is { } target) return (ToLink(processor, bracket, target, slice.Text), target.End);
        return ReadReference(processor, bracket, slice, close);
    }

    private static LinkInline ToLink(InlineProcessor processor, OpenBracket bracket, LinkDestination target, string text)
    {
        var before = WrittenPart.In(text, target.Before, processor);
        var link = new LinkInline
        {
            Url = target.Url,
            Title = target.Title,
            IsImage = bracket.IsImage,
            UrlSpan = processor.SourceOf(target.UrlSpan.Start, target.UrlSpan.End),
        };
        if (target.Id is { } id)
        {
            var behindUrl = WrittenPart.In(text, new(target.UrlSpan.End + 1, target.IdSpan.End), processor);
            var span = new SourceSpan(behindUrl.Span.End - id.Length, behindUrl.Span.End);
            link.SetIdInsideLink(new IdInsideLink(id, span, behindUrl));
            if (processor.Block is { } block) BlockIds.OwnerOf(block)?.SetBlockId(new BlockId(id, span));
        }

        link.SetBlanksInside([.. new[] { before, WrittenPart.In(text, target.After, processor) }.Where(blanks => blanks.Text.Length > 0)]);
        return link;
    }

    /// <summary>Reads a full, collapsed or shortcut reference (CommonMark 6.3).</summary>
    /// <param name="processor">The processor.</param>
    /// <param name="bracket">The opening bracket.</param>
    /// <param name="slice">Begins behind the closing bracket.</param>
    /// <param name="close">The closing bracket.</param>
    private static (ContainerInline? Link, int End) ReadReference(InlineProcessor processor, OpenBracket bracket, StringSlice slice, int close)
    {
        var isCollapsed = slice.CurrentChar == '[' && slice.PeekChar() == ']';
        var after = slice;
        string? label = null;
        var isFull = !isCollapsed && LinkHelper.TryParseLabel(ref after, out label);
        if (!isFull)
        {
            var text = new StringSlice(slice.Text, bracket.Content.End, close);
            if (bracket.HasBracketInside || !LinkHelper.TryParseLabel(ref text, out label)) return (null, 0);
        }

        if (label is null || !processor.Document.TryGetLinkReferenceDefinition(label, out var definition)) return (null, 0);
        var end = isFull ? after.Start - 1 : isCollapsed ? close + 2 : close;
        return (ToLink(bracket, definition, label, isShortcut: !isFull && !isCollapsed), end);
    }

    private static LinkInline ToLink(OpenBracket bracket, LinkReferenceDefinition definition, string label, bool isShortcut) => new()
    {
        Url = HtmlHelper.Unescape(CommentMask.Without(definition.Url), removeBackSlash: false),
        Title = string.IsNullOrEmpty(definition.Title) ? null : HtmlHelper.Unescape(CommentMask.Without(definition.Title), removeBackSlash: false),
        Label = label,
        IsImage = bracket.IsImage,
        IsShortcut = isShortcut,
        Reference = definition,
    };

    /// <summary>Says that a reference to a footnote ends at an offset into the slice's text: nothing around it is a link.</summary>
    public void Deactivate(InlineProcessor processor, int end) => StackOf(processor).Deactivate(end, isFootnote: true);

    private BracketStack StackOf(InlineProcessor processor) => processor.GetParserState<BracketStack>(this);
}
