using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Transformers.Tests.Support;

/// <summary>What holds for every page, whatever stands in the notes.</summary>
internal static class SafePage
{
    private static readonly string[] UrlAttributes = ["href", "src", "data-src", "action", "formaction", "poster", "srcset", "background", "data", "xlink:href"];

    /// <summary>A page runs nothing of a note's, and keeps its form.</summary>
    public static void AssertSafe(IDocument page, string text, bool isArticle = true)
    {
        Assert.All(page.QuerySelectorAll("script"), script => Assert.True(IsOurs(script), text));
        Assert.Empty(page.QuerySelectorAll("style, object, embed, base, body body, meta[http-equiv='refresh'][content*='javascript']"));
        foreach (var element in page.All)
        {
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc", $"{attribute.Name} in {text}");
                if (UrlAttributes.Contains(attribute.Name)) AssertSafeUrl(attribute.Value, text);
            }
        }

        if (!isArticle) return;
        Assert.Empty(page.QuerySelectorAll("form, template, svg *"));
        var article = Assert.Single(page.QuerySelectorAll("article.note"));
        Assert.Equal("main", article.ParentElement!.LocalName);
        Assert.Equal("BODY", page.QuerySelector("footer")!.ParentElement!.TagName);
        Assert.Same(page.Body!.LastElementChild, page.QuerySelector("footer"));
        Assert.Single(article.QuerySelectorAll("h1"));
    }

    /// <summary>A script of the theme's, or data that is whole.</summary>
    private static bool IsOurs(IElement script)
    {
        if (script.Closest("article.note") is not null) return false;
        if (script.GetAttribute("src") is { } source) return source.Contains("assets/", StringComparison.Ordinal) && script.TextContent.Length == 0;
        using var data = JsonDocument.Parse(script.TextContent);
        return script.GetAttribute("type") == "application/ld+json";
    }

    private static void AssertSafeUrl(string url, string text)
    {
        var plain = string.Concat(url.Where(c => c > ' ')).ToLowerInvariant();
        Assert.False(plain.StartsWith("javascript:", StringComparison.Ordinal) || plain.StartsWith("vbscript:", StringComparison.Ordinal) || (plain.StartsWith("data:text", StringComparison.Ordinal) && !plain.StartsWith("data:text/plain;charset=utf-8,", StringComparison.Ordinal)) || plain.StartsWith("data:image/svg", StringComparison.Ordinal), $"{url} in {text}");
    }

    /// <summary>A parser that finds nothing to repair builds the tree that the tags show.</summary>
    public static void AssertParsesAsWritten(string html, string text)
    {
        var errors = new List<string>();
        var parser = new HtmlParser();
        parser.Error += (_, error) => errors.Add(((AngleSharp.Html.Dom.Events.HtmlErrorEvent)error).Message);
        parser.ParseDocument(html);
        Assert.True(errors.Count == 0, $"{string.Join(' ', errors)} in {text}\n{html[Math.Max(0, html.IndexOf("<article", StringComparison.Ordinal))..]}");
    }
}
