using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Transformers.Model;
using Transformers.Parsing.Html.Raw;

namespace Transformers.Parsing.Html;

/// <summary>Writes the raw HTML of a note: what the allow-list leaves of it, so that it stays well-formed with the Markdown around.</summary>
internal sealed class RawHtml
{
    private readonly BodyContext _context;
    private readonly HtmlBuffer _html;
    private readonly HtmlPolicy _policy;
    private readonly SectionRanges _sections;
    private readonly RawTagWriter _tags;
    private readonly OpenElements _open;
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private RawElement? _hidden;
    private int _hiddenDepth;

    /// <summary>A writer for one note.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="sections">The sections, which end where an element around them ends.</param>
    /// <param name="policy">What is allowed.</param>
    public RawHtml(BodyContext context, SectionRanges sections, HtmlPolicy policy)
    {
        (_context, _html, _sections, _policy) = (context, context.Html, sections, policy);
        _tags = new RawTagWriter(context, policy);
        _open = new OpenElements(End);
    }

    /// <summary>True within a script and the like, of which nothing is shown.</summary>
    public bool IsHidden => _hidden is not null;

    /// <summary>True directly within a table or a row, where a browser bears nothing but blanks.</summary>
    public bool HoldsTableParts => _open.Innermost?.Element.Has(ElementTraits.HoldsTableParts) is true;

    /// <summary>The innermost element of raw HTML in the innermost one of Markdown; null where there is none.</summary>
    public object? Place => _open.Innermost;

    /// <summary>Begins an element of Markdown, out of which raw HTML can't close.</summary>
    /// <param name="holdsTextAlone">True for one that holds no blocks, as a heading.</param>
    /// <returns>What <see cref="Leave"/> wants.</returns>
    public RawScope Enter(bool holdsTextAlone = false) => _open.Enter(holdsTextAlone);

    /// <summary>Ends an element of Markdown, and what raw HTML left open in it.</summary>
    public void Leave(RawScope outer)
    {
        _hidden = null;
        _open.Leave(outer);
    }

    /// <summary>Makes room for a block of Markdown: ends a paragraph, a heading or a row that raw HTML left open.</summary>
    public void BeforeBlock() => _open.MakeRoomForContent(isBlock: true);

    /// <summary>Makes room for text.</summary>
    public void BeforeText() => _open.MakeRoomForContent(isBlock: false);

    /// <summary>True if a leaf has a tag of an element that may not stand in a paragraph.</summary>
    public static bool HoldsBlocks(Inline inline)
    {
        if (inline is LinkInline { IsImage: true, Url: { } url }) return Frames.IsVideoPage(url);
        return inline is HtmlInline html && RawHtmlScanner.TagOf(html.Tag) is { } tag && (tag.Name == "iframe" || RawElement.Find(tag.Name)?.Has(ElementTraits.Block) is true);
    }

    /// <summary>Writes a tag within a line.</summary>
    public void Inline(HtmlInline inline)
    {
        if (RawHtmlScanner.TagOf(inline.Tag) is { } tag) Tag(tag, inline.Tag, new(inline.Span, inline, []));
    }

    /// <summary>Writes a block of raw HTML. What it leaves open, Markdown may stand in, unless it bears an id.</summary>
    public void Block(HtmlBlock block)
    {
        var anchor = _context.Outline.AnchorOf(block);
        var scope = default(RawScope);
        if (anchor is not null)
        {
            scope = Enter();
            _html.Markup("<div"u8);
            _html.Id(anchor);
            _html.Markup(">"u8);
        }

        Lines(block);
        if (anchor is not null)
        {
            Leave(scope);
            _html.Markup("</div>"u8);
        }

        _html.Markup("\n"u8);
    }

