using Transformers.Tests.Support;

namespace Transformers.Tests.Rendering;

public sealed class FeatureTests
{
    [Theory]
    [InlineData("plain text, `code`, $5 and $10", "")]
    [InlineData("$x$", "rich temml math")]
    [InlineData("$$\nx\n$$", "rich temml math")]
    [InlineData("```mermaid\ngraph TD\n```", "rich diagram")]
    [InlineData("<iframe src=\"https://www.youtube.com/embed/x\"></iframe>", "rich frame")]
    [InlineData("```js\nlet x\n```", "rich")]
    [InlineData("<mark style=\"background: #FFF3A3A6\">x</mark>", "style")]
    [InlineData("```unknown\nlet x\n```", "")]
    public void A_page_loads_what_it_needs_and_the_site_holds_no_more(string text, string expected)
    {
        var site = TestSite.Of(("a.md", text), ("b.md", "nothing"));

        Assert.Equal(expected, string.Join(' ', Loaded(site, "a/")));
        Assert.Empty(Loaded(site, "b/"));
        Assert.Equal(expected.Contains("temml", StringComparison.Ordinal), site.Files.Keys.Any(file => file.StartsWith("assets/vendor/temml-", StringComparison.Ordinal)));
        Assert.Equal(expected.Contains("diagram", StringComparison.Ordinal), site.Files.Keys.Any(file => file.StartsWith("assets/vendor/mermaid-", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_an_embed_needs_its_page_loads_and_no_more()
    {
        var site = TestSite.Of(("a.md", "## One\n\n$x$\n\n## Two\n\ntext ^t\n\n```mermaid\nx\n```"), ("b.md", "![[a#One]]"), ("c.md", "![[b]]"), ("d.md", "![[a#^t]]"), ("e.md", "[[a]]"));

        Assert.Equal(["rich", "temml", "math"], Loaded(site, "b/"));
        Assert.Equal(["rich", "temml", "math"], Loaded(site, "c/"));
        Assert.Empty(Loaded(site, "d/"));
        Assert.Empty(Loaded(site, "e/"));
    }

    [Fact]
    public void Canvases_and_bases_bring_what_they_need_to_the_pages_that_embed_them_and_to_no_other()
    {
        var site = TestSite.Of(
            ("c.canvas", """{"nodes":[{"id":"1","type":"text","text":"x","x":0,"y":0,"width":9,"height":9}]}"""),
            ("t.base", "views:\n  - type: table\n"),
            ("a.md", "![[c.canvas]]"),
            ("b.md", "![[t.base]]"),
            ("d.md", "[[c.canvas]] [[t.base]]"));

        Assert.Equal(["canvas", "canvas"], Loaded(site, "a/"));
        Assert.Equal(["base"], Loaded(site, "b/"));
        Assert.Empty(Loaded(site, "d/"));
        Assert.DoesNotContain(TestSite.Of(("a.md", "")).Files.Keys, file => file.StartsWith("assets/canvas", StringComparison.Ordinal) || file.StartsWith("assets/base", StringComparison.Ordinal));
    }

    [Fact]
    public void Vendored_files_come_with_their_licence_and_find_each_other()
    {
        var site = TestSite.Of(("a.md", "$x$\n\n```mermaid\nx\n```"));

        Assert.All(
            site.Files.Keys.Where(file => file.StartsWith("assets/vendor/", StringComparison.Ordinal)).Select(file => string.Join('/', file.Split('/')[..3])).Distinct(),
            folder => Assert.Contains($"{folder}/LICENSE.txt", site.Files.Keys));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void Formulas_and_diagrams_are_readable_text_before_any_script_runs()
    {
        var article = TestSite.Of(("a.md", "$a<b$\n\n```mermaid\nA-->B\n```")).Article("a/");

        Assert.Equal("a<b", article.QuerySelector("span.math.inline")!.TextContent);
        Assert.Equal("A-->B", article.QuerySelector("pre.mermaid")!.TextContent);
    }

    private static IEnumerable<string> Loaded(TestSite site, string address) =>
        site.Page(address).Head!.QuerySelectorAll("script[src], link[rel=stylesheet]")
            .Select(element => (element.GetAttribute("src") ?? element.GetAttribute("href"))!.Split('/')[^1].Split('.')[0])
            .Where(name => name is not ("theme" or "color-scheme" or "near" or "Temml-Local"));
}
