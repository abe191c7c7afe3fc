using System.Buffers;
using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>The footnotes of a document: what <c>[^label]</c> can refer to.</summary>
internal sealed class FootnoteDefinitions
{
    private readonly Dictionary<string, Footnote> _byLabel = new(StringComparer.OrdinalIgnoreCase);
    private int _references;

    private FootnoteDefinitions(BlockParser parser) => Group = new FootnoteGroup(parser);

    /// <summary>All footnotes in the order of the text; once the inlines are parsed, those referred to in the order of the references.</summary>
    public FootnoteGroup Group { get; }

    /// <summary>The definitions of a document, or null if there are none so far.</summary>
    public static FootnoteDefinitions? Of(MarkdownDocument document) => document.GetData(typeof(FootnoteDefinitions)) as FootnoteDefinitions;

    /// <summary>Adds a definition; the first one of a label counts.</summary>
    public static void Add(MarkdownDocument document, Footnote footnote, BlockParser parser)
    {
        if (Of(document) is not { } definitions)
        {
            definitions = new FootnoteDefinitions(parser);
            document.SetData(typeof(FootnoteDefinitions), definitions);

            // Last in the document, whatever else comes in; its inlines are parsed with all others.
            document.ProcessInlinesBegin += (_, _) => document.Add(definitions.Group);
            document.ProcessInlinesEnd += (_, _) => definitions.KeepReferred(document);
        }

        definitions.Group.Add(footnote);
        definitions._byLabel.TryAdd(footnote.Label!, footnote);
    }

    /// <summary>A new reference to the footnote of a label, or null if there is none.</summary>
    public FootnoteLink? Refer(string label)
    {
        if (!_byLabel.TryGetValue(label, out var footnote)) return null;
        if (footnote.Order < 0) footnote.Order = ++_references;

        var link = new FootnoteLink(footnote) { Index = footnote.Links.Count + 1 };
        footnote.Links.Add(link);
        return link;
    }

    private void KeepReferred(MarkdownDocument document)
    {
        var referred = Group.OfType<Footnote>().Where(footnote => footnote.Order > 0).OrderBy(footnote => footnote.Order).ToList();
        Group.Clear();
        foreach (var footnote in referred) Group.Add(footnote);
        if (referred.Count == 0) document.Remove(Group);
    }
}

/// <summary>Parses <c>[^label]: text</c> ("Footnotes" in Basic formatting syntax of the Obsidian help) outside of other blocks.</summary>
/// <remarks>
/// Indented by four columns, further blocks belong to the footnote. All footnotes end up in the <see cref="FootnoteGroup"/> at the
/// document's end; those that nothing refers to are dropped, as Obsidian does.
/// </remarks>
internal sealed class FootnoteParser : BlockParser
{
    private static readonly SearchValues<char> NotInLabels = SearchValues.Create("[]^ \t\r\n");

    public FootnoteParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || processor.GetCurrentContainerOpened() is not (MarkdownDocument or FootnoteGroup)) return BlockState.None;

        var length = LengthOfLabel(processor.Line.AsSpan());
        if (length == 0 || processor.PeekChar(length) != ':') return BlockState.None;

        var start = processor.Start;
        var footnote = new Footnote(this)
        {
            Label = processor.Line.Text.Substring(start + 1, length - 2),
            LabelSpan = new SourceSpan(start + 1, start + length - 2),
            Column = processor.Column,
            Span = new SourceSpan(start, processor.Line.End),
        };
        for (var i = 0; i <= length; i++) processor.NextChar();
        FootnoteDefinitions.Add(processor.Document, footnote, this);
        processor.NewBlocks.Push(footnote);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine) return BlockState.ContinueDiscard;
        if (!processor.IsCodeIndent) return BlockState.None;

        processor.GoToCodeIndent();
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    /// <summary>The length of <c>[^label]</c> at a text's start, or 0.</summary>
    internal static int LengthOfLabel(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("[^")) return 0;
        var length = text[2..].IndexOfAny(NotInLabels);
        return length > 0 && text[length + 2] == ']' ? length + 3 : 0;
    }
}

/// <summary>Parses <c>[^label]</c> where there is a footnote of that label; else it is text.</summary>
internal sealed class FootnoteReferenceParser : InlineParser
{
    private readonly LinkParser _links;

    public FootnoteReferenceParser(LinkParser links)
    {
        _links = links;
        OpeningCharacters = ['['];
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var length = FootnoteParser.LengthOfLabel(slice.AsSpan());
        if (length == 0 || FootnoteDefinitions.Of(processor.Document) is not { } definitions) return false;
        if (definitions.Refer(slice.Text.Substring(slice.Start + 1, length - 2)) is not { } link) return false;

        var last = slice.Start + length - 1;
        processor.Inline = link.At(processor, slice.Start, last);
        _links.Deactivate(processor, last);
        slice.Start = last + 1;
        return true;
    }
}
