using AngleSharp.Html.Parser;
using CsCheck;
using Transformers.Diagnostics;
using Transformers.Tests.Support;

namespace Transformers.Tests.Parsing.Html.Raw;

/// <summary>Notes of strangers: whatever is in them, a page keeps its form and runs nothing of theirs.</summary>
[Collection(nameof(Alone))]
public sealed class HostileHtmlTests
{
    private static readonly string[] Vectors =
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</script>",
        "<script\n>alert(1)</script\n>",
        "<script>\n\nalert(1)\n\n</script>",
        "<script/x>alert(1)</script>",
        "<<script>alert(1);//<</script>",
        "<img src=x onerror=alert(1)>",
        "<img/src=x/onerror=alert(1)>",
        "<img src=x onerror = 'alert(1)'>",
        "<img src=\"x\"onerror=\"alert(1)\">",
        "<img \"\"\"><script>alert(1)</script>\">",
        "<img src=javascript:alert(1)>",
        "<img src=`javascript:alert(1)`>",
        "<img src=\"jav&#x09;ascript:alert(1)\">",
        "<img src=\"&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)\">",
        "<img src=x:x onerror=alert(1) alt=\"`>\">",
        "<a href=javascript:alert(1)>x</a>",
        "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
        "<a href=\" &#14; javascript:alert(1)\">x</a>",
        "<a href=\"java\nscript:alert(1)\">x</a>",
        "<a href=\"javascript&colon;alert(1)\">x</a>",
        "<a href=\"javascript&#58alert(1)\">x</a>",
        "<a href=\"vbscript:msgbox(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
        "<a href=\"\u0001javascript:alert(1)\">x</a>",
        "<a href=\"//evil.example\" onclick=alert(1) target=_top>x</a>",
        "<a href='x' onmouseover='alert(1)'>x</a>",
        "<b onmouseover=alert(1)>x</b>",
        "<div style=\"width:expression(alert(1))\">x</div>",
        "<div style=\"background-image:url(javascript:alert(1))\">x</div>",
        "<div style=\"position:fixed;inset:0;z-index:9\">x</div>",
        "<style>@import 'https://evil.example/x.css';</style>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<base href=\"https://evil.example/\">",
        "<object data=javascript:alert(1)></object>",
        "<embed src=javascript:alert(1)>",
        "<applet code=x></applet>",
        "<svg onload=alert(1)>",
        "<svg/onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
        "<svg><animate onbegin=alert(1)></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<math href=javascript:alert(1)>x</math>",
        "<form action=javascript:alert(1)><input type=submit></form>",
        "<button formaction=javascript:alert(1)>x</button>",
        "<input autofocus onfocus=alert(1)>",
        "<isindex type=image src=1 onerror=alert(1)>",
        "<video><source onerror=alert(1)></video>",
        "<video poster=javascript:alert(1)></video>",
        "<audio src=x onerror=alert(1)></audio>",
        "<details open ontoggle=alert(1)>x</details>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<body onload=alert(1)>",
        "<html onmousemove=alert(1)>",
        "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<textarea><img src=x onerror=alert(1)></textarea>",
        "<title><img src=x onerror=alert(1)></title>",
        "<xmp><img src=x onerror=alert(1)></xmp>",
        "<template><img src=x onerror=alert(1)></template>",
        "<plaintext>",
        "<select><option><img src=x onerror=alert(1)></select>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<!-- --!><img src=x onerror=alert(1)>-->",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<?xml version=\"1.0\"?><script>alert(1)</script>",
        "<!DOCTYPE html SYSTEM \"x\"><img src=x onerror=alert(1)>",
        "</article></main><script>alert(1)</script>",
        "<table><td background=javascript:alert(1)>x</table>",
        "<div\u00a0onmouseover=alert(1)>x</div>",
        "<div title=\"\u2028\" onclick\u2028=alert(1)>x</div>",
        "<p title='</p><script>alert(1)</script>'>x</p>",
        "<a title=\"`<img src=x onerror=alert(1)>`\">x</a>",
        "[x](javascript:alert(1))",
        "[x](<java script:alert(1)>)",
        "[x](vbscript:alert(1))",
        "[x](data:text/html,<script>)",
        "![x](javascript:alert(1))",
        "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
        "![\"onerror=alert(1) x=\"](https://a.example/x.png)",
        "[x](https://a.example \"\\\" onmouseover=alert(1) \\\"\")",
        "<javascript:alert(1)>",
        "[[a|<img src=x onerror=alert(1)>]]",
        "[[<script>alert(1)</script>]]",
        "![[<img src=x onerror=alert(1)>]]",
        "`<script>alert(1)</script>`",
        "$<script>alert(1)</script>$",
        "```<script>\n</code></pre><script>alert(1)</script>\n```",
        "```mermaid\n</pre><script>alert(1)</script>\n```",
        "> [!note\"onclick=alert(1)] <script>alert(1)</script>\n> x",
        "> [!note|\"><script>alert(1)</script>] x",
        "#tag<script>alert(1)</script>",
        "- #PAPER [<img src=x onerror=alert(1)> (A 2017)](https://a.example) ^\"><script>",
        "| <script>alert(1)</script> | b |\n| - | - |\n| <img src=x onerror=alert(1)> | c |",
        "x[^1]\n\n[^1]: <script>alert(1)</script><img src=x onerror=alert(1)>",
        "x^[<img src=x onerror=alert(1)>]",
        "{{ page.title | html.strip }}<script>{{ include \"head.html\" }}</script>",
    ];

    public static TheoryData<string> VectorData => [.. Vectors];

    [Theory, MemberData(nameof(VectorData))]
    public void No_script_handler_or_scheme_survives(string vector)
    {
        foreach (var text in (string[])[vector, "a " + vector + " b", "- " + vector + "\n- x", "> " + vector, "<div>\n\n" + vector + "\n\n</div>", "## " + vector])
        {
            SafePage.AssertSafe(TestSite.Of(("n.md", text)).Page("n/"), text);
        }
    }

    [Fact]
    public void No_tag_soup_breaks_the_page_or_what_the_parser_makes_of_it()
    {
        string[] names = ["a href=https://a.example", "a href=n.md", "b", "i", "p", "div", "table", "tr", "td", "th", "tbody", "caption", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h3", "pre", "blockquote", "details", "summary", "ruby", "rt", "br", "hr", "img src=x", "video", "source src=x", "colgroup", "col", "script", "svg", "select", "iframe src=https://www.youtube.com/embed/x", "span id=x", "article", "main", "body", "em", "center", "foo", "math", "style", "textarea", "template", "button", "form", "option", "nobr", "font"];
        string[] texts = ["x", " ", "\n", "\n\n", "\n\n", "\n- ", "\n  ", "\n> ", "\n\n## h\n\n", "*", "**", "[", "](n.md)", "[[n]]", "![[n]]", "![[n#h]]", "|a|b|\n|-|-|\n|", "\n|c|d|\n", "&amp;", "&", "<", ">", "<!--", "-->", "\n\n---\n\n", "\n\n> [!note]- t\n> ", "`", "$", "\n```\n", "\n    ", "^[", "]", " ^id\n", "#tag", "\"", "'", "="];
        var tags = Gen.OneOf(names);
        var piece = Gen.OneOf(tags.Select(name => $"<{name}>"), tags.Select(name => $"</{name.Split(' ')[0]}>"), Gen.OneOf(texts), Gen.OneOf(Vectors));
        piece.Array[1, 24].Select(string.Concat).Sample(
            text =>
            {
                var site = TestSite.Of(("n.md", text), ("m.md", "![[n]]\n\n![[n#h]]\n\n![[n#^id]]\n\nend"));
                SafePage.AssertSafe(site.Page("n/"), text);
                SafePage.AssertSafe(site.Page("m/"), text);
                Assert.Equal("end", site.Article("m/").QuerySelectorAll("p").Last(p => p.Closest(".embed") is null).TextContent);
                SafePage.AssertParsesAsWritten(site.Text("n/index.html"), text);
                SafePage.AssertParsesAsWritten(site.Text("m/index.html"), text);
            },
            iter: 1000);
    }

    [Fact]
    public void An_entry_within_a_link_has_no_link_to_its_work()
    {
        const string Text = "<div><a href=n.md><p>x\n\n- #PAPER [T (A 2017)](https://a.example)\n- x\n\n</p></a></div>\n\n- #PAPER [U (B 2018)](https://b.example)";

        var site = TestSite.Of(("n.md", Text));

        SafePage.AssertParsesAsWritten(site.Text("n/index.html"), Text);
        Assert.Equal("../works/ub2018/", Assert.Single(site.Article("n/").QuerySelectorAll(".entry-work")).GetAttribute("href"));
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<div>")]
    [InlineData("<div>\n\n")]
    [InlineData("<b>")]
    [InlineData("</b>")]
    [InlineData("x<b></div>")]
    [InlineData("<a href=")]
    [InlineData("<a href=\"x\">")]
    [InlineData("<p><a href=x.md>")]
    [InlineData("<!--")]
    [InlineData("x<!A ")]
    [InlineData("<!A ")]
    [InlineData("<div a='")]
    [InlineData("<script>")]
    [InlineData("<div></")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<p>&")]
    [InlineData("<p title=\"a\" b=c>")]
    [Trait("speed", "slow")]
    public void A_megabyte_of_it_takes_four_times_as_long_as_a_quarter(string piece) =>
        Growth.AssertLinear(piece, 250_000, text => Assert.DoesNotContain(TestSite.Of(("n.md", text)).Diagnostics, found => found.Rule.Severity == Severity.Error));

    [Fact]
    public void Titles_names_aliases_tags_and_properties_bring_no_markup()
    {
        const string Evil = "<img src=x onerror=alert(1)>\\\"'><script>alert(1)</script>";
        var site = TestSite.Of(
            ("<b onclick=x>.md", $"---\ntitle: \"{Evil}\"\ndescription: \"{Evil}\"\naliases: [\"{Evil}\"]\ntags: [\"x<b>\"]\ncssclasses: ['a\" onclick=\"x']\nother: \"{Evil}\"\n\"k<i>\": [\"{Evil}\"]\nurl: \"https://a.example/\\\"><script>\"\n---\n# {Evil}\n\n## {Evil}\n\n> [!note] {Evil}\n\n```{Evil}\nx\n```\n"),
            ("b.md", "[[<b onclick=x>]] [[<b onclick=x>#x]]"),
            ("<i>folder/c.md", "x"));

        foreach (var file in site.Files.Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal))) SafePage.AssertSafe(new HtmlParser().ParseDocument(site.Text(file)), file, isArticle: false);
    }

    [Fact]
    public void Template_code_in_a_note_is_text()
    {
        var site = TestSite.Of(("a.md", "---\ntitle: \"{{ site.title }}\"\n---\n{{ page.root }} {% raw %} <b title=\"{{ 1 + 1 }}\">{{ 1 + 1 }}</b>"));

        Assert.Equal("{{ site.title }}", site.Article("a/").QuerySelector("h1")!.TextContent);
        Assert.Equal("{{ page.root }} {% raw %} {{ 1 + 1 }}", site.Article("a/").QuerySelector("p")!.TextContent);
    }
}
