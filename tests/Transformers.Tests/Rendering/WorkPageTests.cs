using System.Text.Json;
using Transformers.Tests.Support;

namespace Transformers.Tests.Rendering;

public sealed class WorkPageTests
{
    private const string Attention = "- #PAPER [Attention is all you need (Vaswani 2017)](https://arxiv.org/abs/1706.03762) ^attention\n  - #CODE https://github.com/tensorflow/tensor2tensor\n  - No recurrence.\n";

    private const string Key = "vaswani2017attentionneed";

    private const string Page = $"works/{Key}/";

    [Fact]
    public void The_page_of_a_work_says_who_made_it_when_and_where_it_is()
    {
        var page = TestSite.Of(("a.md", Attention)).Page(Page);

        Assert.Equal("Attention is all you need", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Vaswani, 2017", page.QuerySelector(".citation")!.TextContent);
        Assert.Equal("https://arxiv.org/abs/1706.03762", page.QuerySelector(".identifiers a")!.GetAttribute("href"));
        Assert.Equal(["paper arxiv.org", "code github.com"], page.QuerySelectorAll(".resources a").Select(a => a.TextContent));
    }

    [Fact]
    public void Every_place_that_lists_a_work_is_named_with_what_is_said_there()
    {
        var site = TestSite.Of(("a.md", "## NLP\n\n" + Attention), ("b.md", "- #PAPER [Attention](https://arxiv.org/pdf/1706.03762v5) - Short and clear.\n"));

        var places = site.Page(Page).QuerySelectorAll(".listed li");
        Assert.Equal(["../../a/#^attention", "../../b/#attention"], places.Select(place => place.QuerySelector("a")!.GetAttribute("href")));
        Assert.Equal(["No recurrence.", "Short and clear."], places.Select(place => place.QuerySelector(".remark")!.TextContent));
        Assert.Equal("NLP", places[0].QuerySelector(".section")!.TextContent);
    }

    [Fact]
    public void Links_embeds_and_cross_references_to_any_of_its_entries_are_mentions_with_their_sentences()
    {
        var site = TestSite.Of(
            ("a.md", Attention),
            ("b.md", "First. The paper [[a#^attention|named here]] changed it. Last.\n\n![[a#^attention]]\n\nNow see ^attention in [[a]].\n"));

        var mentions = site.Page(Page).QuerySelectorAll(".backlinks li");
        Assert.Equal(3, mentions.Length);
        Assert.StartsWith("The paper named here changed it.", mentions[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("shown in full", mentions[1].TextContent);
    }

    [Fact]
    public void An_entry_leads_to_its_work_and_says_how_often_it_is_mentioned()
    {
        var site = TestSite.Of(("a.md", Attention), ("b.md", "[[a#^attention]] and ![[a#^attention]]"), ("c.md", "- #PAPER [Attention](https://arxiv.org/abs/1706.03762)"));

        var entry = site.Article("a/").QuerySelector("li.entry")!;
        Assert.Equal("../works/vaswani2017attentionneed/", entry.QuerySelector("a.entry-work")!.GetAttribute("href"));
        var mentions = entry.QuerySelector("a.entry-mentions")!;
        Assert.Equal(("3 mentions", "../works/vaswani2017attentionneed/#mentions"), (mentions.TextContent, mentions.GetAttribute("href")));
        Assert.Equal("UL", mentions.NextElementSibling!.TagName);
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void An_entry_that_nobody_mentions_says_nothing_of_it()
    {
        Assert.Null(TestSite.Of(("a.md", Attention)).Article("a/").QuerySelector(".entry-mentions"));
    }

    [Fact]
    public void An_entry_shown_elsewhere_leads_to_its_work_from_there()
    {
        var embed = TestSite.Of(("a.md", Attention), ("deep/er/b.md", "![[a#^attention]]")).Article("deep/er/b/").QuerySelector(".embed")!;

        Assert.Equal("../../../works/vaswani2017attentionneed/", embed.QuerySelector("a.entry-work")!.GetAttribute("href"));
    }

    [Fact]
    public void Related_works_say_why_and_the_nearest_relation_comes_first()
    {
        var site = TestSite.Of(
            ("a.md", "## One\n\n- #PAPER [Alpha thing (Doe 2020)](https://x.y/1) ^alpha\n- #PAPER [Beta thing (Roe 2020)](https://x.y/2)\n\n## Two\n\n- #PAPER [Gamma thing (Doe 2021)](https://x.y/3)\n- #PAPER [Delta thing (Poe 2021)](https://x.y/4) ^delta\n"),
            ("b.md", "Both [[a#^alpha]] and [[a#^delta]] are good."));

        var related = site.Page("works/doe2020alphathing/").QuerySelectorAll(".related li");
        Assert.Equal(["Delta thing", "Gamma thing", "Beta thing"], related.Select(work => work.QuerySelector("a")!.TextContent));
        Assert.Equal(["mentioned together", "same author", "same section"], related.Select(work => work.QuerySelector(".why")!.TextContent));
    }

    [Fact]
    public void Citations_are_saved_from_the_page_itself_and_the_first_of_them_stands_on_it()
    {
        var site = TestSite.Of(("a.md", Attention));
        var links = site.Page(Page).QuerySelectorAll(".cite a").ToDictionary(a => a.GetAttribute("download")!, a => Saved(a.GetAttribute("href")!));

        Assert.Equal([Key + ".bib", Key + ".json", Key + ".ris", Key + ".txt"], links.Keys);
        Assert.Equal(links[Key + ".bib"].Trim(), site.Page(Page).QuerySelector(".cite pre")!.TextContent);
        Assert.Equal(Key, JsonDocument.Parse(links[Key + ".json"]).RootElement[0].GetProperty("id").GetString());
        Assert.StartsWith("TY  - ", links[Key + ".ris"], StringComparison.Ordinal);
        Assert.StartsWith("Vaswani (2017). Attention is all you need.", links[Key + ".txt"], StringComparison.Ordinal);
        Assert.Equal([Page + "index.html"], site.Files.Keys.Where(file => file.StartsWith(Page, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_saved_citation_is_what_is_exported_whatever_the_title_holds()
    {
        var site = TestSite.Of(("a.md", "- #PAPER [100 % \"C#\" & <é> 注意 {x} 50%23 (Doe 2020)](https://x.y/?a=1&b=%22#c)\n"));
        var page = site.Files.Keys.Single(file => file.StartsWith("works/", StringComparison.Ordinal) && file.EndsWith("index.html", StringComparison.Ordinal))[..^"index.html".Length];

        Assert.Equal(site.Text("catalog.bib"), Saved(site.Page(page).QuerySelector(".cite a")!.GetAttribute("href")!));
    }

    /// <summary>What a browser saves of a <c>data:</c> address: its fragment is no part of it, tabs and ends of lines in it are dropped.</summary>
    private static string Saved(string address) =>
        Uri.UnescapeDataString(address.Split('#')[0].ReplaceLineEndings("").Replace("\t", "", StringComparison.Ordinal)[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]);

    [Fact]
    public void What_authors_write_is_escaped_and_no_script_becomes_a_link()
    {
        var page = TestSite.Of(("a.md", "- #PAPER [A <b>\"bold\"</b> & <script>alert(1)</script> title (O'Doe 2020)](https://x.y/?a=1&b=%22)\n  - [x](javascript:alert(1))\n")).Files
            .Single(file => file.Key.StartsWith("works/", StringComparison.Ordinal) && file.Key.EndsWith(".html", StringComparison.Ordinal));

        var html = System.Text.Encoding.UTF8.GetString(page.Value);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
    }
}
