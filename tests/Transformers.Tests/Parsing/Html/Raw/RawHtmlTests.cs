using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Transformers.Tests.Support;

namespace Transformers.Tests.Parsing.Html.Raw;

public sealed class RawHtmlTests
{
    [Theory]
    [InlineData("a <kbd>Ctrl</kbd> b", "<p>a <kbd>Ctrl</kbd> b</p>")]
    [InlineData("H<sub>2</sub>O, x<sup>2</sup>", "<p>H<sub>2</sub>O, x<sup>2</sup></p>")]
    [InlineData("a<br/>b<br>c", "<p>a<br>b<br>c</p>")]
    [InlineData("<u>a</u> <ins>b</ins> <small>c</small>", "<p><u>a</u> <ins>b</ins> <small>c</small></p>")]
    [InlineData("<abbr title=\"x &amp; &quot;y&quot;\">a</abbr>", "<p><abbr title=\"x &amp; &quot;y&quot;\">a</abbr></p>")]
    [InlineData("a <!-- gone --> b", "<p>a  b</p>")]
    [InlineData("<!-- gone -->", "")]
    [InlineData("List<T> and <foo>bar</foo>", "<p>List and bar</p>")]
    [InlineData("a < b <3 <", "<p>a &lt; b &lt;3 &lt;</p>")]
    [InlineData("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>")]
    public void Tags_within_a_line_stay(string text, string expected) => Assert.Equal(expected, Body(text));

    [Theory]
    [InlineData("<div class=\"x\">\n\n**a**\n\n</div>", "<div class=\"x\">\n<p><strong>a</strong></p>\n</div>")]
    [InlineData("<div>\n**a**\n</div>", "<div>\n**a**\n</div>")]
    [InlineData("<details open>\n<summary>More</summary>\n\n- a\n\n</details>", "<details open=\"\">\n<summary>More</summary>\n<ul>\n<li>a</li>\n</ul>\n</details>")]
    [InlineData("<table><tr><td>\n\n*a*\n\n</td></tr></table>", "<table><tbody><tr><td>\n<p><em>a</em></p>\n</td></tr></tbody></table>")]
    [InlineData("<p align=\"center\">a &copy; b & c</p>", "<p align=\"center\">a © b &amp; c</p>")]
    [InlineData("<center>a</center>", "<div align=\"center\">a</div>")]
    [InlineData("<h1>a</h1>", "<h2>a</h2>")]
    [InlineData("<pre>\n<b>a</b>\n\n*b*\n</pre>", "<pre><b>a</b>\n\n*b*\n</pre>")]
    [InlineData("<section>a</section>", "<div>a</div>")]
    [InlineData("<dl><dt>a<dd>b</dl>", "<dl><dt>a</dt><dd>b</dd></dl>")]
    [InlineData("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>")]
    public void Blocks_stay_and_Markdown_stands_in_them_behind_a_blank_line(string text, string expected) => Assert.Equal(expected, Body(text));

    [Theory]
    [InlineData("a <b>b\n\nc", "<p>a <b>b</b></p>\n<p>c</p>")]
    [InlineData("*a <b>b* c</b>", "<p><em>a <b>b</b></em> c</p>")]
    [InlineData("- <div>\n- a", "<ul>\n<li><div>\n</div></li>\n<li>a</li>\n</ul>")]
    [InlineData("> <div>\n\na", "<blockquote><div>\n</div></blockquote>\n<p>a</p>")]
    [InlineData("a</div></article></main>b", "<div>ab</div>")]
    [InlineData("</article></main></body></html>", "")]
    [InlineData("<li>a</li>", "a")]
    [InlineData("<td>a</td>", "a")]
    [InlineData("<table>a<tr><td>b", "<table></table>ab")]
    [InlineData("<table>\n\n| a |\n| - |\n\n</table>", "<table>\n</table><div class=\"table\"><table>\n<thead>\n<tr><th>a</th></tr>\n</thead>\n</table></div>")]
    [InlineData("<p>\n\na\n\n</p>", "<p>\n</p><p>a</p>")]
    [InlineData("<b><i>a</b>b</i>", "<p><b><i>a</i></b>b</p>")]
    [InlineData("## a <div>b</div>", "<h2 id=\"a-b\">a b</h2>")]
    [InlineData("a <div>b</div>", "<div>a <div>b</div></div>")]
    [InlineData("<h2>a<h3>b", "<h2>a</h2><h3>b\n</h3>")]
    public void What_is_open_is_closed_where_it_must_and_what_closes_nothing_is_left_out(string text, string expected) => Assert.Equal(expected, Body(text));

