using System.Text;
using CsCheck;
using Transformers.Parsing;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering;

public sealed class MarkdownFileTests
{
    [Fact]
    public void The_Markdown_of_a_note_stands_beside_its_page_as_it_was_written()
    {
        const string Text = "---\ntitle: \"A: b\"\ntags: [x]\n---\r\n# Über\r\n\r\n- #PAPER [T](https://a.b) ^x\n\n``%%code%%`` \\%% `<!-- -->`\n\n    <!-- code -->\n\n```\n%%more code%% <!-- too -->\n```";

        var site = TestSite.Of(("AI/a.md", Text));

        Assert.Equal(Text, site.Text("ai/a/index.md"));
        Assert.Equal("index.md", site.Page("ai/a/").QuerySelector("link[rel=alternate][type='text/markdown']")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("a %%secret%% b", "a  b")]
    [InlineData("a\n%% secret %%\nb", "a\nb")]
    [InlineData("a\r\n\r\n%%\r\nsecret\r\n\r\n# secret\r\n%%\r\n\r\nb", "a\r\n\r\n\r\nb")]
    [InlineData("- a\n  %%secret%%\n- b %%secret%%", "- a\n- b ")]
    [InlineData("> a\n> %%secret%%\n> b", "> a\n> b")]
    [InlineData("a\n\n%% secret\n\nto the end", "a\n\n")]
    [InlineData("a <!-- secret --> b", "a  b")]
    [InlineData("a\n\n<!--\nsecret\n\nsecret\n-->\n\nb", "a\n\n\nb")]
    [InlineData("<div>\n<!-- secret -->\n</div>", "<div>\n</div>")]
    [InlineData("a\n\n<!-- secret\n\nto the end", "a\n\n")]
    [InlineData("a <!-- not closed", "a <!-- not closed")]
    [InlineData("> [!note] A <!-- secret --> title\n> b", "> [!note] A  title\n> b")]
    [InlineData("---\na: 1 # secret\n# secret\nb: \"# said\"\nc: [\"#x\"] # secret\n---\nb", "---\na: 1 \nb: \"# said\"\nc: [\"#x\"] \n---\nb")]
    [InlineData("---\na: [secret\n---\nb", "b")]
    [InlineData("<!-- %% --> secret <!-- %% -->", "")]
    public void What_is_meant_for_no_reader_is_not_in_it(string text, string expected) =>
        Assert.Equal(expected, TestSite.Of(("a.md", text)).Text("a/index.md"));

    [Fact]
    public void Private_notes_have_none()
    {
        var site = TestSite.Of(("a.md", ""), ("b.md", "---\npublish: false\n---\n"), ("c.canvas", """{"metadata":{"frontmatter":{"publish":false}}}"""), ("d.base", "publish: false"));

        Assert.Equal(["a/index.md"], site.Files.Keys.Where(file => file.EndsWith(".md", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_canvas_is_its_texts_files_and_links_under_its_groups_and_where_its_lines_lead()
    {
        const string Canvas = """
            {"nodes":[
              {"id":"g","type":"group","label":"Ideas","x":0,"y":0,"width":900,"height":400},
              {"id":"a","type":"text","text":"# First\n\nSee [[Note]]. %%secret%%","x":10,"y":10,"width":250,"height":120},
              {"id":"b","type":"file","file":"Note.md","subpath":"#Part","x":400,"y":10,"width":250,"height":60},
              {"id":"c","type":"link","url":"https://example.org/","x":1000,"y":0,"width":250,"height":60}
            ],"edges":[{"id":"e","fromNode":"a","toNode":"b","label":"leads\nto"}]}
            """;

        var site = TestSite.Of(("Board.canvas", Canvas), ("Note.md", "# Part"));

        Assert.Equal(
            "# Board\n\n<https://example.org/>\n\n## Ideas\n\n# First\n\nSee [[Note]]. \n\n- → *leads to* Note > Part\n\n![[Note.md#Part]]\n",
            site.Text("board.canvas/index.md"));
        Assert.Equal("index.md", site.Page("board.canvas/").QuerySelector("link[rel=alternate][type='text/markdown']")!.GetAttribute("href"));
    }

    [Fact]
    public void A_base_is_the_tables_that_its_views_show()
    {
        const string Base = "views:\n  - type: table\n    name: Priced\n    filters: price > 1\n    order: [file.name, price, tags, word]\n  - type: list\n    filters: price > 99\n";

        var site = TestSite.Of(
            ("Shop.base", Base),
            ("A.md", "---\nprice: 9\ntags: [x, y]\n---\n"),
            ("B.md", "---\nprice: 3\ntags: []\nword: a|b\n---\n"),
            ("Secret.md", "---\nprice: 5\npublish: false\n---\n"));

        Assert.Equal(
            "# Shop\n\n## Priced\n\n| Name | price | tags | word |\n| --- | --- | --- | --- |\n| [[A]] | 9 | #x, #y |  |\n| [[B]] | 3 |  | a\\|b |\n\nNo notes match.\n",
            site.Text("shop.base/index.md"));
    }

    [Fact]
    public void What_cannot_be_read_says_so() =>
        Assert.Equal("# c\n\nThis canvas cannot be shown, as its file is not valid JSON.\n", TestSite.Of(("c.canvas", "{")).Text("c.canvas/index.md"));

    [Fact]
    public void A_note_that_is_too_deep_to_be_read_shows_no_comments_either()
    {
        var deep = string.Concat(Enumerable.Repeat("> ", 300)) + "x\n\n" + new string('[', 20_000) + "\n\n%%secret%%";

        Assert.All(TestSite.Of(("a.md", deep)).Files, file => Assert.DoesNotContain("secret", Encoding.UTF8.GetString(file.Value), StringComparison.Ordinal));
    }

    [Fact]
    public void Comments_are_looked_for_once_also_where_one_joins_the_halves_of_a_code_span()
    {
        var site = TestSite.Of(("a.md", "a`b%%\n\n%%c`%%shown%%`"));

        Assert.Contains("shown", site.Article("a/").TextContent, StringComparison.Ordinal);
        Assert.Contains("shown", site.Text("a/index.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.md", "index.md.md")]
    [InlineData("x/index.md/b.md", "x.md")]
    [InlineData("404.html/a.md", "404.html/b.md")]
    public void No_page_takes_the_place_of_another_ones_Markdown(params string[] paths)
    {
        var site = TestSite.Of([.. paths.Select(path => (path, "text"))]);

        Assert.Empty(Crawl.Problems(site));
        var folders = site.Files.Keys.SelectMany(file => Enumerable.Range(0, file.Length).Where(i => file[i] == '/').Select(i => file[..i])).ToHashSet();
        Assert.DoesNotContain(site.Files.Keys, folders.Contains);
    }

    [Fact]
    public void What_no_reader_of_the_page_sees_no_reader_of_the_Markdown_does() =>
        Gen.OneOf("a", "%%", "%%secret%%", "a`b", "`%%secret%%`", "\n", "\n\n", "- ", "> ", "    ", "\n```\n", "\\", "<!--", "-->", "<!--secret-->", "<div>\n", "> [!note] ", "*", "[[", "]]", "$").Array[0, 14].Sample(parts =>
        {
            var note = new NoteParser(Configuration.Default).Parse(new SourceFile(SourcePath.Parse("a.md"), string.Concat(parts))).Value;
            return Shows(note.Body.Html) || !Shows(note.Markdown);
        }, iter: 10_000);

    private static bool Shows(ReadOnlyMemory<byte> text) => Encoding.UTF8.GetString(text.Span).Contains("secret", StringComparison.Ordinal);
}
