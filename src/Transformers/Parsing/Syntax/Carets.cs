using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>A <c>^id</c> in running text that names a block: <c>^id in [[Note]]</c>, or <c>see ^id</c>.</summary>
internal sealed class CrossReferenceInline : LeafInline
{
    /// <summary>The block's id, without <c>^</c>.</summary>
    public required string Id { get; init; }

    /// <summary>True when the note is named: the next sibling is the text " in " and the one after it the link to the note.</summary>
    public bool HasTarget { get; init; }

    /// <summary>The text, in case it turns out to be no reference.</summary>
    internal StringSlice Content { get; init; }
}

/// <summary>Parses a <c>^id</c> at the end of a block, which is the block's, and cross references to blocks.</summary>
internal sealed class CaretParser : InlineParser, IPostInlineProcessor
{
    private const string BeforeTarget = " in ";

    public CaretParser() => OpeningCharacters = ['^'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var length = BlockIds.LengthOfId(text[1..]);
        if (length == 0) return false;

        var rest = text[(length + 1)..];
        return rest.IndexOfAnyExcept(" \t\r\n\uFFFE") < 0 ? TakeBlockId(processor, ref slice, length) : TakeReference(processor, ref slice, length);
    }

    public bool PostProcess(InlineProcessor state, Inline? root, Inline? lastChild, int postInlineProcessorIndex, bool isFinalProcessing)
    {
        if (!isFinalProcessing || state.ParserStates[Index] is not List<CrossReferenceInline> references) return true;
        foreach (var reference in references)
        {
            var isFollowed = reference.NextSibling is LiteralInline literal && literal.Content.AsSpan().SequenceEqual(BeforeTarget) &&
                literal.NextSibling is WikiLinkInline { IsEmbed: false } or LinkInline { IsImage: false, IsAutoLink: false };
            if (!isFollowed && reference.Parent is not null) reference.ReplaceBy(reference.AsText(reference.Content));
        }

        return true;
    }

    private static bool TakeBlockId(InlineProcessor processor, ref StringSlice slice, int length)
    {
        if (processor.Inline is not { } before || !InlinePlacing.IsBoundary(slice.PeekCharExtra(-1))) return false;
        if (processor.Block is not { } block || BlockIds.OwnerOf(block) is not { } owner) return false;

        var id = slice.Text.Substring(slice.Start + 1, length);
        owner.SetBlockId(new BlockId(id, processor.SourceOf(slice.Start, slice.Start + length)));
        processor.Inline = WithoutBlanks(before);
        slice.Start = slice.End + 1;
        return true;
    }

    /// <summary>Takes the white space away that separated the id from the text.</summary>
    /// <returns>The last inline that is left, if any.</returns>
    private static Inline? WithoutBlanks(Inline last)
    {
        if (last is LiteralInline literal)
        {
            var trimmed = literal.Content.AsSpan().TrimEnd().Length;
            literal.Span = new SourceSpan(literal.Span.Start, literal.Span.End - literal.Content.Length + trimmed);
            literal.Content = new StringSlice(literal.Content.Text, literal.Content.Start, literal.Content.Start + trimmed - 1);
            if (trimmed > 0) return literal;
        }
        else if (last is not LineBreakInline)
        {
            return last;
        }

        var previous = last.PreviousSibling;
        last.Remove();
        return previous;
    }

    private bool TakeReference(InlineProcessor processor, ref StringSlice slice, int length)
    {
        var previous = slice.PeekCharExtra(-1);
        if (char.IsLetterOrDigit(previous) || previous is '^' or '[' or '_' or '\\') return false;

        var rest = slice.AsSpan()[(length + 1)..];
        var hasTarget = rest.StartsWith(BeforeTarget) && rest.Length > BeforeTarget.Length && rest[BeforeTarget.Length] == '[';
        if (!hasTarget && !FollowsSee(slice)) return false;

        var last = slice.Start + length;
        var reference = new CrossReferenceInline
        {
            Id = slice.Text.Substring(slice.Start + 1, length),
            HasTarget = hasTarget,
            Content = new StringSlice(slice.Text, slice.Start, last),
        }.At(processor, slice.Start, last);
        if (hasTarget) processor.GetParserState<List<CrossReferenceInline>>(this).Add(reference);
        processor.Inline = reference;
        slice.Start = last + 1;
        return true;
    }

    private static bool FollowsSee(StringSlice slice)
    {
        var before = slice.Text.AsSpan(0, slice.Start);
        var words = before.TrimEnd(" \t");
        return words.Length < before.Length && words.EndsWith("see", StringComparison.OrdinalIgnoreCase) &&
            (words.Length == 3 || !char.IsLetterOrDigit(words[^4]));
    }
}
