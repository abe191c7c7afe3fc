using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>A run of delimiters of which it is not known yet what it opens or closes; none is left in a finished tree.</summary>
internal sealed class EmphasisRun : LeafInline
{
    /// <summary>The delimiters that are left, in the slice that is parsed.</summary>
    public required StringSlice Content { get; set; }

    /// <summary>How long the run was at first.</summary>
    public required int OriginalLength { get; init; }

    public required bool CanOpen { get; init; }

    public required bool CanClose { get; init; }

    /// <summary>Where the run begins, as an offset into the slice's text.</summary>
    public required int Position { get; init; }

    /// <summary>The runs around this one that are still of interest.</summary>
    public EmphasisRun? Before { get; set; }

    public EmphasisRun? After { get; set; }

    public char Character => Content.Text[Content.Start];
}

/// <summary>
/// Parses <c>*</c> and <c>_</c> emphasis (CommonMark 6.2), <c>~~strikethrough~~</c> and <c>==highlight==</c> ("Basic formatting
/// syntax" of the Obsidian help). All become <see cref="EmphasisInline"/>, with their character and how often it stands on each side.
/// </summary>
/// <remarks>
/// Delimiter runs wait beside the text until the text around them is known: the end of their link or of their block. The
/// algorithm is the one in the appendix of CommonMark ("process emphasis"), which never looks for the same opener twice.
/// </remarks>
internal sealed class EmphasisParser : InlineParser, IPostInlineProcessor
{
    public EmphasisParser() => OpeningCharacters = ['*', '_', '~', '='];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var character = slice.CurrentChar;
        var before = slice.PeekRuneExtra(-1);
        var (start, length) = (slice.Start, InlinePlacing.RunLength(slice.AsSpan()));
        if (character is '~' or '=' && length != 2) return InlinePlacing.TakeAsText(processor, ref slice, length);

        slice.Start += length;
        var (canOpen, canClose) = Flanks(before, slice.CurrentRune, isWithinWords: character != '_');
        slice.Start = start;
        if (!canOpen && !canClose) return InlinePlacing.TakeAsText(processor, ref slice, length);

        slice.Start += length;
        var run = new EmphasisRun
        {
            Content = new StringSlice(slice.Text, start, slice.Start - 1),
            OriginalLength = length,
            CanOpen = canOpen,
            CanClose = canClose,
            Position = start,
        }.At(processor, start, slice.Start - 1);
        StackOf(processor).Push(run);
        processor.Inline = run;
        return true;
    }

    /// <summary>Turns the runs from a position on into emphasis or text.</summary>
    public void Resolve(InlineProcessor processor, int from) => StackOf(processor).Resolve(from);

    /// <summary>The depths of the containers in the leaf that is parsed.</summary>
    public InlineDepths DepthsOf(InlineProcessor processor) => StackOf(processor).Depths;

    public bool PostProcess(InlineProcessor state, Inline? root, Inline? lastChild, int postInlineProcessorIndex, bool isFinalProcessing)
    {
        if (isFinalProcessing && state.ParserStates[Index] is EmphasisStack stack) stack.Resolve(from: 0);
        return true;
    }

    /// <summary>Whether a run between two characters can open and close emphasis ("left-flanking" and "right-flanking" in CommonMark 6.2).</summary>
    private static (bool CanOpen, bool CanClose) Flanks(Rune before, Rune after, bool isWithinWords)
    {
        var (spaceBefore, spaceAfter) = (IsSpace(before), IsSpace(after));
        var (markBefore, markAfter) = (IsPunctuation(before), IsPunctuation(after));
        var isLeft = !spaceAfter && (!markAfter || spaceBefore || markBefore);
        var isRight = !spaceBefore && (!markBefore || spaceAfter || markAfter);
        return isWithinWords ? (isLeft, isRight) : (isLeft && (!isRight || markBefore), isRight && (!isLeft || markAfter));
    }

    private static bool IsSpace(Rune rune) => rune.Value == 0 || Rune.IsWhiteSpace(rune);

    private static bool IsPunctuation(Rune rune) => Rune.IsPunctuation(rune) || Rune.IsSymbol(rune);

    private EmphasisStack StackOf(InlineProcessor processor) => processor.GetParserState<EmphasisStack>(this);
}
