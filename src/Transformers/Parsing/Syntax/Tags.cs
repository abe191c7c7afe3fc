using System.Globalization;
using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>A <c>#tag</c> in running text.</summary>
internal sealed class TagInline : LeafInline
{
    /// <summary>The tag as written, without <c>#</c>; nested ones hold <c>/</c>.</summary>
    public required string Name { get; init; }
}

/// <summary>Parses <c>#tag</c> and <c>#nested/tag</c>.</summary>
/// <remarks>
/// "Tag format" in Tags of the Obsidian help: a tag follows white space or begins its text; it holds letters and digits of any
/// script, emoji, <c>_</c>, <c>-</c> and <c>/</c>, and something that is no digit.
/// </remarks>
internal sealed class TagParser : InlineParser
{
    private const int ZeroWidthJoiner = 0x200D;

    public TagParser() => OpeningCharacters = ['#'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!InlinePlacing.IsBoundary(slice.PeekCharExtra(-1)) && !BeginsText(processor.Inline)) return false;

        var length = LengthOfName(slice.AsSpan()[1..]);
        if (length == 0) return false;

        var last = slice.Start + length;
        processor.Inline = new TagInline { Name = slice.Text.Substring(slice.Start + 1, length) }.At(processor, slice.Start, last);
        slice.Start = last + 1;
        return true;
    }

    /// <summary>True behind nothing, or behind what opens emphasis or an element: <c>**#tag**</c>.</summary>
    private static bool BeginsText(Inline? previous) => previous is null or EmphasisRun { CanOpen: true, CanClose: false } or HtmlInline;

    /// <summary>The length of the tag's name at a text's start, or 0.</summary>
    internal static int LengthOfName(ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsTagRune(rune)) break;
            length += rune.Utf16SequenceLength;
        }

        var name = text[..length].TrimEnd('/');
        return name.ContainsAnyExceptInRange('0', '9') && name.ContainsAnyExcept('-', '/') ? name.Length : 0;
    }

    private static bool IsTagRune(Rune rune) =>
        rune.Value is '_' or '-' or '/' or ZeroWidthJoiner || Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
            UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or
            UnicodeCategory.OtherSymbol || (rune.Value > 0x7F && Rune.GetUnicodeCategory(rune) == UnicodeCategory.ModifierSymbol);
}
