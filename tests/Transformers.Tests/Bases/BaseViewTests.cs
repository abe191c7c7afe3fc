using AngleSharp.Dom;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Bases;

public sealed class BaseViewTests
{
    private static readonly (string Path, string Text)[] Books =
    [
        ("books/Dune.md", "---\nauthor: \"[[Herbert]]\"\nprice: 9\nread: true\nkind: novel\ncover: \"[[dune.svg]]\"\ntags: [book]\n---\n![[dune.svg]]"),
        ("books/Emma.md", "---\nauthor: Austen\nprice: 12.5\nread: false\nkind: novel\ntags: [book]\n---\nx"),
        ("books/Iliad.md", "---\nauthor: Homer\nkind: epic\nyear: -700\ntags: [book/old]\n---\nx"),
        ("books/Secret.md", "---\nauthor: Nobody\nprice: 1\ntags: [book]\npublish: false\n---\nx"),
        ("Herbert.md", "x"),
        ("dune.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ];

    [Fact]
    public void A_table_has_a_row_for_each_note_and_a_column_for_each_property()
    {
        var site = Site("""
            filters:
              and:
                - file.hasTag("book")
            formulas:
              dear: if(price > 10, "yes")
            properties:
              price:
                displayName: Price
            views:
              - type: table
                name: All books
                order: [file.name, author, note.price, read, formula.dear]
                sort:
                  - property: price
                    direction: DESC
                summaries:
                  price: Sum
            """);

        var table = site.Article("b.base/").QuerySelector(".base-view[data-view=table] table")!;
        Assert.Equal(["Name", "author", "Price", "read", "dear"], table.QuerySelectorAll("thead th").Select(cell => cell.TextContent));
        Assert.Equal([["Emma", "Austen", "12.5", "", "yes"], ["Dune", "Herbert", "9", "", ""], ["Iliad", "Homer", "", "", ""]], Rows(table));
        Assert.Equal("Price: Sum: 21.5", "Price: " + table.QuerySelectorAll("tfoot td")[2].TextContent);
        Assert.Equal("../books/emma/", table.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.Equal("../herbert/", table.QuerySelectorAll("tbody a")[2].GetAttribute("href"));
        Assert.NotNull(table.QuerySelector("tbody tr:nth-child(2) input[checked]"));
        Assert.Empty(Crawl.Problems(site));
        Assert.Empty(site.Messages);
    }

    [Fact]
    public void What_is_private_is_in_no_view()
    {
        var site = Site("views:\n  - type: list\n    order: [file.path, author]\n");

        Assert.DoesNotContain("Secret", site.Text("b.base/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody", site.Text("b.base/index.html"), StringComparison.Ordinal);
        Assert.Contains("Dune", site.Text("b.base/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("filters: price > 10", "Emma")]
    [InlineData("filters:\n  or:\n    - price > 10\n    - kind == \"epic\"", "Emma Iliad")]
    [InlineData("filters:\n  and:\n    - file.hasTag('book')\n    - not:\n        - kind == 'epic'\n        - price == 9", "Emma")]
    [InlineData("filters:\n  not: file.hasTag('book')", "B Herbert")]
    [InlineData("filters: file.inFolder('books')\nviews:\n  - type: table\n    filters: read", "Dune")]
    [InlineData("filters: file.inFolder('books')\nviews:\n  - type: table\n    limit: 2", "Dune Emma")]
    [InlineData("filters: author == link('Herbert')", "Dune")]
    [InlineData("filters: formula.a\nformulas:\n  a: formula.b\n  b: formula.a", "")]
    [InlineData("filters: file.ext == 'base'", "B")]
    [InlineData("filters:\n  and: []", "B Dune Emma Herbert Iliad")]
    [InlineData("", "B Dune Emma Herbert Iliad")]
    public void A_filter_says_which_notes_are_shown(string yaml, string expected)
    {
        var names = Site(yaml).Article("b.base/").QuerySelectorAll("tbody td:first-child").Select(cell => cell.TextContent);

        Assert.Equal(expected, string.Join(' ', names));
    }

    [Fact]
    public void Cards_show_a_picture_and_what_has_a_value()
    {
        var site = Site("""
            filters: file.hasTag("book")
            views:
              - type: cards
                name: Shelf
                image: note.cover
                order: [file.name, price]
            """);

        var cards = site.Article("b.base/").QuerySelectorAll(".base-view ul.cards > li");
        Assert.Equal(["Dune price 9", "Emma price 12.5", "Iliad"], cards.Select(card => card.TextContent.Replace("Duneprice", "Dune price", StringComparison.Ordinal).Replace("Emmaprice", "Emma price", StringComparison.Ordinal)));
        Assert.Equal("../dune.svg", cards[0].QuerySelector("img")!.GetAttribute("src"));
        Assert.Null(cards[1].QuerySelector("img"));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void Notes_are_grouped_and_those_without_a_value_come_last()
    {
        var page = Site("""
            filters: file.inFolder("books")
            views:
              - type: list
                order: [file.name]
                groupBy: {property: price, direction: DESC}
            """).Article("b.base/");

        Assert.Equal(["12.5", "9", "None"], page.QuerySelectorAll(".base-group").Select(title => title.TextContent));
        Assert.Equal(["Emma", "Dune", "Iliad"], page.QuerySelectorAll(".base-list").Select(list => list.TextContent.Trim()));
    }

    [Fact]
    public void An_embedded_base_shows_its_first_view_or_the_one_that_is_named()
    {
        const string Base = "views:\n  - {type: table, name: One, order: [file.name]}\n  - {type: list, name: Two views, order: [file.name]}\n";
        var site = Site(Base, ("First.md", "![[B.base]]"), ("Second.md", "![[B.base#Two views]]"), ("Link.md", "[[B.base]] [[B.base#Gone]]"));

        Assert.Equal("table", Assert.Single(site.Article("first/").QuerySelectorAll(".embed .base-view")).GetAttribute("data-view"));
        Assert.Equal("list", Assert.Single(site.Article("second/").QuerySelectorAll(".embed .base-view")).GetAttribute("data-view"));
        Assert.NotNull(site.Page("second/").QuerySelector("link[href*='base']"));
        Assert.Null(site.Page("link/").QuerySelector("link[href*='base']"));
        Assert.Equal(["Link.md:1:12: warning KB002: 'B.base' has no heading 'Gone'; is 'One' (line 1) meant?"], site.Messages);
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void This_is_the_page_that_shows_the_base()
    {
        var site = Site(
            "filters: file.hasLink(this.file)\nviews:\n  - type: list\n    order: [file.name]\n",
            ("A.md", "![[B.base]]"), ("C.md", "[[A]]"), ("D.md", "[[C]] ![[B.base]]"), ("E.md", "```base\nfilters: file == this\n```\n"));

        Assert.Equal("C", site.Article("a/").QuerySelector(".base-list")!.TextContent.Trim());
        Assert.NotNull(site.Article("d/").QuerySelector(".base-empty"));
        Assert.Equal("E", site.Article("e/").QuerySelector("tbody")!.TextContent.Trim());
    }

    [Fact]
    public void A_code_block_may_hold_a_base()
    {
        var site = Site("", ("N.md", "x\n\n```base\nfilters: price > 10\nviews:\n  - {type: list, name: Dear, order: [file.name, author, file.mtime]}\n```\n"), ("Bad.md", "```base\na: *x\n```"));

        Assert.Equal("Emma, Austen", site.Article("n/").QuerySelector(".base-view .base-list")!.TextContent.Trim());
        Assert.Equal("Dear", site.Article("n/").QuerySelector(".base-view-name")!.TextContent);
        Assert.NotNull(site.Article("bad/").QuerySelector("pre code.language-base"));
        Assert.Equal(
        [
            "Bad.md:1:1: error KB020: The base is not valid YAML: anchors and aliases are not read; its text is shown.",
            "N.md:3:1: info KB021: The base uses 'file.mtime', which is not supported; what depends on it is left out.",
        ], site.Messages);
    }

    [Fact]
    public void A_base_in_a_note_can_be_linked_and_is_a_base_in_a_canvas_too()
    {
        const string Block = "```base\nviews:\n  - {type: list, order: [file.name]}\n```\n\n^id\n";
        var site = Site("", ("N.md", Block), ("L.md", "[[N#^id]] ![[N#^id]]"), ("C.canvas", "{\"nodes\":[{\"id\":\"a\",\"type\":\"text\",\"text\":" + System.Text.Json.JsonSerializer.Serialize(Block) + "}]}"));

        Assert.NotNull(site.Article("l/").QuerySelector(".embed .base-list"));
        Assert.NotNull(site.Article("c.canvas/").QuerySelector(".canvas-list .base-list"));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void A_page_of_very_many_views_shows_the_first_ones()
    {
        const string Block = "```base\nfilters: price\n```\n\n";
        var site = Site("", ("N.md", string.Concat(Enumerable.Repeat(Block, 200))));

        Assert.Equal(50, site.Article("n/").QuerySelectorAll(".base").Length);
        Assert.Equal(150, site.Article("n/").QuerySelectorAll("pre").Length);
        Assert.Equal(150, site.Messages.Count());
    }

    [Fact]
    public void What_is_not_supported_is_said_on_the_page_and_at_its_place()
    {
        var site = Site("""
            filters:
              and:
                - file.mtime > now() - "1 week"
                - price > 10
            formulas:
              age: (today() - due) / 86400000
              fine: price * 2
            views:
              - type: map
                order: [file.name, formula.age, file.size, formula.fine]
                summaries:
                  formula.fine: Mode
            """);

        Assert.Equal(
        [
            "B.base:3:7: info KB021: The base uses 'file.mtime', which is not supported; what depends on it is left out.",
            "B.base:6:8: info KB021: The base uses 'today()', which is not supported; what depends on it is left out.",
            "B.base:9:11: info KB021: The base uses 'type: map', which is not supported; it is shown as a table.",
            "B.base:10:37: info KB021: The base uses 'file.size', which is not supported; what depends on it is left out.",
            "B.base:12:21: info KB021: The base uses 'summary: Mode', which is not supported; what depends on it is left out.",
        ], site.Messages);
        var page = site.Article("b.base/");
        Assert.Equal(["today()", "file.mtime", "type: map", "file.size", "summary: Mode"], page.QuerySelectorAll(".base-unsupported code").Select(code => code.TextContent));
        Assert.Equal(["Name", "fine"], page.QuerySelectorAll("th").Select(cell => cell.TextContent));
        Assert.Equal([["Emma", "25"]], Rows(page));
    }

    [Theory]
    [InlineData("a: &x 1\nb: *x", "B.base:2:4: error KB020: The base is not valid YAML: anchors and aliases are not read; its page says so.")]
    [InlineData("- a", "B.base:1:1: error KB020: The base is not valid YAML: a list of 'name: value' lines is wanted; its page says so.")]
    public void A_file_that_is_no_YAML_has_a_page_that_says_so(string yaml, string expected)
    {
        var site = Site(yaml);

        Assert.Equal([expected], site.Messages);
        Assert.Contains("not valid YAML", site.Article("b.base/").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("views: 5\nfilters: []\nformulas: x\nproperties: [1]\n")]
    [InlineData("views:\n  - 5\n  - []\nfilters: {x: {y: z}}\n")]
    [InlineData("views:\n  - {order: 7, sort: {}, groupBy: [], limit: -3, image: {}, summaries: [], name: [], type: []}\n")]
    [InlineData("views:\n  - {order: ['', 'file.', 'formula.', 'note.'], sort: [{}, {property: ''}], groupBy: ''}\n")]
    public void A_base_may_say_what_makes_no_sense(string yaml)
    {
        Assert.NotNull(Site(yaml).Article("b.base/").QuerySelector(".base-view"));
    }

    [Fact]
    public void Nothing_that_a_base_or_a_property_says_becomes_markup()
    {
        var site = Site(
            "properties:\n  x:\n    displayName: '<script>1</script>'\nviews:\n  - {type: table, name: '<script>2</script>', order: [x, formula.y, '<script>']}\nformulas:\n  y: link('javascript:alert(1)', '<script>')\n  z: '<script>'\n",
            ("X.md", "---\nx: <script>3</script>\n---"));

        Assert.Empty(site.Article("b.base/").QuerySelectorAll("script, a[href^=javascript]"));
    }

    [Fact]
    public void A_base_says_in_its_file_what_a_note_says_in_its_front_matter()
    {
        var site = Site("title: Shelf\ndescription: All of them\ntags: [lists]\n", ("P.base", "publish: false\n"));

        Assert.Equal("Shelf", site.Article("b.base/").QuerySelector("h1")!.TextContent);
        Assert.NotNull(site.Page("tags/lists/").QuerySelector("a[href='../../b.base/']"));
        Assert.DoesNotContain("p.base/index.html", site.Files.Keys);
    }

    [Fact]
    public void A_view_shows_a_thousand_notes_and_says_how_many_more_there_are()
    {
        var notes = Enumerable.Range(0, 1200).Select(i => ($"n{i}.md", "x")).Append(("B.base", "views:\n  - {type: list, order: [file.name, formula.x]}\nformulas:\n  x: file.name.upper()\n")).ToArray();
        var page = TestSite.Of(Configuration.Default, notes).Article("b.base/");

        Assert.Equal(1000, page.QuerySelectorAll(".base-list li").Length);
        Assert.Equal("and 201 more", page.QuerySelector(".base-more")!.TextContent);
    }

    [Fact]
    public void A_view_that_takes_too_long_says_so()
    {
        var page = Site("formulas:\n  x: \"'x'.repeat(5000).split('').map('x'.repeat(5000).split('').map(value + index).join('')).length\"\nviews:\n  - {type: list, order: [file.name, formula.x]}\n").Article("b.base/");

        Assert.Contains("take too long", page.QuerySelector(".base-more")!.TextContent, StringComparison.Ordinal);
    }

    private static TestSite Site(string yaml, params (string Path, string Text)[] more) => TestSite.Of(Configuration.Default, [.. Books, ("B.base", yaml), .. more]);

    private static IEnumerable<string[]> Rows(IElement table) =>
        table.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent).ToArray());
}
