using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Transformers.Model;

namespace Transformers.Parsing;

/// <summary>Reads the comments by which an author silences findings.</summary>
/// <remarks>
/// <c>%% transformers-ignore KB003 KB006 %%</c>, or the same as an HTML comment, silences findings that begin on its line; where it stands
/// alone on a line, those of the next. <c>transformers-ignore-note</c> silences them in the whole note. In code it is code.
/// </remarks>
internal static partial class Silencers
{
    private const string Word = "transformers-ignore";

    /// <summary>Reads them from the text of a note.</summary>
    /// <param name="text">The text without the front matter.</param>
    /// <param name="document">What Markdig made of it.</param>
    /// <param name="source">The note.</param>
    public static ImmutableArray<Silencer> Read(string text, MarkdownDocument document, NoteSource source)
    {
        if (!text.Contains(Word, StringComparison.Ordinal)) return [];
        return [.. from comment in Comment().Matches(text) where !IsCode(document, comment.Index) select ToSilencer(comment, text, source)];
    }

    private static bool IsCode(MarkdownDocument document, int offset) => document.FindBlockAtPosition(offset) is CodeBlock;

    private static Silencer ToSilencer(Match comment, string text, NoteSource source)
    {
        var line = source.Locate(new SourceSpan(comment.Index, comment.Index)).Line;
        var codes = comment.Groups["code"].Captures.Select(code =>
            new SilencedCode(code.Value.ToUpperInvariant(), source.Locate(new SourceSpan(code.Index, code.Index + code.Length - 1))));
        return new(comment.Groups["note"].Success ? null : StandsAlone(comment, text) ? line + 1 : line, [.. codes]);
    }

    private static bool StandsAlone(Match comment, string text)
    {
        var before = text.AsSpan(0, comment.Index);
        var after = text.AsSpan(comment.Index + comment.Length);
        var end = after.IndexOfAny('\n', '\r');
        return before[(before.LastIndexOfAny('\n', '\r') + 1)..].Trim(" \t>").IsEmpty && (end < 0 ? after : after[..end]).IsWhiteSpace();
    }

    [GeneratedRegex(@"(%%|<!--)[ \t]*transformers-ignore(?<note>-note)?([ \t,]+(?<code>\w+))+[ \t]*(%%|-->)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();
}
