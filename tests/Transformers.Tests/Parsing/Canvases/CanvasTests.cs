using AngleSharp.Dom;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Parsing.Canvases;

public sealed class CanvasTests
{
    private const string Two = """
        {"nodes":[
          {"id":"a","type":"text","text":"# First\n\nSee [[Note#^b|it]] and #idea.","x":0,"y":0,"width":250,"height":120},
          {"id":"b","type":"file","file":"Note.md","x":400,"y":0,"width":250,"height":60,"color":"4"}
        ],"edges":[{"id":"e","fromNode":"a","fromSide":"right","toNode":"b","toSide":"left","label":"leads to"}]}
        """;

    [Fact]
    public void A_canvas_is_a_page_at_its_whole_name()
    {
        var site = TestSite.Of(("boards/My Board.canvas", Two), ("Note.md", "x ^b"));

        Assert.Equal("My Board", site.Article("boards/my-board.canvas/").QuerySelector("h1")!.TextContent);
        Assert.Contains(site.Page("boards/").QuerySelectorAll(".listing a"), a => a.TextContent == "My Board");
        Assert.Empty(Crawl.Problems(site));
        Assert.Empty(site.Messages);
    }

    [Fact]
    public void The_drawing_has_a_shape_for_each_card_and_a_line_with_an_arrowhead_for_each_edge()
    {
        var svg = Svg(TestSite.Of(("B.canvas", Two), ("Note.md", "x ^b")));

        Assert.Equal(["First", "See it and #idea.", "Note"], svg.QuerySelectorAll(".canvas-card text").Select(text => text.TextContent));
        Assert.Equal("M250 60C320.1 60 316.9 30 387 30", svg.QuerySelector("path")!.GetAttribute("d"));
        Assert.Equal("400,30 387,23.5 387,36.5", svg.QuerySelector("polygon")!.GetAttribute("points"));
        Assert.Equal("-32 -32 714 184", svg.GetAttribute("viewBox"));
        Assert.Contains("canvas-color-4", svg.QuerySelectorAll(".canvas-card")[1].ClassList);
        Assert.Equal("leads to", svg.QuerySelector("text.canvas-label")!.TextContent);
    }

