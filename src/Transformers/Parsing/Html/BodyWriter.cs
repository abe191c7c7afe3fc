using System.Collections.Immutable;
using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Transformers.Model;
using Transformers.Parsing.Bases;
using Transformers.Parsing.Entries;
using Transformers.Parsing.Html.Raw;
using Transformers.Parsing.Syntax;
using Block = Markdig.Syntax.Block;

namespace Transformers.Parsing.Html;

/// <summary>Writes the blocks of a note as HTML, once, and records the ranges of its sections, blocks and entries.</summary>
internal sealed class BodyWriter
{
    private readonly BodyContext _context;
    private readonly HtmlBuffer _html;
    private readonly InlineWriter _inlines;
    private readonly FootnoteWriter _footnotes;
    private readonly RawHtml _rawHtml;
    private readonly SectionRanges _sections;
    private readonly ImmutableArray<Model.Block>.Builder _blocks = ImmutableArray.CreateBuilder<Model.Block>();
    private readonly Dictionary<EntryDraft, (ImmutableArray<string> Section, ByteRange Html)> _entries = [];
    private LeafBlock? _entryText;
    private TextDirection _direction;
    private bool _isShifted;

    /// <summary>A writer for one note.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="direction">The direction of the page around.</param>
    /// <param name="policy">What raw HTML is allowed.</param>
    public BodyWriter(BodyContext context, TextDirection direction, HtmlPolicy policy)
    {
        (_context, _html, _direction) = (context, context.Html, direction);
        _sections = new SectionRanges(_html);
        _rawHtml = new RawHtml(context, _sections, policy);
        _footnotes = new FootnoteWriter(_html);
        _inlines = new InlineWriter(context, _footnotes, _rawHtml);
    }

    /// <summary>The headings, in document order.</summary>
    public ImmutableArray<Heading> Headings => _sections.ToHeadings();

    /// <summary>The blocks with an id, in document order of their ends.</summary>
    public ImmutableArray<Model.Block> Blocks => _blocks.ToImmutable();

    /// <summary>Where an entry stands.</summary>
    public (ImmutableArray<string> Section, ByteRange Html) PlaceOf(EntryDraft entry) => _entries[entry];

    /// <summary>Writes the whole text of a note, or one of the texts of a canvas; <see cref="Footnotes"/> follow behind the last.</summary>
    public void Write(MarkdownDocument document)
    {
        Contents(document, isTight: false);
        _html.Seal();
        _sections.Close(document);
    }

    /// <summary>Writes the footnotes of all that was written.</summary>
    public void Footnotes() => _footnotes.WriteSection(this, _inlines);

    /// <summary>Writes the blocks in a container, and ends what raw HTML opened among them.</summary>
    /// <param name="container">A list item, a quote, the document.</param>
    /// <param name="isTight">True where paragraphs go without a <c>p</c>.</param>
    public void Contents(ContainerBlock container, bool isTight)
    {
        var scope = _rawHtml.Enter();
        foreach (var block in container) Write(block, isTight);
        _rawHtml.Leave(scope);
    }

    private void Write(Block block, bool isTight)
    {
        // What ends here is no part of the block.
        if (block is not (CommentBlock or BlankLineBlock or FootnoteGroup or LinkReferenceDefinitionGroup) && (block is not HtmlBlock || _context.Outline.AnchorOf(block) is not null)) _rawHtml.BeforeBlock();
        var start = _html.Position;
        var (anchor, entry, direction) = (_context.Anchor, _context.Entry, _direction);
        if (_context.Outline.AnchorOf(block) is { } own) _context.Anchor = own;

        switch (block)
        {
            case HeadingBlock heading: Heading(heading); break;
            case ParagraphBlock paragraph: Paragraph(paragraph, isTight); break;
            case ListBlock list: List(list); break;
            case ListItemBlock item: Item(item, isTight); break;
            case CalloutBlock callout: Callout(callout); break;
            case QuoteBlock quote: Quote(quote); break;
            case MathBlock math: Math(math); break;
            case FencedCodeBlock { Info: "base" } code when BaseBlock.Write(code, _context): break;
            case CodeBlock code: CodeWriter.Write(code, this, _html); break;
            case HtmlBlock html: _rawHtml.Block(html); break;
            case Table table: TableWriter.Write(table, this, _context); break;
            case ThematicBreakBlock:
                Open("<hr"u8, block);
                _html.Markup("\n"u8);
                break;
            case FootnoteGroup or LinkReferenceDefinitionGroup or CommentBlock or BlankLineBlock: break;
            case ContainerBlock other: Contents(other, isTight); break;
        }

        if (_context.Outline.BlockIdOf(block) is { } id)
        {
            _blocks.Add(new Model.Block(id.Id, _context.Source.Locate(id.Span), new ByteRange(start, _html.Position), block is ListItemBlock, NumberOf(block)));
        }

        // A heading's anchor holds for what follows it; every other element's for what is in it.
        if (block is not HeadingBlock) _context.Anchor = anchor;
        (_context.Entry, _direction) = (entry, direction);
    }

