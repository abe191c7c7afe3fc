using Transformers.Model;

namespace Transformers.Parsing.Html.Code;

/// <summary>Colours code while a site is built: the parts that help reading, in a single pass.</summary>
/// <remarks>
/// No grammar and no backtracking: what begins a comment, a string, a number or a word is seen at once, and where it ends is looked for once.
/// It never fails; in doubt, text stays plain. Classes: <c>tok-comment</c>, <c>tok-string</c>, <c>tok-number</c>, <c>tok-keyword</c>,
/// <c>tok-literal</c>, <c>tok-function</c>, <c>tok-key</c>, <c>tok-tag</c>, <c>tok-added</c>, <c>tok-removed</c>.
/// </remarks>
internal static class CodeHighlighter
{
    /// <summary>What is longer, in characters, is shown plain.</summary>
    private const int MostLength = 100_000;

    /// <summary>Writes code as text with spans.</summary>
    public static void Write(string code, CodeLanguage? language, HtmlBuffer html)
    {
        if (language is null || code.Length > MostLength)
        {
            html.Text(code);
            return;
        }

        html.Needs(BodyFeatures.Code);
        var tokens = new CodeTokens(code, html);
        switch (language.Form)
        {
            case CodeForm.Markup: MarkupReader.Read(code, ref tokens); break;
            case CodeForm.Difference: Difference(code, ref tokens); break;
            default: new ProgramReader(code, language).Read(ref tokens); break;
        }

        tokens.End();
    }

    private static void Difference(string code, ref CodeTokens tokens)
    {
        for (var at = 0; at < code.Length;)
        {
            var end = code.IndexOf('\n', at);
            if (end < 0) end = code.Length;
            ReadOnlySpan<byte> kind = code[at] switch { '+' => "added"u8, '-' => "removed"u8, '@' => "keyword"u8, _ => default };
            if (!kind.IsEmpty) tokens.Mark(at, end, kind);
            at = end + 1;
        }
    }
}

/// <summary>Writes code in order: what is marked in a span, all else plain.</summary>
internal ref struct CodeTokens(ReadOnlySpan<char> code, HtmlBuffer html)
{
    private readonly ReadOnlySpan<char> _code = code;
    private int _written;

    /// <summary>Marks a part, which lies behind all that were marked before.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="kind">The class without <c>tok-</c>.</param>
    public void Mark(int start, int end, ReadOnlySpan<byte> kind)
    {
        if (end <= start) return;
        html.Text(_code[_written..start]);
        html.Markup("<span class=\"tok-"u8);
        html.Markup(kind);
        html.Markup("\">"u8);
        html.Text(_code[start..end]);
        html.Markup("</span>"u8);
        _written = end;
    }

    /// <summary>Writes what is left.</summary>
    public readonly void End() => html.Text(_code[_written..]);
}