    /// <summary>Shows the page of a video in a frame, or as a link where it may not be.</summary>
    /// <param name="url">The address behind <c>![]</c>.</param>
    /// <param name="title">The text in it.</param>
    public bool Video(string url, string? title)
    {
        if (_context.LinkDepth > 0 || Frames.OfVideoPage(url, title) is not { } frame) return false;
        if (_open.Scope.HoldsTextAlone || !Frames.MayLoad(url, frame, _policy.Configuration)) FrameWriter.Link(_html, frame);
        else FrameWriter.Write(_html, frame);
        return true;
    }

    private void Lines(HtmlBlock block)
    {
        var text = block.Lines.ToString();
        var scanner = new RawHtmlScanner(text);
        var (line, lineStart) = (0, 0);
        while (scanner.Read())
        {
            if (scanner.Tag is not { } tag)
            {
                Text(scanner.Token);
                continue;
            }

            // The block's lines in the note may have quote marks or blanks before them.
            while (line + 1 < block.Lines.Count && scanner.Start > lineStart + block.Lines.Lines[line].Slice.Length) lineStart += block.Lines.Lines[line++].Slice.Length + 1;
            var start = block.Lines.Lines[line].Slice.Start + scanner.Start - lineStart;
            Tag(tag, scanner.Token, new(new SourceSpan(start, start + scanner.Token.Length - 1), null, text.AsSpan(scanner.Start + scanner.Token.Length)));
            if (IsHidden) scanner.PassTo(tag.Name);
        }

        _hidden = null;
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (IsHidden) return;
        if (!text.IsWhiteSpace()) BeforeText();
        _html.RawText(text);
    }

    private void Tag(RawTag tag, ReadOnlySpan<char> text, RawPlace place)
    {
        var element = RawElement.Find(tag.Name);
        if (_hidden is not null)
        {
            if (element != _hidden) return;
            _hiddenDepth += tag.IsEnd ? -1 : 1;
            if (_hiddenDepth == 0) _hidden = null;
        }
        else if (element is null)
        {
            // Its content stays, as in Obsidian.
        }
        else if (tag.IsEnd)
        {
            _open.Close(element);
        }
        else if (element.Has(ElementTraits.Hidden))
        {
            Hide(element, tag, text, place);
        }
        else if ((element.Name != "a" || _context.LinkDepth == 0) && _open.MakeRoomFor(element))
        {
            Start(element, tag, text, place);
        }
    }

    private void Start(RawElement element, RawTag tag, ReadOnlySpan<char> text, RawPlace place)
    {
        if (_tags.Write(element, _policy.Sanitizer.Clean(tag, text), place) is not { } open) return;
        _open.Push(open);
        if (open.Element.Name == "a" && open.IsLink) _context.LinkDepth++;
    }

    private void Hide(RawElement element, RawTag tag, ReadOnlySpan<char> text, RawPlace place)
    {
        if (element.Name == "iframe") Frame(tag, text, place);
        else if (_reported.Add(element.Name)) _context.Source.Report(ParsingRules.HtmlLeftOut, place.Span, $"A page may not have '<{element.Name}>'; it is left out, with what it holds.");

        // A browser takes no notice of the slash, but authors mean it, and what follows is harmless.
        if (!text.EndsWith("/>", StringComparison.Ordinal)) (_hidden, _hiddenDepth) = (element, 1);
    }

    private void Frame(RawTag tag, ReadOnlySpan<char> text, RawPlace place)
    {
        if (_context.LinkDepth > 0) return;
        var isBlock = !_open.Scope.HoldsTextAlone;
        _open.MakeRoomForContent(isBlock);
        if (_tags.Frame(_policy.Sanitizer.Clean(tag, text), place, isBlock)) return;
        _context.Source.Report(ParsingRules.HtmlLeftOut, place.Span, "The frame's host is not among the 'iframes' of transformers.yml; a link stands in its place.");
    }

    private void End(OpenElement element)
    {
        _sections.Close(element);
        if (element.EndTag is { } tag) _html.Markup(tag);
        else _html.Slot(SlotKind.LinkEnd, element.Link);
        if (element.Element.Name == "a" && element.IsLink) _context.LinkDepth--;
    }
}