    [Fact]
    public void A_card_of_a_file_links_its_page_and_a_card_of_text_its_place_in_the_list()
    {
        var site = TestSite.Of(("B.canvas", Two), ("Note.md", "x ^b"));

        Assert.Equal(["#node:a", "../note/"], Svg(site).QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.NotNull(site.Page("b.canvas/").GetElementById("node:a"));
    }

    [Fact]
    public void The_list_says_what_the_drawing_shows_and_where_its_lines_lead()
    {
        var list = TestSite.Of(("B.canvas", Two), ("Note.md", "x ^b")).Article("b.canvas/").QuerySelector(".canvas-list")!;

        var first = list.QuerySelector("#node\\:a")!;
        Assert.Equal("First", first.QuerySelector("h2")!.TextContent);
        Assert.Equal("../note/#^b", first.QuerySelector("p a.internal")!.GetAttribute("href"));
        Assert.Equal("../tags/idea/", first.QuerySelector("a.tag")!.GetAttribute("href"));
        Assert.Equal("→ leads to Note", first.QuerySelector(".canvas-edges li")!.TextContent);
        Assert.Equal("#node:b", first.QuerySelector(".canvas-edges a")!.GetAttribute("href"));
    }

    [Fact]
    public void What_lies_in_a_group_is_listed_in_it_from_the_top()
    {
        var list = TestSite.Of(("B.canvas", """
            {"nodes":[
              {"id":"low","type":"text","text":"low","x":10,"y":200,"width":50,"height":20},
              {"id":"outer","type":"group","label":"Outer","x":0,"y":0,"width":500,"height":500},
              {"id":"inner","type":"group","label":"Inner","x":0,"y":100,"width":300,"height":200},
              {"id":"top","type":"text","text":"top","x":10,"y":10,"width":50,"height":20},
              {"id":"out","type":"text","text":"out","x":490,"y":490,"width":50,"height":20}
            ]}
            """)).Article("b.canvas/").QuerySelector(".canvas-list")!;

        Assert.Equal(["node:outer", "node:top", "node:inner", "node:low", "node:out"], list.QuerySelectorAll("li").Select(item => item.Id));
        Assert.Equal("node:inner", list.QuerySelector("#node\\:low")!.ParentElement!.ParentElement!.Id);
        Assert.Equal("node:outer", list.QuerySelector("#node\\:inner")!.ParentElement!.ParentElement!.Id);
    }

    [Fact]
    public void Two_groups_with_one_box_hold_each_other_only_once()
    {
        var site = TestSite.Of(("B.canvas", """
            {"nodes":[{"id":"a","type":"group","x":0,"y":0,"width":9,"height":9},{"id":"b","type":"group","x":0,"y":0,"width":9,"height":9}]}
            """));

        Assert.Equal(["node:a", "node:b"], site.Article("b.canvas/").QuerySelectorAll(".canvas-list li").Select(item => item.Id));
    }

    [Fact]
    public void A_note_lists_the_canvas_that_shows_it_among_its_mentions()
    {
        var mentions = TestSite.Of(("B.canvas", Two), ("Note.md", "x ^b")).Page("note/").QuerySelectorAll(".backlinks li a:first-child");

        Assert.Equal(["../b.canvas/#node:b", "../b.canvas/#ref:1"], mentions.Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void An_embedded_canvas_is_its_drawing_and_brings_its_script_along()
    {
        var site = TestSite.Of(("B.canvas", Two), ("Note.md", "x ^b"), ("Host.md", "![[B.canvas]]"), ("Above.md", "![[Host]]"), ("Else.md", "[[B.canvas]]"));

        var embed = site.Article("host/").QuerySelector(".embed")!;
        Assert.NotNull(embed.QuerySelector("svg.canvas-drawing"));
        Assert.Null(embed.QuerySelector(".canvas-list"));
        Assert.Equal(["../b.canvas/#node:a", "../note/"], embed.QuerySelectorAll("svg a").Select(a => a.GetAttribute("href")));
        Assert.All(["b.canvas/", "host/", "above/"], page => Assert.NotNull(site.Page(page).QuerySelector("script[src*='canvas']")));
        Assert.Null(site.Page("else/").QuerySelector("script[src*='canvas']"));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void A_canvas_on_itself_is_a_link()
    {
        var site = TestSite.Of(("B.canvas", """{"nodes":[{"id":"a","type":"file","file":"B.canvas","x":0,"y":0,"width":9,"height":9}]}"""));

        Assert.Equal("./", site.Article("b.canvas/").QuerySelector("#node\\:a a")!.GetAttribute("href"));
        Assert.Single(site.Article("b.canvas/").QuerySelectorAll("svg"));
        Assert.Empty(site.Messages);
    }

    [Theory]
    [InlineData("""{"nodes":[{"id":"a","type":"text","text":"\u0041\n [[Gone]]","x":0,"y":0}]}""", "B.canvas:1:52: warning KB001: No note is named 'Gone'.")]
    [InlineData("{\"nodes\":[\n{\"id\":\"a\",\"type\":\"file\",\"file\":\"é/Gone.md\"}]}", "B.canvas:2:32: warning KB001: No note is named 'é/Gone.md'.")]
    [InlineData("{\"nodes\":[{\"id\":\"a\",\"type\":\"file\",\"file\":\"x.png\"}]}", "B.canvas:1:42: warning KB009: There is no file 'x.png' in the vault.")]
    [InlineData("{\"é\":[\n{\"é\":1, b", "B.canvas:2:9: error KB020: The canvas is not valid JSON: 'b' is an invalid start of a property name; its page says so.")]
    [InlineData("[]", "B.canvas:1:1: error KB020: The canvas is not valid JSON: an object '{ … }' is wanted; its page says so.")]
    [InlineData("""{"edges":[{"fromNode":"x","toNode":"y"}]}""", "B.canvas:1:11: info KB021: An edge is left out: there is no node 'x'.")]
    [InlineData("""{"nodes":[{"id":"n","type":"video"}]}""", "B.canvas:1:11: info KB021: The node 'n' is left out: it is no text, file, link or group.")]
    public void What_is_wrong_is_said_at_its_place(string canvas, string expected)
    {
        var site = TestSite.Of(("B.canvas", canvas));

        Assert.Equal([expected], site.Messages);
        Assert.NotNull(site.Article("b.canvas/"));
    }

    [Fact]
    public void A_file_that_is_no_JSON_has_a_page_that_says_so()
    {
        var page = TestSite.Of(("B.canvas", "{\"nodes\": [ }")).Article("b.canvas/");

        Assert.Contains("not valid JSON", page.QuerySelector(".unreadable")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_front_matter_gives_it_tags_a_title_and_privacy()
    {
        var site = TestSite.Of(
            ("A.canvas", """{"metadata":{"frontmatter":{"title":"Plan","tags":["board"],"see":"[[B]]"}}}"""),
            ("B.md", "x"),
            ("P.canvas", """{"nodes":[{"id":"a","type":"text","text":"secret","x":0,"y":0}],"metadata":{"frontmatter":{"publish":false}}}"""),
            ("Q.canvas", """
                {"metadata":{"frontmatter":{
                "publish":false}}, broken secret
                """));

        Assert.Equal("Plan", site.Article("a.canvas/").QuerySelector("h1")!.TextContent);
        Assert.NotNull(site.Page("tags/board/").QuerySelector("a[href='../../a.canvas/']"));
        Assert.Contains(site.Page("b/").QuerySelectorAll(".backlinks a"), a => a.TextContent == "Plan");
        Assert.DoesNotContain(site.Files.Keys, file => file.StartsWith("p.canvas", StringComparison.Ordinal) || file.StartsWith("q.canvas", StringComparison.Ordinal));
    }

    [Fact]
    public void With_explicit_publication_a_canvas_must_ask_for_it_as_a_note_must()
    {
        var site = TestSite.Of(
            Configuration.Default with { PublishesExplicitly = true },
            ("A.canvas", """{"metadata":{"frontmatter":{"publish":true}}}"""), ("B.canvas", "{}"));

        Assert.Contains("a.canvas/index.html", site.Files.Keys);
        Assert.DoesNotContain("b.canvas/index.html", site.Files.Keys);
    }

    [Fact]
    public void Images_are_drawn_and_other_pages_are_linked()
    {
        var site = TestSite.Of(
            ("img/a b.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("B.canvas", """
                {"nodes":[
                  {"id":"i","type":"file","file":"img/a b.svg","x":0,"y":0,"width":100,"height":50},
                  {"id":"l","type":"link","url":"https://example.org/a?b=1&c=\"2\"","x":200,"y":0},
                  {"id":"j","type":"link","url":"javascript:alert(1)","x":400,"y":0},
                  {"id":"g","type":"group","background":"img/a b.svg","x":0,"y":300,"width":100,"height":50}
                ]}
                """));

        Assert.Equal(["../img/a-b.svg", "../img/a-b.svg"], Svg(site).QuerySelectorAll("image").Select(image => image.GetAttribute("href")));
        Assert.Equal("https://example.org/a?b=1&c=\"2\"", Svg(site).QuerySelector("a.external")!.GetAttribute("href"));
        Assert.DoesNotContain(site.Page("b.canvas/").QuerySelectorAll("a"), a => a.GetAttribute("href")!.StartsWith("javascript", StringComparison.Ordinal));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void Nothing_that_a_canvas_says_becomes_markup()
    {
        var site = TestSite.Of(("B.canvas", """
            {"nodes":[
              {"id":"\"><script>","type":"text","text":"<script>alert(1)</script>","x":0,"y":0,"color":"#12\" onload=\"x"},
              {"id":"b","type":"group","label":"</svg><script>alert(1)</script>","x":0,"y":0,"width":900,"height":900},
              {"id":"c","type":"file","file":"\"><script>alert(1)</script>","x":0,"y":90}
            ],"edges":[{"fromNode":"b","toNode":"c","label":"</text><script>"}]}
            """));

        Assert.Empty(site.Article("b.canvas/").QuerySelectorAll("script"));
        Assert.Empty(site.Article("b.canvas/").QuerySelectorAll("[onload]"));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void Block_ids_footnotes_and_headings_of_several_cards_are_unique_on_the_page()
    {
        var site = TestSite.Of(("B.canvas", """
            {"nodes":[
              {"id":"a","type":"text","text":"# Same\nx[^1] ^id\n\n[^1]: one","x":0,"y":0},
              {"id":"b","type":"text","text":"# Same\ny[^1] ^id2\n\n[^1]: two","x":0,"y":100}
            ]}
            """), ("N.md", "![[B.canvas#^id2]] ![[B.canvas#Same]]"));

        Assert.Empty(Crawl.Problems(site));
        Assert.Empty(site.Messages);
        Assert.Equal(2, site.Article("b.canvas/").QuerySelectorAll(".footnotes li").Length);
        Assert.Equal("y2", site.Article("n/").QuerySelector(".embed p")!.TextContent);
    }

    private static IElement Svg(TestSite site) => site.Article("b.canvas/").QuerySelector("svg.canvas-drawing")!;
}
