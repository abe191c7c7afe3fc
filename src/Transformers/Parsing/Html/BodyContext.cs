using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Transformers.Model;
using Transformers.Parsing.Entries;
using Transformers.Parsing.Syntax;

namespace Transformers.Parsing.Html;

/// <summary>What the writers of a body share: the HTML so far, the facts so far, and where in the note they are.</summary>
/// <param name="source">The note.</param>
/// <param name="outline">Its anchors and entries.</param>
/// <param name="breaksLines">True where a single newline in the source is a line break.</param>
internal sealed class BodyContext(NoteSource source, Outline outline, bool breaksLines)
{
    private readonly List<LinkReference> _links = [];
    private readonly List<OutsideLink> _outsideLinks = [];
    private readonly List<EntryDraft> _entries = [];
    private readonly Dictionary<string, int> _tagOrdinals = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, List<string> Anchors)> _tags = [];
    private ContainerInline? _content;
    private bool _isItem;
    private MentionContexts? _mentions;

    public HtmlBuffer Html { get; } = new();

    public NoteSource Source => source;

    public Outline Outline => outline;

    public bool BreaksLines => breaksLines;

    /// <summary>The <c>id</c> of the nearest element around that has one; empty for the note itself.</summary>
    public string Anchor { get; set; } = "";

    /// <summary>The place of the entry around, or null.</summary>
    public int? Entry { get; set; }

    /// <summary>How many links are open around what is being written; in one, further links are text.</summary>
    public int LinkDepth { get; set; }

    /// <summary>The entries so far. What stands in a footnote that nobody sees is none.</summary>
    public IReadOnlyList<EntryDraft> Entries => _entries;

    /// <summary>The links so far.</summary>
    public IReadOnlyList<LinkReference> Links => _links;

    /// <summary>The links outside the vault so far, by their places.</summary>
    public ImmutableArray<OutsideLink> OutsideLinks =>
        [.. outline.OutsideLinks.Concat(_outsideLinks).Distinct().OrderBy(link => (link.Range.Line, link.Range.Column))];

    /// <summary>The tags so far.</summary>
    public ImmutableArray<Tag> Tags => [.. _tags.Select(tag => new Tag(tag.Name, [.. tag.Anchors]))];

    /// <summary>The views of bases so far.</summary>
    public ImmutableArray<BaseView>.Builder Views { get; } = ImmutableArray.CreateBuilder<BaseView>();

    /// <summary>True where the element around can hold the blocks that an embed brings: not in headings and titles.</summary>
    public bool HoldsBlocks { get; private set; } = true;

    /// <summary>Says which leaf block is being written, for the contexts of its links.</summary>
    public void Enter(LeafBlock leaf)
    {
        Enter(leaf.Inline, isItem: leaf.Parent is ListItemBlock);
        HoldsBlocks = leaf is not (HeadingBlock or CalloutTitleBlock);
    }

    /// <summary>Says which footnote within the line is being written.</summary>
    public void Enter(InlineFootnoteInline footnote, string anchor)
    {
        Enter(footnote, isItem: false);
        (HoldsBlocks, Anchor) = (true, anchor);
    }

    private void Enter(ContainerInline? content, bool isItem) => (_content, _isItem, _mentions) = (content, isItem, null);

    /// <summary>Enters an entry, and gives it its place.</summary>
    public void Enter(EntryDraft entry)
    {
        entry.Ordinal = _entries.Count;
        _entries.Add(entry);
        Entry = entry.Ordinal;
    }

    /// <summary>Adds a link whose context is known, or has none, as one of the front matter.</summary>
    /// <returns>Its ordinal.</returns>
    public int Add(LinkReference link)
    {
        _links.Add(link with { Ordinal = _links.Count });
        return _links.Count - 1;
    }

    /// <summary>Adds a link outside the vault that is no Markdown.</summary>
    public void Add(OutsideLink link) => _outsideLinks.Add(link);

    /// <summary>Adds the links of the front matter.</summary>
    public void Add(FrontMatterParser properties)
    {
        foreach (var link in properties.Links) Add(link);
        foreach (var link in properties.OutsideLinks) Add(link);
    }

    /// <summary>Adds a link of the text.</summary>
    /// <param name="inline">Where it stands.</param>
    /// <param name="shown">The text that it shows.</param>
    /// <param name="link">What was written.</param>
    /// <param name="last">The inline that ends it, where that is another.</param>
    /// <returns>Its ordinal.</returns>
    public int Add(Inline inline, string shown, LinkReference link, Inline? last = null)
    {
        _mentions ??= _content is null ? null : new MentionContexts(_content, _isItem, Anchor, Entry);
        _links.Add(link with { Ordinal = _links.Count, Context = _mentions?.Of(inline, shown, last ?? inline) });
        return _links.Count - 1;
    }

    /// <summary>Adds a use of a tag.</summary>
    /// <returns>The tag's ordinal.</returns>
    public int AddTag(string name)
    {
        if (!_tagOrdinals.TryGetValue(name, out var ordinal))
        {
            _tagOrdinals[name] = ordinal = _tags.Count;
            _tags.Add((name, []));
        }

        var anchors = _tags[ordinal].Anchors;
        if (anchors.Count == 0 || anchors[^1] != Anchor) anchors.Add(Anchor);
        return ordinal;
    }
}
