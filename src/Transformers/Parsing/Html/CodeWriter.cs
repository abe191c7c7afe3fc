using System.Text.RegularExpressions;
using Markdig.Syntax;
using Transformers.Model;
using Transformers.Parsing.Html.Code;

namespace Transformers.Parsing.Html;

/// <summary>Writes blocks of code: diagrams, titles, colours.</summary>
internal static partial class CodeWriter
{
    /// <summary>Writes a block.</summary>
    public static void Write(CodeBlock code, BodyWriter writer, HtmlBuffer html)
    {
        var fence = code as FencedCodeBlock;
        var info = fence?.Info ?? "";
        var text = code.Lines.ToString();
        if (info == "mermaid")
        {
            html.Needs(BodyFeatures.Diagram);
            writer.Open("<pre class=\"mermaid\""u8, code);
            html.Text(text);
            html.Markup("</pre>\n"u8);
            return;
        }

        var title = info is "dataview" or "dataviewjs" ? "A Dataview query; this site does not evaluate it." : TitleIn(fence?.Arguments);
        if (title is null)
        {
            writer.Open("<pre"u8, code);
        }
        else
        {
            html.Needs(BodyFeatures.Code);
            writer.Open("<figure class=\"code\""u8, code);
            html.Markup("<figcaption>"u8);
            html.Text(title);
            html.Markup("</figcaption><pre>"u8);
        }

        html.Markup("<code"u8);
        if (info.Length > 0) html.Attribute(" class=\"language-"u8, info);
        html.Markup(">"u8);
        CodeHighlighter.Write(text, CodeLanguage.Find(info), html);
        if (code.Lines.Count > 0) html.Markup("\n"u8);
        html.Markup(title is null ? "</code></pre>\n"u8 : "</code></pre></figure>\n"u8);
    }

    private static string? TitleIn(string? arguments)
    {
        if (arguments is null) return null;
        var match = Title().Match(arguments);
        var title = match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["bare"].Value;
        return string.IsNullOrWhiteSpace(title) ? null : title.Trim();
    }

    [GeneratedRegex("""(?:^|[\s{,])title[=:]\s*(?:"(?<quoted>[^"]*)"|'(?<quoted>[^']*)'|(?<bare>[^\s"',}]+))""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();
}
