using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Transformers.Parsing.Entries;
using Transformers.Parsing.Syntax;
using Transformers.Text;
using OutsideLink = Transformers.Model.OutsideLink;

namespace Transformers.Parsing;

/// <summary>The first walk through a note's tree: which elements have an <c>id</c>, and which list items are entries.</summary>
internal sealed class Outline
{
    private readonly List<(HeadingBlock Block, string Text)> _headings = [];
    private readonly List<EntryDraft> _entries = [];
    private readonly List<MarkdownObject> _mentioning = [];
    private readonly List<OutsideLink> _outsideLinks = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<MarkdownObject, BlockId> _blockIds = [];
    private readonly Dictionary<MarkdownObject, string> _anchors = [];
    private readonly Dictionary<ListItemBlock, EntryDraft> _entryOf = [];
    private readonly NoteSource _source;

    private Outline(NoteSource source) => _source = source;

    /// <summary>The title, by the front matter, a first heading or the file's name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The heading that says the title and is not shown again, or null.</summary>
    public HeadingBlock? TitleHeading { get; private set; }

    /// <summary>The links and images outside the vault that Markdown writes.</summary>
    public IReadOnlyList<OutsideLink> OutsideLinks => _outsideLinks;

    /// <summary>Reads the outline of a note.</summary>
    public static Outline Of(MarkdownDocument document, NoteSource source, string? title)
    {
        var outline = new Outline(source);
        outline.Walk(document, null);
        outline.ChooseTitle(document, title);
        outline.GiveAnchors();
        return outline;
    }

    /// <summary>The <c>id</c> of a block or table cell, or null.</summary>
    public string? AnchorOf(MarkdownObject block) => _anchors.GetValueOrDefault(block);

    /// <summary>The block id that a block bears, or null; one that another block had first is not told.</summary>
    public BlockId? BlockIdOf(Block block) => _blockIds.TryGetValue(block, out var id) ? id : null;

    /// <summary>The draft of the entry that a list item is, or null.</summary>
    public EntryDraft? EntryOf(ListItemBlock item) => _entryOf.GetValueOrDefault(item);

    private void Walk(ContainerBlock container, EntryDraft? entry)
    {
        foreach (var block in container)
        {
            TakeId(block);
            var inner = entry;
            if (block is ListItemBlock item && EntryReader.Read(item, _source.Kinds, entry) is { } draft)
            {
                _entries.Add(draft);
                _entryOf[item] = inner = draft;
            }

            switch (block)
            {
                case CalloutBlock { Title: { } title } callout:
                    Visit(title, callout);
                    Walk(callout, inner);
                    break;
                case ContainerBlock nested:
                    Walk(nested, inner);
                    break;
                case HeadingBlock heading:
                    _headings.Add((heading, PlainText.Of(heading)));
                    Visit(heading, heading);
                    break;
                case LeafBlock leaf:
                    Visit(leaf, OwnerOf(leaf));
                    break;
            }
        }
    }

    /// <summary>The element that bears a leaf's <c>id</c>: the list item that it opens, else itself.</summary>
    private static Block OwnerOf(LeafBlock leaf) =>
        leaf.Parent switch
        {
            ListItemBlock item when item[0] == leaf => item,
            Markdig.Extensions.Tables.TableCell cell => cell,
            _ => leaf,
        };

    private void Visit(LeafBlock leaf, Block owner)
    {
        if (leaf.Inline is not { } content) return;
        var isMentioning = false;
        foreach (var inline in PlainText.InlinesOf(content))
        {
            isMentioning |= inline is WikiLinkInline or CrossReferenceInline || (inline is LinkInline link && LinkAddress.IsInternal(link));
            if (inline is LinkInline written) LinkParentheses.Check(written, leaf, BlockIdOf(owner), _source);
            UnclosedLink.Check(inline, _source);
            if (OutsideLinkReader.Read(inline, _source) is { } outside) _outsideLinks.Add(outside);
        }

        if (isMentioning) _mentioning.Add(owner);
    }

    private void TakeId(Block block)
    {
        if (block.GetBlockId() is not { } id) return;
        if (_ids.Add(id.Id))
        {
            _blockIds[block] = id;
            if (block is not HeadingBlock) _anchors[block] = "^" + id.Id;
        }
        else
        {
            _source.Report(ParsingRules.DuplicateBlockId, id.Span, $"The block id '^{id.Id}' stands in this note already; links lead to the first.");
        }
    }

    private void ChooseTitle(MarkdownDocument document, string? title)
    {
        var first = _headings.Count > 0 && _headings[0].Block.Parent == document ? _headings[0] : default;
        var begins = first.Block is { Level: 1 } && document.FirstOrDefault(b => b is not CommentBlock) == first.Block && first.Text.Length > 0;
        Title = title ?? (begins ? first.Text : _source.Path.Name);
        if (first.Block is not null && HeadingKey.Of(first.Text) == HeadingKey.Of(Title)) TitleHeading = first.Block;
    }

    // Headings first, so that their anchors do not depend on what entries are called.
    private void GiveAnchors()
    {
        var anchors = new Anchors();
        foreach (var (block, text) in _headings)
        {
            if (block != TitleHeading) _anchors[block] = anchors.For(text);
        }

        foreach (var entry in _entries)
        {
            if (!_anchors.TryGetValue(entry.Item, out var anchor))
            {
                _anchors[entry.Item] = anchor = anchors.For(entry.Citation?.Title ?? entry.Url ?? entry.Kinds[0]);
            }

            entry.Anchor = anchor;
        }

        // A colon stands in no slug and no block id.
        var references = 0;
        foreach (var block in _mentioning)
        {
            if (block != TitleHeading && !_anchors.ContainsKey(block)) _anchors[block] = $"ref:{++references}";
        }
    }
}