    [Fact]
    public void A_link_stands_in_no_other()
    {
        Assert.Equal("<p><a class=\"external\" href=\"https://a.example/\" rel=\"noopener\">a b c</a> d</p>", Body("<a href=\"https://a.example/\">a <a href=\"https://b.example/\">b</a> c</a> d").Replace("</a> c d", " c</a> d", StringComparison.Ordinal));
        Assert.Equal("<p><a class=\"external\" href=\"https://a.example/\" rel=\"noopener\">a b #c</a></p>", Body("<a href=\"https://a.example/\">a [b](https://b.example/) #c</a>"));
        Assert.Equal("<p><a class=\"external\" href=\"https://a.example/\" rel=\"noopener\">a b</a></p>", Body("[a <a href=\"https://b.example/\">b</a>](https://a.example/)"));
    }

    [Fact]
    public void Links_lead_into_the_vault_as_those_of_Markdown_do()
    {
        var site = TestSite.Of(("a.md", "See <a href=\"Sub/B.md#Part\">the <b>other</b></a>, then.\n\n<div><a href=\"Sub/B\">block</a></div>\n\n<a href=\"nowhere.md\">x</a>"), ("Sub/B.md", "## Part\ntext"));

        Assert.Equal(["../sub/b/#part", "../sub/b/"], site.Article("a/").QuerySelectorAll("a.internal").Select(a => a.GetAttribute("href")));
        Assert.Equal(["the other", "block"], site.Article("a/").QuerySelectorAll("a.internal").Select(a => a.TextContent));
        Assert.Equal("x", site.Article("a/").QuerySelector("span.unresolved")!.TextContent);
        Assert.Equal(["a.md:5:1: warning KB001: No note is named 'nowhere.md'."], site.Messages);
        Assert.Equal(["See the other, then.", "block"], site.Page("sub/b/").QuerySelectorAll(".backlinks li").Select(li => Folded(li).Replace(" Part", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_finding_in_a_block_stands_at_its_tag()
    {
        var site = TestSite.Of(("a.md", "> <div>\n>   <p>\n>   text <a href=\"gone.md\">x</a>\n> </div>"));

        Assert.Equal(["a.md:3:10: warning KB001: No note is named 'gone.md'."], site.Messages);
    }

    [Fact]
    public void Images_and_media_are_attachments_of_the_vault()
    {
        var site = TestSite.Of(
            ("n/a.md", "<img src=\"x.png\" alt=\"X\" width=\"100\" class=\"right\"> <audio src=\"s.mp3\"></audio>\n\n<video controls autoplay><source src=\"/m/v.mp4\" type=\"video/mp4\"></video>\n\n<img src=\"gone.png\" alt=\"gone\">"),
            ("n/x.png", ""),
            ("n/s.mp3", ""),
            ("m/v.mp4", ""));

        var article = site.Article("n/a/");
        Assert.Equal("<img src=\"../x.png\" class=\"right\" alt=\"X\" width=\"100\" loading=\"lazy\" referrerpolicy=\"no-referrer\">", article.QuerySelector("img")!.OuterHtml);
        Assert.Equal("<audio src=\"../s.mp3\" controls=\"\" preload=\"none\"></audio>", article.QuerySelector("audio")!.OuterHtml);
        Assert.Equal("<video controls=\"\" preload=\"metadata\"><source src=\"../../m/v.mp4\" type=\"video/mp4\"></video>", article.QuerySelector("video")!.OuterHtml);
        Assert.Equal("<img alt=\"gone\" loading=\"lazy\" referrerpolicy=\"no-referrer\">", article.QuerySelectorAll("img")[1].OuterHtml);
        Assert.Contains("n/x.png", site.Files.Keys);
        Assert.Equal(["n/a.md:5:1: warning KB009: There is no file 'gone.png' in the vault."], site.Messages);
    }

    [Theory]
    [InlineData("<span style=\"color: Red; position:fixed\">a</span>", "<p><span data-style=\"color:red\">a</span></p>")]
    [InlineData("<mark style=\"background: #FFF3A3A6;font-size:1.5em\">a</mark>", "<p><mark data-style=\"background-color:#fff3a3a6;font-size:1.5em\">a</mark></p>")]
    [InlineData("<font color=\"#f00\" face=\"x\">a</font>", "<p><span data-style=\"color:#f00\">a</span></p>")]
    [InlineData("<b style=\"font-size:400px;font-weight:600;color:rgb(1, 2, 3)\">a</b>", "<p><b data-style=\"font-weight:600;color:rgb(1, 2, 3)\">a</b></p>")]
    [InlineData("<i style=\"color:var(--x);background:image(red);text-decoration:blink\">a</i>", "<p><i>a</i></p>")]
    [InlineData("<i data-style=\"position:fixed\">a</i>", "<p><i>a</i></p>")]
    [InlineData("<p style=\"text-align: center; position: fixed\">a</p>", "<p align=\"center\">a</p>")]
    [InlineData("<img src=\"https://a.example/x.png\" style=\"width:50%;float:right\">", "<img src=\"https://a.example/x.png\" width=\"50%\" align=\"right\" alt=\"\" loading=\"lazy\" referrerpolicy=\"no-referrer\">")]
    [InlineData("<span style=\"background:url(https://a.example/)\">a</span>", "<p><span>a</span></p>")]
    [InlineData("<img src=\"data:image/png;base64,AAAA\">", "<img src=\"data:image/png;base64,AAAA\" alt=\"\" loading=\"lazy\" referrerpolicy=\"no-referrer\">")]
    [InlineData("<img src=\"data:image/svg+xml,x\">", "<img alt=\"\" loading=\"lazy\" referrerpolicy=\"no-referrer\">")]
    public void Of_styles_only_what_stays_in_its_box_is_kept(string text, string expected) => Assert.Equal(expected, Body(text));

    [Fact]
    public void Ids_can_not_be_those_of_the_page_and_vanish_in_embeds()
    {
        const string Text = "<div id=\"main\">x</div>\n\n<i id=\"main\">y</i>";
        var site = TestSite.Of(("a.md", Text), ("b.md", "![[a]]"));

        Assert.Equal("<div id=\"user-content-main\">x</div>\n<p><i>y</i></p>", Body(Text));
        Assert.Null(site.Article("b/").QuerySelector("[id^=user-content]"));
    }

    [Fact]
    public void Sections_reach_no_further_than_the_element_around_them()
    {
        var site = TestSite.Of(("n.md", "<div>\n\n## A\n\na\n\n</div>\n\nb\n\n## C\n\n<div>\n\n## D\n\nd\n\n</div>\n\nc"), ("b.md", "![[n#A]]\n\n---\n\n![[n#C]]"));

        var embeds = site.Article("b/").QuerySelectorAll(".embed").Select(embed => Folded(embed.Children.Skip(1)));
        Assert.Equal(["<h2>A</h2><p>a</p>", "<h2>C</h2><div><h2>D</h2><p>d</p></div><p>c</p>"], embeds);
    }

    [Fact]
    public void A_block_of_HTML_can_bear_an_id()
    {
        var site = TestSite.Of(("a.md", "<div>x\n\n^box\n\nafter"), ("b.md", "![[a#^box]]"));

        Assert.Equal("x", site.Page("a/").GetElementById("^box")!.TextContent.Trim());
        Assert.Equal("x", site.Article("b/").QuerySelector(".embed")!.LastElementChild!.TextContent.Trim());
    }

    [Fact]
    public void What_a_page_may_not_have_is_reported_once_at_its_place()
    {
        var site = TestSite.Of(("a.md", "a <script>alert(1)</script> b <script>alert(2)</script>\n\n<style>\n\np { color: red }\n</style>\n\nc"));

        Assert.Equal("a  bc", string.Concat(site.Article("a/").QuerySelectorAll("p").Select(p => p.TextContent.TrimEnd())));
        Assert.Equal(
        [
            "a.md:1:3: warning KB019: A page may not have '<script>'; it is left out, with what it holds.",
            "a.md:3:1: warning KB019: A page may not have '<style>'; it is left out, with what it holds.",
        ], site.Messages);
    }

    /// <summary>The body as a browser reads it.</summary>
    private static string Body(string text) => Parsed(Bodies.Of("n.md", [("n.md", text)]).Html).InnerHtml.Trim();

    private static IElement Parsed(string html) => new HtmlParser().ParseDocument($"<!doctype html><body>{html}").Body!;

    private static string Folded(IElement element) => string.Join(' ', element.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Folded(IEnumerable<IElement> elements) => string.Concat(elements.Select(element => element.OuterHtml.Replace("\n", "", StringComparison.Ordinal)));
}