    /// <summary>Writes what a footnote holds.</summary>
    public void Footnote(Footnote footnote)
    {
        Contents(footnote, isTight: footnote.Count == 1);
        Close(footnote, default);
    }

    /// <summary>Begins an element: its name, its <c>id</c>, its direction.</summary>
    /// <param name="tag"><c>&lt;</c> and the name.</param>
    /// <param name="block">Whose anchor it bears.</param>
    /// <param name="text">The leaf whose text tells the direction, if any.</param>
    /// <param name="attributes">Further attributes, each with a blank before it.</param>
    public void Open(ReadOnlySpan<byte> tag, MarkdownObject block, LeafBlock? text = null, ReadOnlySpan<byte> attributes = default)
    {
        _html.Markup(tag);
        _html.Markup(attributes);
        if (_context.Outline.AnchorOf(block) is { } anchor) _html.Id(anchor);
        Direction(text?.Inline is null ? null : PlainText.Of(text));
        _html.Markup(">"u8);
    }

    /// <summary>Writes an element for a block's id where the block's own can't bear it.</summary>
    private void Anchor(Block block)
    {
        if (_context.Outline.BlockIdOf(block) is not { } id) return;
        _html.Markup("<span"u8);
        _html.Id("^" + id.Id);
        _html.Markup("></span>"u8);
    }

    /// <summary>Writes a cell of a table.</summary>
    /// <param name="name">The element's name.</param>
    /// <param name="cell">What it holds.</param>
    /// <param name="attributes">Further attributes, each with a blank before it.</param>
    public void Cell(ReadOnlySpan<byte> name, TableCell cell, ReadOnlySpan<byte> attributes)
    {
        var (anchor, direction) = (_context.Anchor, _direction);
        _context.Anchor = _context.Outline.AnchorOf(cell) ?? anchor;
        var text = cell.Count > 0 ? cell[0] as LeafBlock : null;
        Open([(byte)'<', .. name], cell, text, attributes);
        if (text is not null) Inlines(text);
        _html.Markup([(byte)'<', (byte)'/', .. name, (byte)'>']);
        (_context.Anchor, _direction) = (anchor, direction);
    }

    /// <summary>Writes the inline content of a leaf.</summary>
    public void Inlines(LeafBlock leaf)
    {
        _context.Enter(leaf);
        if (leaf.Inline is not { } inline) return;
        var scope = _rawHtml.Enter(holdsTextAlone: leaf is HeadingBlock);
        _inlines.Write(inline);
        _rawHtml.Leave(scope);
        if (leaf == _entryText && _context.LinkDepth == 0 && _context.Entry is { } entry) _html.Slot(SlotKind.EntryEnd, entry);
    }

    private void Direction(string? text)
    {
        if (text is null || TextDirections.Of(text) is not { } direction || direction == _direction) return;
        _direction = direction;
        _html.Markup(direction is TextDirection.RightToLeft ? " dir=\"rtl\""u8 : " dir=\"ltr\""u8);
    }

    private void Heading(HeadingBlock heading)
    {
        var text = PlainText.Of(heading);
        var isTitle = heading == _context.Outline.TitleHeading;
        _isShifted |= heading.Level == 1 && !isTitle;
        var level = isTitle ? 1 : System.Math.Min(6, heading.Level + (_isShifted ? 1 : 0));
        _sections.Open(_rawHtml.Place ?? heading.Parent!, heading.Level, new(level, text, _context.Outline.AnchorOf(heading) ?? "", _context.Source.Locate(heading.Span), default));
        if (isTitle)
        {
            Anchor(heading);
            _context.Anchor = "";
            return;
        }

        var tag = (byte)('0' + level);
        Open([(byte)'<', (byte)'h', tag], heading, heading);
        Anchor(heading);
        Inlines(heading);
        _html.Markup([(byte)'<', (byte)'/', (byte)'h', tag, (byte)'>', (byte)'\n']);
    }

    private void Paragraph(ParagraphBlock paragraph, bool isTight)
    {
        // One that bears an id needs an element for it, in a tight list as well.
        if (isTight && _context.Outline.AnchorOf(paragraph) is null)
        {
            Inlines(paragraph);
            return;
        }

        // A paragraph can't hold the blocks that an embedded note or raw HTML brings.
        var isDivision = EmbedForm.HoldsBlocks(paragraph);
        Open(isDivision ? "<div"u8 : "<p"u8, paragraph, paragraph);
        Inlines(paragraph);
        _html.Markup(isDivision ? "</div>\n"u8 : "</p>\n"u8);
    }

