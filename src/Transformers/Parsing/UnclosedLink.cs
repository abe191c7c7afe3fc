using Markdig.Syntax.Inlines;

namespace Transformers.Parsing;

/// <summary>What was meant for a link, <c>[text](https://…</c>, and is none: its parenthesis is not closed, or its address holds a blank.</summary>
internal static class UnclosedLink
{
    /// <summary>As much as is looked at before an address, in UTF-16 code units; a link's text that is longer is rare.</summary>
    private const int LongestText = 300;

    /// <summary>Reports <c>KB035</c> where an address stands behind <c>[text](</c>.</summary>
    /// <param name="inline">An inline of the note.</param>
    /// <param name="source">The note.</param>
    public static void Check(Inline inline, NoteSource source)
    {
        if (inline is not (AutolinkInline or LinkInline { IsAutoLink: true }) || TextIn(LiteralBefore(inline)) is not { } text) return;
        var message = $"The link '{text}' is not closed, and so is none; write ')' behind its address, and no blank in it.";
        source.Report(ParsingRules.UnclosedLink.At(source.Path, source.Locate(inline.Span), message));
    }

    /// <summary>The text between the brackets that end what stands before an address; null where none do.</summary>
    public static string? TextIn(string before)
    {
        if (!before.EndsWith("](", StringComparison.Ordinal)) return null;
        var open = before.LastIndexOf('[');
        return open >= 0 && before[(open + 1)..^2].Trim() is { Length: > 0 } text ? text : null;
    }

    private static string LiteralBefore(Inline inline)
    {
        var text = "";
        for (var before = inline.PreviousSibling; before is LiteralInline literal && text.Length < LongestText; before = before.PreviousSibling) text = literal.Content + text;
        return text;
    }
}
