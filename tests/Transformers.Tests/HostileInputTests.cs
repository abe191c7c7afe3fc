using System.Text;
using System.Text.Json;
using Transformers.Rendering.Templates;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests;

[Collection(nameof(Alone))]
public sealed class HostileInputTests
{
    [Fact]
    public void A_note_that_is_not_text_is_reported_and_left_out()
    {
        var vault = new Vault([SourcePath.Parse("a.md"), SourcePath.Parse("b.md")], path => path.Value == "a.md" ? [0x61, 0x0A, 0xFF] : "fine"u8.ToArray());

        var site = TestSite.Of(vault);

        Assert.Equal(["a.md:2:1: error KB015: The file is not UTF-8 text: byte 0xFF at offset 2. Save it as UTF-8; it is left out."], site.Messages);
        Assert.Contains("fine", site.Article("b/").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("a/index.html", site.Files.Keys);
    }

    [Fact]
    public void A_note_that_can_not_be_read_is_reported_and_left_out()
    {
        var vault = new Vault([SourcePath.Parse("a.md"), SourcePath.Parse("b.md")], path => path.Value == "a.md" ? throw new UnauthorizedAccessException() : "fine"u8.ToArray());

        Assert.Equal(["a.md:1:1: error KB015: The file cannot be read: access is denied. It is left out."], TestSite.Of(vault).Messages);
    }

    [Fact]
    public void A_byte_order_mark_counts_for_no_column()
    {
        var site = TestSite.Of(new Vault([SourcePath.Parse("a.md")], _ => [.. Encoding.UTF8.Preamble, .. "[[x]]"u8]));

        Assert.Equal(["a.md:1:1: warning KB001: No note is named 'x'."], site.Messages);
    }

    [Fact]
    public void Windows_line_ends_are_line_ends() =>
        Assert.Equal(["a.md:3:1: warning KB001: No note is named 'x'."], TestSite.Of(("a.md", "# T\r\n\r\n[[x]]\r\n")).Messages);

    [Fact]
    public void A_NUL_is_shown_as_the_replacement_character_and_reported()
    {
        var site = TestSite.Of(("a.md", "one\ntwo \0 three"));

        Assert.Equal(["a.md:2:5: error KB015: A NUL character stands in the text; it is shown as U+FFFD."], site.Messages);
        Assert.Contains("two \uFFFD three", site.Article("a/").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: [x, y\nb: 1", "a.md:2:")]
    [InlineData("title: foo: bar", "a.md:2:11:")]
    [InlineData("- a\n- b", "a.md:2:1:")]
    [InlineData("a: 1\na: 2", "a.md:3:1:")]
    [InlineData("tags: [#x]", "a.md:")]
    [InlineData("t: @x", "a.md:2:4:")]
    public void Broken_front_matter_is_reported_at_its_place_and_the_note_still_published(string yaml, string place)
    {
        var site = TestSite.Of(("a.md", $"---\n{yaml}\n---\nbody"));

        Assert.StartsWith(place, Assert.Single(site.Messages), StringComparison.Ordinal);
        Assert.Contains("error KB007: The front matter is not valid:", site.Messages.Single(), StringComparison.Ordinal);
        Assert.Contains("body", site.Article("a/").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft: true")]
    [InlineData("publish: false")]
    [InlineData("\"publish\": 'no'")]
    public void Broken_front_matter_that_keeps_a_note_private_still_does(string line) =>
        Assert.DoesNotContain("a/index.html", TestSite.Of(("a.md", $"---\ntitle: [\n{line}\n---\nsecret"), ("b.md", "")).Files.Keys);

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[[")]
    [InlineData("![[")]
    [InlineData("[a](")]
    [InlineData("*")]
    [InlineData("`")]
    [InlineData("<")]
    [InlineData("%%")]
    [InlineData("$")]
    [InlineData("|")]
    [InlineData("==")]
    [InlineData("~~")]
    [InlineData("^[")]
    public void A_hundred_thousand_of_anything_leave_a_whole_page(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 100_000));

        var page = TestSite.Of(("a.md", text), ("b.md", "other")).Page("a/");

        Assert.NotNull(page.QuerySelector("body > footer"));
        Assert.Single(page.QuerySelectorAll("main"));
    }

    [Theory]
    [Trait("speed", "slow")]
    [InlineData("[")]
    [InlineData("[[")]
    [InlineData("![[")]
    [InlineData("*")]
    [InlineData("_")]
    [InlineData("`")]
    [InlineData("~")]
    [InlineData("=")]
    [InlineData("%%")]
    [InlineData("$")]
    [InlineData(">")]
    [InlineData("-")]
    [InlineData("#")]
    [InlineData("|")]
    [InlineData("<")]
    [InlineData("^")]
    [InlineData("&")]
    [InlineData("\t")]
    [InlineData("> - ")]
    [InlineData("- [[")]
    [InlineData("[^")]
    [InlineData("^[")]
    [InlineData("$$")]
    [InlineData("<a ")]
    [InlineData("| ")]
    [InlineData("[a](")]
    [InlineData("*a ")]
    [InlineData("*_")]
    [InlineData("![[x|")]
    [InlineData("#\n")]
    [InlineData("a\n=\n")]
    [InlineData("- a\n")]
    [InlineData("> [!a]\n")]
    [InlineData("|a|\n|-|\n")]
    [InlineData("[^a]: [^b]\n")]
    [InlineData("[[x]]")]
    [InlineData("[-]: -\n")]
    [InlineData("a ^a\n\n")]
    [InlineData("see ^a ")]
    [InlineData("%%*")]
    [InlineData("$[[%%`<*#^>|=~_&\t![")]
    public void A_megabyte_takes_four_times_as_long_as_a_quarter_of_it(string unit) =>
        Growth.AssertLinear(unit, 250_000, text => TestSite.Of(("a.md", text)));

    [Theory]
    [InlineData(">", 10_000, "a.md:1:48: warning KB016")]
    [InlineData("- ", 10_000, "a.md:1:")]
    public void What_is_nested_too_deeply_is_shown_as_text_and_reported_where_it_begins(string unit, int count, string expected)
    {
        var site = TestSite.Of(("a.md", string.Concat(Enumerable.Repeat(unit, count)) + "deep"));

        Assert.StartsWith(expected, Assert.Single(site.Messages), StringComparison.Ordinal);
        Assert.Contains("deep", site.Article("a/").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_beyond_more_lines_than_people_write_is_shown_as_it_is_written()
    {
        var site = TestSite.Of(("a.md", string.Concat(Enumerable.Repeat("#\n", 60_000)) + "# last\n\n%%a canary%% <!-- a canary -->\n\n[[a]]\n"));

        Assert.Contains("a.md:57503:1: warning KB016: The note has too many lines for its length; from here on it is shown as it is written.", site.Messages);
        var rest = site.Article("a/").QuerySelector(".content > pre:last-of-type")!.TextContent;
        Assert.EndsWith("# last\n\n \n\n[[a]]\n", rest, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Files, file => Encoding.UTF8.GetString(file.Value).Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_one_kind_in_one_note_a_thousand_findings_are_listed_and_the_others_counted()
    {
        var messages = TestSite.Of(("a.md", string.Concat(Enumerable.Repeat("[[x]]\n", 1500)) + "[[a#x]]\n"), ("b.md", "[[x]]")).Messages;

        Assert.Equal(1000 + 1 + 1 + 1, messages.Count());
        Assert.Contains("a.md:1001:1: warning KB001: From here on 500 more of this kind stand in the file; they are not listed.", messages);
        Assert.Contains("a.md:1501:1: warning KB002: 'a.md' has no heading 'x'.", messages);
        Assert.Contains("b.md:1:1: warning KB001: No note is named 'x'.", messages);
    }

    [Fact]
    public void A_block_id_inside_the_parentheses_of_a_link_is_taken_as_meant_and_reported()
    {
        var site = TestSite.Of(("a.md", "- #PAPER [T](https://a.b ^x)\n\nsee ^x there"));

        Assert.Equal(["a.md:1:26: info KB017: The block id '^x' stands inside the link's parentheses; it is taken as the block's. Write it behind them."], site.Messages);
        Assert.Equal("#^x", site.Article("a/").QuerySelector("p a.internal")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("[Name of it](https://a.b/c", "a.md:1:20: info KB035: The link 'Name of it' is not closed, and so is none; write ')' behind its address, and no blank in it.")]
    [InlineData("[Name of it](https://a.b/c, https://d.e) - a remark", "a.md:1:20: info KB035: The link 'Name of it' is not closed, and so is none; write ')' behind its address, and no blank in it.")]
    public void A_link_that_is_not_closed_names_its_entry_all_the_same_and_is_reported(string written, string expected)
    {
        var site = TestSite.Of(("a.md", $"- #CODE {written}"));

        Assert.Equal([expected.Replace(":1:20:", $":1:{9 + written.IndexOf("https", StringComparison.Ordinal)}:", StringComparison.Ordinal)], site.Messages);
        Assert.Equal(("Name of it", "https://a.b/c"), FirstEntry(site));
    }

    [Theory]
    [InlineData("a] (https://a.b/c")]
    [InlineData("[ ](https://a.b/c d)")]
    [InlineData("`[a](`https://a.b/c")]
    [InlineData("[a](https://a.b/c)")]
    public void Other_brackets_before_an_address_are_no_link_that_is_not_closed(string written) => Assert.Empty(TestSite.Of(("a.md", written)).Messages);

    [Fact]
    public void The_letters_that_a_link_leaves_out_belong_to_the_title() =>
        Assert.Equal(("Is it? For free", "https://a.b/c"), FirstEntry(TestSite.Of(("a.md", "- #PAPER I[s it? For free](https://a.b/c) (2015)"))));

    [Fact]
    public void Markup_in_titles_tags_and_names_is_text()
    {
        const string Evil = "<script>alert(1)</script>\"'&";
        var site = TestSite.Of(
            ($"<b>{'"'}.md", $"---\ntitle: '{Evil.Replace("'", "''", StringComparison.Ordinal)}'\ntags: ['<i>']\naliases: ['<u>']\nx: '<s>'\n---\n> [!<em>] <strong>\n\n[[<nowhere>]]"),
            ("b.md", "[[<b>\"]]"));

        Assert.All(site.Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)), file =>
        {
            var text = Encoding.UTF8.GetString(file.Value);
            Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<i>", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<u>", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<s>", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Template_syntax_in_a_note_is_text() =>
        Assert.Contains("{{ site.title }}", TestSite.Of(("a.md", "{{ site.title }}")).Article("a/").TextContent, StringComparison.Ordinal);

    [Fact]
    public void A_template_that_asks_for_what_is_not_there_says_where()
    {
        var theme = Theme.Default().With([new("note.html", "a\n{{ page.nothing }}"u8.ToArray())]);
        var built = SiteBuilder.Build(Vault.Of(("a.md", "")), Configuration.Default, theme);
        var page = (Transformers.Rendering.SiteFile.Rendered)built.Value.Files.Single(file => file.Address.Value == "a/");

        var failure = Assert.Throws<TemplateException>(() => page.Write(new System.Buffers.ArrayBufferWriter<byte>()));
        Assert.StartsWith("note.html:2:", failure.Message, StringComparison.Ordinal);
    }

    private static (string? Title, string? Url) FirstEntry(TestSite site)
    {
        var entry = JsonDocument.Parse(site.Files["catalog.json"]).RootElement.GetProperty("entries")[0];
        return (entry.GetProperty("title").GetString(), entry.GetProperty("url").GetString());
    }
}
