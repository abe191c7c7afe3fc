using CsCheck;
using Transformers.Parsing.Html;
using Transformers.Parsing.Html.Code;
using Transformers.Tests.Support;

namespace Transformers.Tests.Parsing.Html.Code;

[Collection(nameof(Alone))]
public sealed class CodeTests
{
    [Theory]
    [InlineData("python", "def f(x): # say\n  return \"a\\\"b\" + g(1.5e3)", "[keyword:def] [function:f](x): [comment:# say]\n  [keyword:return] [string:\"a\\\"b\"] + [function:g]([number:1.5e3])")]
    [InlineData("py", "\"\"\"a\nb\"\"\" None", "[string:\"\"\"a\nb\"\"\"] [literal:None]")]
    [InlineData("js", "const a = `x\ny`; // c", "[keyword:const] a = [string:`x\ny`]; [comment:// c]")]
    [InlineData("C#", "var s = \"x\"; /* a\nb */ int.Parse(s)", "[keyword:var] s = [string:\"x\"]; [comment:/* a\nb */] [keyword:int].[function:Parse](s)")]
    [InlineData("rust", "fn f<'a>(x: &'a str) -> char { 'x' }", "[keyword:fn] f<'a>(x: &'a [keyword:str]) -> [keyword:char] { [string:'x'] }")]
    [InlineData("bash", "echo \"$HOME\" $x ${y}# no # yes", "[keyword:echo] [string:\"$HOME\"] [literal:$x] [literal:${y}]# no [comment:# yes]")]
    [InlineData("json", "{\"a\": [1, true, \"b\"]}", "{[key:\"a\"]: [[number:1], [literal:true], [string:\"b\"]]}")]
    [InlineData("yaml", "on-push: it's a \"b\" # c", "[key:on-push]: it's a [string:\"b\"] [comment:# c]")]
    [InlineData("toml", "a-b = 1", "[key:a-b] = [number:1]")]
    [InlineData("css", "@media x { a { margin-top: 1px } }", "[keyword:@media] x { a { [key:margin-top]: [number:1px] } }")]
    [InlineData("html", "<!-- x --><a href=\"y\">z</a>", "[comment:<!-- x -->][tag:<a] [key:href]=[string:\"y\"][tag:>]z[tag:</a][tag:>]")]
    [InlineData("diff", "@@ 1 @@\n-a\n+b\n c", "[keyword:@@ 1 @@]\n[removed:-a]\n[added:+b]\n c")]
    [InlineData("SQL", "SELECT * FROM t -- x", "[keyword:SELECT] * [keyword:FROM] t [comment:-- x]")]
    [InlineData("tex", "\\frac{1}{2} % x", "[keyword:\\frac]{[number:1]}{[number:2]} [comment:% x]")]
    [InlineData("unknown", "def f(): \"x\"", "def f(): \"x\"")]
    public void The_parts_that_help_reading_are_marked(string language, string code, string expected)
    {
        Assert.Equal(expected, Marked(language, code));
    }

    [Fact]
    public void Whatever_the_code_its_text_stays()
    {
        string[] names = ["python", "js", "rust", "bash", "json", "yaml", "css", "html", "diff", "tex", "haskell", "matlab", "toml"];
        var piece = Gen.OneOf(Gen.OneOf("\"", "'", "`", "\"\"\"", "\\", "\n", "#", "//", "/*", "*/", "<!--", "-->", "<a", ">", "=", ":", "${", "}", "$x", "@y", "def", "1.", " ", "é"), Gen.String);
        Gen.Select(Gen.OneOf(names), piece.Array[0, 30].Select(string.Concat)).Sample(
            (name, code) =>
            {
                var html = new HtmlBuffer();
                CodeHighlighter.Write(code, CodeLanguage.Find(name), html);
                var plain = new HtmlBuffer();
                plain.Text(code);
                Assert.Equal(Text(plain), System.Text.RegularExpressions.Regex.Replace(Text(html), "</?span[^>]*>", ""));
            },
            iter: 20_000);
    }

    [Theory]
    [InlineData("'\\")]
    [InlineData("'a")]
    [InlineData("\"\\")]
    [InlineData("${")]
    [InlineData("/*")]
    [InlineData("<a ")]
    [InlineData("<!-")]
    [InlineData("\"\"\"\\")]
    [InlineData("a ")]
    [InlineData("# ")]
    public void Hostile_code_takes_no_longer_than_other(string piece)
    {
        foreach (var name in (string[])["python", "rust", "yaml", "bash", "html", "css", "json", "toml"])
        {
            Growth.AssertLinear(piece, 25_000, code => CodeHighlighter.Write(code, CodeLanguage.Find(name), new HtmlBuffer()));
        }
    }

    [Fact]
    public void A_title_makes_a_figure()
    {
        var article = TestSite.Of(("a.md", "```js title=\"src/<x>.js\" {1}\nx\n```\n\n```py title=y.py\nx\n```\n\n```js {1}\nx\n```\n^id")).Article("a/");

        Assert.Equal(["src/<x>.js", "y.py"], article.QuerySelectorAll("figure.code > figcaption").Select(caption => caption.TextContent));
        Assert.Equal("PRE", article.QuerySelector("[id='^id']")!.TagName);
    }

    [Fact]
    public void A_Dataview_query_is_shown_and_said_not_to_be_evaluated()
    {
        var figure = TestSite.Of(("a.md", "```dataview\nTABLE x FROM #y\n```")).Article("a/").QuerySelector("figure.code")!;

        Assert.Contains("not evaluate", figure.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("TABLE x FROM #y\n", figure.QuerySelector("pre code")!.TextContent);
    }

    private static string Marked(string language, string code)
    {
        var html = new HtmlBuffer();
        CodeHighlighter.Write(code, CodeLanguage.Find(language), html);
        return System.Net.WebUtility.HtmlDecode(Text(html).Replace("<span class=\"tok-", "[", StringComparison.Ordinal).Replace("\">", ":", StringComparison.Ordinal).Replace("</span>", "]", StringComparison.Ordinal));
    }

    private static string Text(HtmlBuffer html) => System.Text.Encoding.UTF8.GetString(html.ToBody().Html.Span);
}
