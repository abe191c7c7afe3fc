using System.Text;
using AngleSharp.Html.Parser;
using CsCheck;
using Transformers.Model;
using Transformers.Parsing;
using Transformers.Parsing.Html;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Parsing;

/// <summary>What holds for any text: soups of characters, of marks, and of both, whole and cut up.</summary>
public sealed class AnyTextTests
{
    private const int Samples = 2_000;
    private static readonly NoteParser Parser = new(Configuration.Default);

    private static readonly Gen<string> Marks = OneOf(
        "[[", "]]", "![[", "[[Note]]", "[[#A]]", "![[#A]]", "[[Note#^x|y]]", "|", "\\|", " ^x", "\n^x\n", "^[", "[^1]", "\n\n[^1]: ", "[", "](", ")", "](a.md)", "![](a.png)", "](https://a.b)",
        "*", "**", "_", "~~", "==", "`", "\n```\n", "\n~~~\n", "$", "\n$$\n", "%%", "\n%%\n", "\n> ", "\n> [!note]- ", "\n- ", "\n\t- ", "\n  - ", "\n1. ", "\n- [ ] ", "\n- #PAPER ", "#CODE ", "#tag",
        "\n# A", "\n## A", "\n  ## A", "\n### B\n", "\n---\n", "\n===\n", "\n| a | b |\n|---|---|\n", "| c |\n", "<div>", "</div>", "<b>", "</b>", "<br>", "<!--", "-->", "<details>\n<summary>", "</summary>", "</details>", "<p>",
        "&amp;", "&", "\\", "\n", "\n\n", "\r\n", "    ", "\t", " ", "  \n", "https://a.b/c", "see ^x", "^x in [[Note]]", "text", "word ", "(Doe 2020)", "שלום", "🎲", "é");

    private static readonly Gen<char> Character = Gen.Frequency((6, Gen.Char[' ', '~']), (2, Gen.Char), (1, OneOf('\n', '\t', '\0', '\uFEFF', '\uFFFE', '\uD83C', '\u200F', '\u0301')));

    private static readonly Gen<string> Characters = Character.Array[0, 80].Select(characters => new string(characters));

    private static readonly Gen<string> Texts = Gen.Frequency((4, Marks.Array[0, 60].Select(string.Concat)), (1, Characters), (2, Gen.Select(Marks, Gen.String[0, 3]).Select((mark, text) => mark + text).Array[0, 40].Select(string.Concat)));

    [Fact]
    public void Any_text_makes_a_body_whose_parts_are_whole() =>
        Texts.Sample(text => BodyRules.Broken(Parse(text)) is { } broken ? throw new Xunit.Sdk.XunitException(broken) : true, iter: Samples);

    [Fact]
    public void The_same_text_makes_the_same_body() =>
        Texts.Sample(text =>
        {
            var (one, other) = (Parse(text), Parse(text));
            Assert.Equal(one.Body.Html.ToArray(), other.Body.Html.ToArray());
            Assert.Equal(one.Body.Slots.AsEnumerable(), other.Body.Slots);
            Assert.Equal(one.Headings.AsEnumerable(), other.Headings);
        }, iter: Samples / 4);

    [Fact]
    public void Every_part_of_a_body_stays_within_the_element_that_it_is_put_into() =>
        Texts.Sample(text =>
        {
            var note = Parse(text);
            foreach (var (name, range) in BodyRules.Ranges(note)) AssertStaysWithin(name, Filled(note, range));
        }, iter: Samples / 4);

    [Fact]
    public void A_page_gives_no_id_twice_and_no_link_to_itself_leads_nowhere() =>
        Texts.Sample(text =>
        {
            var (html, _) = Bodies.Of("Note.md", [("Note.md", text)]);
            var document = new HtmlParser().ParseDocument($"<body>{html}</body>");
            var ids = document.QuerySelectorAll("[id]").Select(element => element.Id!).ToArray();
            Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
            var links = document.QuerySelectorAll("a.internal[href^='#']").Select(link => Uri.UnescapeDataString(link.GetAttribute("href")![1..]));
            Assert.All(links, link => Assert.Contains(link, ids));
        }, iter: Samples / 4);

