using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>A <c>[[target#fragment|label]]</c>, or <c>![[target]]</c> that shows its target in place.</summary>
/// <remarks>Its span goes from the first bracket, or <c>!</c>, through the last bracket.</remarks>
internal sealed class WikiLinkInline : LeafInline
{
    /// <summary>The note or attachment named; empty for a link within the same note.</summary>
    public required string Target { get; init; }

    /// <summary>What follows the first <c>#</c>, such as <c>Heading#Sub</c> or <c>^block</c>, if any.</summary>
    public string? Fragment { get; init; }

    /// <summary>The text to show, or an image's size, after <c>|</c>, if any.</summary>
    public string? Label { get; init; }

    /// <summary>True for <c>![[…]]</c>.</summary>
    public bool IsEmbed { get; init; }
}

/// <summary>Parses <c>[[target#fragment|label]]</c>, and <c>![[…]]</c> as an embed.</summary>
/// <remarks>
/// "Internal links" and "Embed files" of the Obsidian help. A link lies on one line; only its label may hold brackets, in pairs.
/// Anything else is left to the parsers that come after.
/// </remarks>
internal sealed class WikiLinkParser : InlineParser
{
    public WikiLinkParser() => OpeningCharacters = ['[', '!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var isEmbed = text[0] == '!';
        var open = isEmbed ? 3 : 2;
        if (!text.StartsWith(isEmbed ? "![[" : "[[")) return false;

        var length = LengthOfContent(text[open..]);
        if (length <= 0) return false;

        var (target, fragment, label) = Split(CommentMask.Without(text.Slice(open, length)));
        if (target.Length == 0 && string.IsNullOrEmpty(fragment)) return false;

        var last = slice.Start + open + length + 1;
        processor.Inline = new WikiLinkInline { Target = target, Fragment = fragment, Label = label, IsEmbed = isEmbed }
            .At(processor, slice.Start, last);
        slice.Start = last + 1;
        return true;
    }

    /// <summary>Up to the closing brackets; negative if there are none.</summary>
    private static int LengthOfContent(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAny("[]|\n\r");
        if (length >= 0 && text[length] == '|') length = EndOfLabel(text, length + 1);
        return length >= 0 && text[length..].StartsWith("]]") ? length : -1;
    }

    private static int EndOfLabel(ReadOnlySpan<char> text, int position)
    {
        for (var depth = 0; position < text.Length; position++)
        {
            switch (text[position])
            {
                case '\n' or '\r':
                    return -1;
                case '[' when text[position..].StartsWith("[["):
                    return -1;
                case '[':
                    depth++;
                    break;
                case ']' when text[position..].StartsWith("]]") && (depth == 0 || !text[position..].StartsWith("]]]")):
                    return position;
                case ']' when depth > 0:
                    depth--;
                    break;
            }
        }

        return -1;
    }

    private static (string Target, string? Fragment, string? Label) Split(ReadOnlySpan<char> content)
    {
        string? label = null, fragment = null;
        var bar = content.IndexOf('|');
        if (bar >= 0)
        {
            label = content[(bar + 1)..].ToString().Replace("\\|", "|", StringComparison.Ordinal).Trim();

            // In a table the bar is written with a backslash.
            content = bar > 0 && content[bar - 1] == '\\' ? content[..(bar - 1)] : content[..bar];
        }

        var hash = content.IndexOf('#');
        if (hash >= 0)
        {
            fragment = content[(hash + 1)..].Trim().ToString();
            content = content[..hash];
        }

        return (content.Trim().ToString(), fragment, string.IsNullOrEmpty(label) ? null : label);
    }
}