    private void List(ListBlock list)
    {
        if (list.IsOrdered)
        {
            var start = list.OrderedStart is { } first && first != "1" && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
            _html.Markup("<ol"u8);
            if (start != 1) _html.Attribute(" start=\""u8, start.ToString(CultureInfo.InvariantCulture));
            if (_context.Outline.AnchorOf(list) is { } anchor) _html.Id(anchor);
            _html.Markup(">\n"u8);
        }
        else
        {
            Open("<ul"u8, list);
            _html.Markup("\n"u8);
        }

        Contents(list, isTight: !list.IsLoose);
        _html.Markup(list.IsOrdered ? "</ol>\n"u8 : "</ul>\n"u8);
    }

    private void Item(ListItemBlock item, bool isTight)
    {
        var start = _html.Position;
        var text = item.Count > 0 ? item[0] as LeafBlock : null;
        var entry = _context.Outline.EntryOf(item);
        var task = (text?.Inline?.FirstChild as TaskInline)?.State;

        _html.Markup("<li"u8);
        ImmutableArray<string> classes =
        [
            .. entry is not null ? ["entry"] : Array.Empty<string>(),
            .. task is not null ? ["task"] : Array.Empty<string>(),
            .. entry is null && _context.Entry is not null && BeginsWithLink(text) ? ["resource"] : Array.Empty<string>(),
        ];
        if (!classes.IsEmpty) _html.Attribute(" class=\""u8, string.Join(' ', classes));

        if (entry is not null)
        {
            _html.Attribute(" data-kind=\""u8, entry.Kinds[0]);
            if (entry.Kinds.Length > 1) _html.Attribute(" data-tags=\""u8, string.Join(' ', entry.Kinds));
            _context.Enter(entry);
            _entryText = text;
        }

        if (task is { } state) _html.Attribute(" data-task=\""u8, state);
        if (_context.Outline.AnchorOf(item) is { } anchor) _html.Id(anchor);

        // Kind tags are Latin whatever the title is.
        Direction(entry is not null ? PlainText.From(entry.Text) : text?.Inline is null ? null : PlainText.Of(text));
        _html.Markup(">"u8);
        Contents(item, isTight);
        Close(item, "</li>\n"u8);

        if (entry is not null) _entries[entry] = (_sections.Path(), new ByteRange(start, _html.Position));
    }

    private static int? NumberOf(Block block) => block is ListItemBlock { Parent: ListBlock { IsOrdered: true } } item ? item.Order : null;

    private static bool BeginsWithLink(LeafBlock? text) =>
        text?.Inline?.FirstChild is AutolinkInline or LinkInline { IsImage: false };

    private void Quote(QuoteBlock quote)
    {
        Open("<blockquote"u8, quote);
        Contents(quote, isTight: false);
        Close(quote, "</blockquote>\n"u8);
    }

    private void Callout(CalloutBlock callout)
    {
        _html.Markup(callout.IsFoldable ? "<details class=\"callout\""u8 : "<div class=\"callout\""u8);
        _html.Attribute(" data-callout=\""u8, callout.Kind);
        if (callout.Metadata is { } metadata) _html.Attribute(" data-callout-metadata=\""u8, metadata);
        if (callout is { IsFoldable: true, IsOpen: true }) _html.Markup(" open"u8);
        if (_context.Outline.AnchorOf(callout) is { } anchor) _html.Id(anchor);
        Direction(callout.Title is null ? null : PlainText.Of(callout.Title));
        _html.Markup(callout.IsFoldable ? "><summary class=\"callout-title\">"u8 : "><div class=\"callout-title\">"u8);
        if (callout.Title is { } title) Inlines(title);
        else _html.Text(CalloutKind.DefaultTitle(callout.Kind));
        _html.Markup(callout.IsFoldable ? "</summary>"u8 : "</div>"u8);

        if (callout.Count > 0)
        {
            _html.Markup("<div class=\"callout-content\">\n"u8);
            Contents(callout, isTight: false);
            Close(callout, "</div>"u8);
        }

        _html.Markup(callout.IsFoldable ? "</details>\n"u8 : "</div>\n"u8);
    }

    private void Close(ContainerBlock container, ReadOnlySpan<byte> endTag)
    {
        _sections.Close(container);
        _html.Markup(endTag);
    }

    private void Math(MathBlock math)
    {
        _html.Needs(BodyFeatures.Math);
        Open("<div class=\"math display\""u8, math);
        _html.Text(math.Content);
        _html.Markup("</div>\n"u8);
    }
}
