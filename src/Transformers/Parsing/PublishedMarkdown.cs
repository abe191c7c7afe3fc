using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Transformers.Parsing.Syntax;
using Transformers.Text;

namespace Transformers.Parsing;

/// <summary>A note's file as readers may have it: as it was written, without what its author meant for no reader.</summary>
/// <remarks>
/// Comments go, those of Obsidian, of HTML and of YAML, and so does front matter that can't be read, as the page leaves it out too.
/// A comment that fills whole lines goes with them, so that it parts no paragraph.
/// </remarks>
internal static class PublishedMarkdown
{
    private const string Open = "<!--";
    private const string Close = "-->";

    /// <summary>The file without its comments.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="block">Where its front matter is, if it has any.</param>
    /// <param name="isReadable">False where the front matter can't be read.</param>
    /// <param name="document">The tree of the body; null where it is shown as it is written.</param>
    /// <returns>UTF-8 without a byte order mark, line ends as they are.</returns>
    public static ReadOnlyMemory<byte> Of(string text, FrontMatterBlock? block, bool isReadable, MarkdownDocument? document)
    {
        var hidden = new List<TextSpan>();
        if (block is { } yaml) hidden.AddRange(isReadable ? CommentsIn(text, yaml) : [new(0, yaml.BodyStart)]);
        hidden.AddRange(CommentsIn(text[(block?.BodyStart ?? 0)..], document).Select(span => span with { Start = span.Start + (block?.BodyStart ?? 0) }));
        return Encoding.UTF8.GetBytes(hidden.Count == 0 ? text : Without(hidden, text));
    }

    /// <summary>The body of a note without its comments.</summary>
    public static string WithoutComments(string body) => Without(CommentsIn(body, null), body);

    /// <summary>What follows where the reading of a note was given up, without comments; one that began before ends in it.</summary>
    public static string RestWithoutComments(string rest)
    {
        var close = rest.IndexOf(Close, StringComparison.Ordinal);
        var open = rest.IndexOf(Open, StringComparison.Ordinal);
        return WithoutComments(close >= 0 && (open < 0 || close < open) ? rest[(close + Close.Length)..] : rest);
    }

    private static IEnumerable<TextSpan> CommentsIn(string text, FrontMatterBlock block) =>
        Yaml.CommentsIn(text[block.YamlStart..block.YamlEnd]).Select(span => span with { Start = span.Start + block.YamlStart });

    private static List<TextSpan> CommentsIn(string body, MarkdownDocument? document)
    {
        var masked = CommentMask.Apply(body);
        var comments = new List<TextSpan>();
        if (!ReferenceEquals(masked, body))
        {
            for (var at = masked.IndexOf(CommentMask.Filler, StringComparison.Ordinal); at >= 0;)
            {
                var length = InlinePlacing.RunLength(masked.AsSpan(at));
                comments.Add(new(at, length));
                var next = masked.AsSpan(at + length).IndexOf(CommentMask.Filler);
                at = next < 0 ? -1 : at + length + next;
            }
        }

        if (masked.Contains(Open, StringComparison.Ordinal)) comments.AddRange(HtmlCommentsIn(masked, document));
        return comments;
    }

    /// <summary>What stands between <c>&lt;!--</c> and <c>--&gt;</c> outside of code; a block of HTML ends one that is not closed.</summary>
    private static IEnumerable<TextSpan> HtmlCommentsIn(string body, MarkdownDocument? document)
    {
        var blocks = (document?.Descendants() ?? []).Where(part => part is CodeBlock or CodeInline or HtmlBlock).OrderBy(part => part.Span.Start).ToArray();
        var (next, lastClose) = (0, body.LastIndexOf(Close, StringComparison.Ordinal));
        for (var at = body.IndexOf(Open, StringComparison.Ordinal); at >= 0; at = body.IndexOf(Open, at, StringComparison.Ordinal))
        {
            while (next < blocks.Length && blocks[next].Span.End < at) next++;
            var around = next < blocks.Length && blocks[next].Span.Start <= at ? blocks[next] : null;
            if (around is CodeBlock or CodeInline)
            {
                at = around.Span.End + 1;
                continue;
            }

            // "<!-->" is a whole comment.
            var close = at + 2 <= lastClose ? body.IndexOf(Close, at + 2, StringComparison.Ordinal) : -1;
            var end = close >= 0 ? close + Close.Length : around is null ? at + Open.Length : around.Span.End + 1;
            if (close >= 0 || around is not null) yield return new(at, end - at);
            at = end;
        }
    }

    private static string Without(IEnumerable<TextSpan> hidden, string text)
    {
        var rest = new StringBuilder(text.Length);
        var at = 0;
        foreach (var span in hidden.OrderBy(span => span.Start))
        {
            var (start, end) = WithItsLines(span, text);
            if (start > at) rest.Append(text, at, start - at);
            at = Math.Max(at, end);
        }

        return rest.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The span, or the lines that it fills but for blanks and quote marks.</summary>
    /// <remarks>Looks no farther than the blanks around it: a line may hold a comment for every few of its characters.</remarks>
    private static (int Start, int End) WithItsLines(TextSpan span, string text)
    {
        var before = text.AsSpan(0, span.Start).TrimEnd(" \t>");
        var after = text.AsSpan(span.End).TrimStart(" \t");
        var isAlone = before is [] or [.., '\n' or '\r'] && after is [] or ['\n' or '\r', ..];
        if (!isAlone) return (span.Start, span.End);
        var lineEnd = after switch { [] => 0, ['\r', '\n', ..] => 2, _ => 1 };
        return (before.Length, text.Length - after.Length + lineEnd);
    }
}