    [Theory]
    [InlineData("a[^x]: the heading of an item ends with it", "- [[Note]]\n  ## A\n  text\n- b")]
    [InlineData("a link ends where a section begins", "- see [[Note]]\n  # A\n  b [[Note]]\n  # C\n")]
    [InlineData("a link ends where a quote with an id begins", "- [x](a.md)\n\t> q ^id\n\t>")]
    [InlineData("a section in a callout ends with its content", "> [!note]\n> ## A\n> text\n")]
    [InlineData("an entry in a footnote that only itself refers to", "[^1]: [^1]\n    - #PAPER [x](https://a.b)\n")]
    [InlineData("an entry in a footnote that an image's text refers to", "![a[^1]](b.png)\n\n[^1]: y\n\n    - #PAPER [x](https://a.b)\n")]
    [InlineData("an entry in a footnote that the title refers to", "# Note[^1]\n\n[^1]: y\n\n    - #PAPER [x](https://a.b)\n")]
    [InlineData("a section ends with a link of raw HTML that its quote ends", ">>r\n>>-\n>><li ><a href=.>")]
    [InlineData("a frame's host with half of a pair in it", "<iframe src=\"http://n\uDABB\"")]
    [InlineData("a second document in the front matter", "---\n: \n--- w\n#\n- )\n\t\n---")]
    [InlineData("an attribute's name that is none", "<p ->\n\n<a -- =x>")]
    public void What_fuzzing_found_stays_mended(string what, string text) => Assert.True(BodyRules.Broken(Parse(text)) is null, what + ": " + BodyRules.Broken(Parse(text)));

    [Fact]
    public void An_entry_in_a_footnote_is_one_if_readers_see_it()
    {
        var note = Parse("text[^2]\n\n[^1]: y\n\n    - #PAPER [unseen](https://a.b)\n\n[^2]: z\n\n    - #PAPER [seen](https://c.d)\n        - #CODE https://e.f\n");

        Assert.Equal([("seen", null), (null, 0)], note.Entries.Select(entry => (entry.Citation?.Title, entry.Parent)));
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Note Parse(string text) => Parser.Parse(new SourceFile(SourcePath.Parse("Note.md"), text)).Value;

    /// <summary>A part with its slots filled as simply as can be.</summary>
    private static string Filled(Note note, ByteRange range)
    {
        var (html, at) = (new StringBuilder(), range.Start);
        foreach (var slot in note.Body.SlotsIn(range))
        {
            html.Append(Encoding.UTF8.GetString(note.Body.Html.Span[at..slot.Offset]));
            at = slot.Offset + slot.Length;
            html.Append(slot.Kind switch
            {
                SlotKind.LinkStart => "<a href=\"x\">",
                SlotKind.LinkEnd => "</a>",
                SlotKind.Embed => EmbedForm.IsBlock(note.Links[slot.Ordinal].Target) ? "<div class=\"embed\"><p>x</p></div>" : "<img>",
                _ => "",
            });
        }

        return html.Append(Encoding.UTF8.GetString(note.Body.Html.Span[at..range.End])).ToString();
    }

    private static void AssertStaysWithin(string name, string html)
    {
        var list = html.StartsWith("<li", StringComparison.Ordinal) ? "ul" : "div";
        var document = new HtmlParser().ParseDocument($"<body><{list} id=box>{html}</{list}><i id=after></i></body>");
        var box = document.GetElementById("box")!;
        Assert.True(document.Body!.Children is [var first, { Id: "after" }] && first == box, $"{name} leaves its box: {html}");
        Assert.True(!html.Contains("<li", StringComparison.Ordinal) || box.QuerySelectorAll("li").All(item => item.ParentElement!.LocalName is "ul" or "ol"), $"{name} has an item without a list: {html}");

        // What is parsed and written again must be the same: nothing was moved or mended.
        var (again, once) = (Normal(new HtmlParser().ParseDocument($"<body><{list} id=box>{box.InnerHtml}</{list}></body>").GetElementById("box")!.InnerHtml), Normal(box.InnerHtml));
        Assert.Equal(once, again);
        Assert.Equal(CountOf(html), box.QuerySelectorAll("*").Length);
    }

    private static string Normal(string html) => html.ReplaceLineEndings("\n");

    /// <summary>How many start tags there are.</summary>
    private static int CountOf(string html)
    {
        var count = 0;
        for (var i = 0; i + 1 < html.Length; i++)
        {
            if (html[i] == '<' && char.IsAsciiLetter(html[i + 1])) count++;
        }

        return count;
    }
}
