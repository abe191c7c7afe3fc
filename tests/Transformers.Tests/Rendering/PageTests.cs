using Transformers.Tests.Support;

namespace Transformers.Tests.Rendering;

public sealed class PageTests
{
    [Fact]
    public void No_part_of_a_page_has_an_id_that_a_heading_can_have()
    {
        string[] parts = ["Main", "Backlinks", "Related", "Recent", "Map", "Cite", "Search", "Finder"];
        var headings = string.Concat(parts.Select(part => $"## {part}\n\n[[#{part}]] [[a]] [[b]]\n\n"));
        var site = TestSite.Of(("index.md", headings), ("a.md", headings), ("b.md", headings), ("c.md", "[[a]] [[b]] [[index]]\n\n- #PAPER [T](https://x.org/t)"));

        Assert.Empty(Crawl.Problems(site));
        Assert.All(parts, part => Assert.Equal("H2", site.Page("a/").GetElementById(part.ToLowerInvariant())!.TagName));
    }

    [Fact]
    public void An_entry_is_marked_up_with_its_kind_title_authors_and_year()
    {
        var entry = TestSite.Of(("a.md", "- #PAPER #REVIEW [Attention is all you need (Vaswani 2017)](https://arxiv.org/abs/1706.03762) ^attention\n\t- #CODE https://github.com/a/b")).Article("a/").QuerySelector("li.entry")!;

        Assert.Equal(("paper", "paper review", "^attention"), (entry.GetAttribute("data-kind"), entry.GetAttribute("data-tags"), entry.Id));
        Assert.Equal("https://arxiv.org/abs/1706.03762", entry.QuerySelector("a.entry-title")!.GetAttribute("href"));
        Assert.Equal(("Vaswani", "2017"), (entry.QuerySelector(".entry-authors")!.TextContent, entry.QuerySelector(".entry-year")!.TextContent));
        Assert.Equal("code", entry.QuerySelector("ul > li.entry")!.GetAttribute("data-kind"));
        Assert.DoesNotContain("^attention", entry.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_backlink_shows_the_sentence_and_leads_to_the_very_block()
    {
        var site = TestSite.Of(("a.md", "First thing. The paper [[b#^x|named here]] changed it. Last thing."), ("b.md", "- #PAPER [T (Doe 2020)](https://a.b) ^x"));

        var mention = site.Page("b/").QuerySelector("section.backlinks ul > li")!;
        Assert.StartsWith("The paper named here changed it.", mention.TextContent.Trim(), StringComparison.Ordinal);
        var href = mention.QuerySelector("a.internal")!.GetAttribute("href")!;
        Assert.StartsWith("../a/#", href, StringComparison.Ordinal);
        Assert.Contains("named here", site.Page("a/").GetElementById(href.Split('#')[1])!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_in_a_footnote_within_the_line_is_mentioned_with_the_footnote_and_leads_to_it()
    {
        var site = TestSite.Of(("a.md", "Text^[See [[b|this note]] too.], text.[^1]\n\n[^1]: - a list"), ("b.md", ""));

        var mention = site.Page("b/").QuerySelector("section.backlinks ul > li")!;
        Assert.Equal("See this note too.", mention.TextContent.Trim());
        Assert.Equal("../a/#fn:1", mention.QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void What_a_script_holds_is_in_no_title_address_or_mention()
    {
        var site = TestSite.Of(("a.md", "## <script>secret</script>Seen\n\n[[b]] and <style>secret</style> so on."), ("b.md", ""));

        Assert.NotNull(site.Page("a/").GetElementById("seen"));
        Assert.Equal("b and  so on.", site.Page("b/").QuerySelector("section.backlinks ul > li")!.TextContent.Trim());
        Assert.All(site.Files.Keys.Where(file => file != "a/index.md"), file => Assert.DoesNotContain("secret", site.Text(file), StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_shows_where_it_is_and_what_is_near()
    {
        var page = TestSite.Of(("index.md", "# Home"), ("AI/a.md", "## One\n\n## Two"), ("AI/b.md", "")).Page("ai/a/");

        Assert.Equal(["../../", "../"], page.QuerySelectorAll("nav.breadcrumbs a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["#one", "#two"], page.QuerySelectorAll("nav.toc a").Select(a => a.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector("nav.nearby a[aria-current=page]"));
        Assert.NotNull(page.QuerySelector("nav.nearby a[href='../b/']"));
    }

    [Fact]
    public void The_title_is_the_only_first_heading_and_others_move_down()
    {
        var page = TestSite.Of(("Name.md", "# The title\n\n## A\n\n# Another\n\n## B")).Page("name/");

        Assert.Equal("The title", Assert.Single(page.QuerySelectorAll("h1")).TextContent.Trim());
        Assert.Equal(["H2 A", "H2 Another", "H3 B"], page.QuerySelectorAll("article h2, article h3").Select(h => $"{h.TagName} {h.TextContent}"));
    }

    [Fact]
    public void A_tag_has_a_page_that_leads_to_each_use_and_so_has_each_level_above()
    {
        var site = TestSite.Of(("a.md", "- #THESIS/PHD [On things (Doe 2020)](https://a.b)\n"));

        Assert.Equal("../../../a/#on-things", site.Page("tags/thesis/phd/").QuerySelector(".tagged li a")!.GetAttribute("href"));
        Assert.NotNull(site.Page("tags/thesis/").QuerySelector("a.tag[href='phd/']"));
        Assert.Equal("1 use in 1 note", site.Page("tags/thesis/").QuerySelector(".summary")!.TextContent);
        Assert.NotNull(site.Page("tags/").QuerySelector("a.tag[href='thesis/phd/']"));
        Assert.Equal("../tags/thesis/phd/", site.Article("a/").QuerySelector("a.tag")!.GetAttribute("href"));
    }

    [Fact]
    public void An_unresolved_link_is_visible_and_is_no_link()
    {
        var span = TestSite.Of(("a.md", "[[Gone|the text]]")).Article("a/").QuerySelector("span.unresolved")!;

        Assert.Equal(("the text", "Not found: Gone"), (span.TextContent, span.GetAttribute("title")));
    }

    [Fact]
    public void Embedded_content_leaves_its_ids_behind()
    {
        var site = TestSite.Of(("a.md", "![[b#^x]]\n\n![[b#S]]"), ("b.md", "- #PAPER [T](https://a.b) ^x\n\t- child\n\n## S\n\nUnder[^1].\n\n[^1]: note"));

        var embeds = site.Article("a/").QuerySelectorAll("div.embed");
        Assert.Equal(2, embeds.Length);
        Assert.All(embeds, embed => Assert.Empty(embed.QuerySelectorAll("[id]")));
        Assert.Contains("child", embeds[0].QuerySelector("ul > li.entry")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("../b/#fn:1", embeds[1].QuerySelector("sup a")!.GetAttribute("href"));
    }

    [Fact]
    public void Text_that_runs_the_other_way_says_so()
    {
        var article = TestSite.Of(("a.md", "שלום world\n\nhello\n")).Article("a/");

        Assert.Equal(["rtl", null], article.QuerySelectorAll("p").Select(p => p.GetAttribute("dir")));
    }

    [Fact]
    public void Nothing_in_a_site_leads_to_the_outside_but_what_authors_wrote()
    {
        var page = TestSite.Of(("a.md", "text")).Page("a/");

        Assert.All(page.All.SelectMany(element => new[] { element.GetAttribute("src"), element.GetAttribute("href") }).OfType<string>(), link =>
            Assert.False(Uri.TryCreate(link, UriKind.Absolute, out _), link));
    }
}
