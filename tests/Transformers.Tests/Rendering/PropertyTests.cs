using Transformers.Tests.Support;

namespace Transformers.Tests.Rendering;

/// <summary>Obsidian help, "Properties": what stands in a note's front matter, on its page.</summary>
public sealed class PropertyTests
{
    [Theory]
    [InlineData("year: 1977", "1977")]
    [InlineData("pie: 3.14", "3.14")]
    [InlineData("date: 2020-08-21", "2020-08-21")]
    [InlineData("time: 2020-08-21T10:30:00", "2020-08-21T10:30:00")]
    [InlineData("text: A New Hope # a comment", "A New Hope")]
    [InlineData("quoted: \"a: b\"", "a: b")]
    [InlineData("code: 007", "007")]
    [InlineData("rtl: שלום", "שלום")]
    [InlineData("favourite: true", "<input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"yes\">")]
    [InlineData("reply: false", "<input type=\"checkbox\" disabled=\"\" aria-label=\"no\">")]
    [InlineData("site: https://a.b/c", "<a class=\"external\" href=\"https://a.b/c\" rel=\"noopener\">https://a.b/c</a>")]
    [InlineData("site: javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("html: <b>x</b> & {{ y }}", "&lt;b&gt;x&lt;/b&gt; &amp; {{ y }}")]
    [InlineData("markdown: \"**x** #y\"", "**x** #y")]
    [InlineData("link: \"[[b]]\"", "<a class=\"internal\" href=\"../b/\">b</a>")]
    [InlineData("link: [[b]]", "<a class=\"internal\" href=\"../b/\">b</a>")]
    [InlineData("link: \"[[b#Part|shown]]\"", "<a class=\"internal\" href=\"../b/#part\">shown</a>")]
    [InlineData("link: \"[[Gone]]\"", "<span class=\"unresolved\" title=\"Not found: Gone\">Gone</span>")]
    [InlineData("cast: [Mark, Carrie]", "<ul><li>Mark</li><li>Carrie</li></ul>")]
    [InlineData("cast:\n  - Mark\n  - \"[[b]]\"\n  - 3\n  - true", "<ul><li>Mark</li><li><a class=\"internal\" href=\"../b/\">b</a></li><li>3</li><li><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"yes\"></li></ul>")]
    [InlineData("nested:\n  a: 1\n  b: [x]", "<dl><dt>a</dt><dd>1</dd><dt>b</dt><dd><ul><li>x</li></ul></dd></dl>")]
    [InlineData("long: |\n  one\n  two", "one\ntwo")]
    public void A_value_is_shown_as_what_it_is(string yaml, string html)
    {
        var page = TestSite.Of(("a.md", $"---\n{yaml}\n---\nText"), ("b.md", "## Part")).Page("a/");

        Assert.Equal(html, Assert.Single(page.QuerySelectorAll("dl.properties > div > dd, dl.properties > dd")).InnerHtml.Trim());
    }

    [Theory]
    [InlineData("empty:")]
    [InlineData("empty: \"\"")]
    [InlineData("none: []")]
    [InlineData("title: T")]
    [InlineData("tags: [x]")]
    [InlineData("cssclasses: [x]")]
    [InlineData("publish: true")]
    [InlineData("lang: ar")]
    public void What_is_empty_or_shown_elsewhere_makes_no_row(string yaml) =>
        Assert.Null(TestSite.Of(("a.md", $"---\n{yaml}\n---\nText")).Page("a/").QuerySelector("dl.properties"));

    [Theory]
    [InlineData("tags: meeting", "meeting")]
    [InlineData("tags: [recipe, cooking]", "recipe cooking")]
    [InlineData("tags: recipe, cooking", "recipe cooking")]
    [InlineData("tags: recipe cooking", "recipe cooking")]
    [InlineData("tags:\n  - recipe\n  - \"#cooking\"", "recipe cooking")]
    [InlineData("tag: old", "old")]
    [InlineData("tags: [a/b]", "a a/b")]
    public void Tags_make_pages(string yaml, string tags)
    {
        var site = TestSite.Of(("a.md", $"---\n{yaml}\n---\nText"));

        Assert.Equal(
            tags.Split(' ').Select(tag => $"tags/{tag}/index.html").Append("tags/index.html").Order(StringComparer.Ordinal),
            site.Files.Keys.Where(path => path.StartsWith("tags/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("aliases: [Other name]")]
    [InlineData("aliases: Other name")]
    [InlineData("alias: Other name")]
    [InlineData("aliases:\n  - Other name")]
    public void An_alias_is_a_name_and_an_address(string yaml)
    {
        var site = TestSite.Of(("folder/a.md", $"---\n{yaml}\n---\nText"), ("b.md", "[[other Name]]"));

        Assert.Equal("../folder/a/", site.Article("b/").QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("../folder/a/", site.Page("other-name/").QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("cssclasses: [wide, dark]", "note wide dark")]
    [InlineData("cssclasses: wide dark", "note wide dark")]
    [InlineData("cssclass: wide", "note wide")]
    [InlineData("cssclasses: ['\"><b>', 'x y', 1a]", "note x y")]
    public void Classes_stand_at_the_article(string yaml, string classes) =>
        Assert.Equal(classes, TestSite.Of(("a.md", $"---\n{yaml}\n---\nText")).Article("a/").ClassName);

    [Theory]
    [InlineData("lang: ar", "ar")]
    [InlineData("Lang: pt-BR", "pt-BR")]
    [InlineData("lang: English", null)]
    [InlineData("lang: 'ar\" onclick=x'", null)]
    [InlineData("lang: [ar]", null)]
    [InlineData("other: ar", null)]
    public void The_language_of_a_note_stands_at_the_article(string yaml, string? language) =>
        Assert.Equal(language, TestSite.Of(("a.md", $"---\n{yaml}\n---\nText")).Article("a/").GetAttribute("lang"));
}
