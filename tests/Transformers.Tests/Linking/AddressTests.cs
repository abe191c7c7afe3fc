using System.Text;
using Transformers.Tests.Support;

namespace Transformers.Tests.Linking;

public sealed class AddressTests
{
    [Theory]
    [InlineData("AI/Deep learning/Transformers.md", "ai/deep-learning/transformers/index.html")]
    [InlineData("What? & why #1.md", "what-why-1/index.html")]
    [InlineData("🎲.md", "1f3b2/index.html")]
    [InlineData("index.md", "index.html")]
    [InlineData("a/_index.md", "a/index.html")]
    [InlineData("a/README.md", "a/index.html")]
    [InlineData("Trains de nuit – Île.md", "trains-de-nuit-île/index.html")]
    public void A_note_has_the_address_of_its_path(string path, string expected) =>
        Assert.Contains(expected, TestSite.Of((path, "text")).Files.Keys);

    [Fact]
    public void A_permalink_replaces_the_address() =>
        Assert.Contains("my/own-place/index.html", TestSite.Of(("a.md", "---\npermalink: /My/Own place/\n---\n")).Files.Keys);

    [Fact]
    public void A_note_beside_a_folder_is_the_folders_page_and_lists_what_is_in_it()
    {
        var page = TestSite.Of(("AI.md", "about"), ("AI/b.md", "")).Page("ai/");

        Assert.Contains("about", page.QuerySelector("article.note")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".listing a[href='b/']"));
    }

    [Fact]
    public void A_note_beside_a_folder_that_has_a_page_of_its_own_comes_after_it()
    {
        var site = TestSite.Of(("AI.md", "beside"), ("AI/index.md", "within"), ("AI/README.md", "a note like any other"));

        Assert.Contains("within", site.Article("ai/").TextContent, StringComparison.Ordinal);
        Assert.Contains("beside", site.Article("ai-2/").TextContent, StringComparison.Ordinal);
        Assert.Contains("ai/readme/index.html", site.Files.Keys);
        Assert.Equal(["AI.md:1:1: warning KB010: The address 'ai/' is taken; the page is at 'ai-2/'. Rename the note or give it a permalink."], site.Messages);
    }

    [Theory]
    [InlineData("x", 252)]
    [InlineData("\u023A", 126)]
    [InlineData("\U0001F3B2", 63)]
    [InlineData("e\u0301", 84)]
    [InlineData("?", 252)]
    public void A_name_as_long_as_a_file_system_takes_makes_an_address_that_it_takes(string letter, int count)
    {
        var name = string.Concat(Enumerable.Repeat(letter, count));

        var site = TestSite.Of((name + ".md", "text"), ("a.md", $"[[{name}]] ![[{name}.p]]"), (name + ".p", ""));

        Assert.All(site.Files.Keys.SelectMany(file => file.Split('/')), segment => Assert.InRange(Encoding.UTF8.GetByteCount(segment), 1, 255));
        Assert.Equal(2, site.Article("a/").QuerySelectorAll("a.internal").Length);
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void A_folder_without_a_note_of_its_own_gets_a_page() =>
        Assert.NotNull(TestSite.Of(("AI/b.md", "")).Page("ai/").QuerySelector(".listing a[href='b/']"));

    [Fact]
    public void No_two_files_are_one_on_a_disk_that_does_not_tell_case()
    {
        var site = TestSite.Of(("σ.md", "![[ſ.png]] ![[s.png]]"), ("ς.md", ""), ("ÅB.md", ""), ("åb.md", ""), ("\u212Bb.md", ""), ("S/x.md", ""), ("ſ/x.md", ""), ("S.png", ""), ("ſ.png", ""), ("µ.md", ""), ("μ.md", ""));

        Assert.Equal(site.Files.Count, site.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void The_second_of_two_notes_with_one_address_gets_a_number_and_is_reported()
    {
        var site = TestSite.Of(("A b.md", ""), ("a-b.md", ""));

        Assert.Contains("a-b/index.html", site.Files.Keys);
        Assert.Contains("a-b-2/index.html", site.Files.Keys);
        Assert.Equal(["a-b.md:1:1: warning KB010: The address 'a-b/' is taken; the page is at 'a-b-2/'. Rename the note or give it a permalink."], site.Messages);
    }

    [Fact]
    public void The_third_gets_the_next_number() =>
        Assert.Contains("a-b-3/index.html", TestSite.Of(("A b.md", ""), ("a b.md", ""), ("a-b.md", "")).Files.Keys);

    [Fact]
    public void A_file_of_the_vault_takes_the_place_of_none_that_is_generated()
    {
        var site = TestSite.Of(("a.md", "[[catalog.json]] [[assets/theme.css]] [[a/index.html]]"), ("catalog.json", "mine"), ("assets/theme.css", "mine"), ("a/index.html", "mine"));

        Assert.Equal(["../catalog-2.json", "../assets/theme.css", "index-2.html"], site.Article("a/").QuerySelectorAll("a.internal").Select(a => a.GetAttribute("href")));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void No_note_stands_in_the_way_of_the_page_of_a_folder()
    {
        var site = TestSite.Of(("index.html.md", ""), ("a/Index.html.md", "[[b]]"), ("a/b.md", ""), ("c.md", "---\npermalink: index.html\naliases: [index.html/d]\n---\n"));

        string[] pages = ["index.html", "a/index.html", "a/index.html-2/index.html", "index.html-2/index.html"];
        Assert.Subset(site.Files.Keys.ToHashSet(), pages.ToHashSet());
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void An_alias_takes_the_address_of_nothing_else() =>
        Assert.Equal(["b", "tags"], Titles(TestSite.Of(("a.md", "---\naliases: [b, tags]\n---\n#x"), ("b.md", "")), "b/", "tags/"));

    [Fact]
    public void The_generators_own_pages_have_their_addresses_first()
    {
        var site = TestSite.Of(("tags.md", "mine #x"), ("search.md", ""));

        Assert.Contains("tags-2/index.html", site.Files.Keys);
        Assert.Contains("search-2/index.html", site.Files.Keys);
    }

    [Fact]
    public void An_alias_is_a_page_that_leads_to_its_note()
    {
        var redirect = TestSite.Of(("deep/a.md", "---\naliases: [Other name]\n---\n")).Page("other-name/");

        Assert.Equal("0; url=../deep/a/", redirect.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
    }

    [Fact]
    public void An_attachment_keeps_its_place_and_only_used_ones_are_published()
    {
        var site = TestSite.Of(("a.md", "![[My Plot.PNG|100x50]]"), ("img/My Plot.PNG", "png"), ("img/unused.png", "png"));

        Assert.Contains("img/my-plot.png", site.Files.Keys);
        Assert.DoesNotContain("img/unused.png", site.Files.Keys);
        var image = site.Article("a/").QuerySelector("img")!;
        Assert.Equal(("../img/my-plot.png", "100", "50", "lazy"), (image.GetAttribute("src"), image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("loading")));
    }

    [Fact]
    public void Repeated_headings_are_numbered_and_an_entry_without_a_block_id_is_named_by_its_title()
    {
        var article = TestSite.Of(("a.md", "## Same\n\n## Same\n\n- #PAPER [Same (Doe 2020)](https://a.b)\n")).Article("a/");

        Assert.Equal(["same", "same-1"], article.QuerySelectorAll("h2").Select(h => h.Id));
        Assert.Equal("same-2", article.QuerySelector("li.entry")!.Id);
    }

    [Fact]
    public void Links_can_end_in_index_html_so_that_the_site_works_from_the_disk()
    {
        var site = TestSite.Of(("transformers.yml", "urls: file"), ("a.md", "[[b#H]] [[#H]]\n\n## H\n"), ("b.md", "## H\n"));

        Assert.Equal(["../b/index.html#h", "#h"], site.Article("a/").QuerySelectorAll("a.internal").Take(2).Select(a => a.GetAttribute("href")));
    }

    private static IEnumerable<string> Titles(TestSite site, params string[] addresses) =>
        addresses.Select(address => site.Page(address).QuerySelector("h1")!.TextContent.Trim().ToLowerInvariant());
}
