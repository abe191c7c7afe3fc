using System.Net;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Html.Raw;

/// <summary>Where a tag of raw HTML stands.</summary>
/// <param name="span">The tag in the note's body.</param>
/// <param name="inline">The inline that it is, or null for one in a block of HTML.</param>
/// <param name="after">In a block, the text behind it.</param>
internal readonly ref struct RawPlace(SourceSpan span, HtmlInline? inline, ReadOnlySpan<char> after)
{
    /// <summary>A link's text is looked for so many characters or inlines far.</summary>
    private const int Reach = 300;

    private readonly ReadOnlySpan<char> _after = after;

    public SourceSpan Span => span;

    public HtmlInline? Inline => inline;

    /// <summary>The text up to the link's end, and the last inline of it.</summary>
    public (string Text, Inline? Last) Label()
    {
        var text = new StringBuilder();
        if (inline is null)
        {
            var scanner = new RawHtmlScanner(_after[..Math.Min(Reach, _after.Length)]);
            while (scanner.Read() && scanner.Tag is not { IsEnd: true, Name: "a" })
            {
                if (scanner.Tag is null) text.Append(scanner.Token);
            }

            return (WebUtility.HtmlDecode(text.ToString()).Trim(), null);
        }

        var last = (Inline)inline;
        for (var count = 0; count < Reach && last.NextSibling is { } next; count++)
        {
            if (next is HtmlInline tag && tag.Tag.StartsWith("</a", StringComparison.OrdinalIgnoreCase)) break;
            PlainText.Append(text, next);
            if (next is ContainerInline container) text.Append(PlainText.Of(container));
            last = next;
        }

        return (text.ToString().Trim(), last);
    }
}
