using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Parsing.Html.Raw;

public sealed class FrameTests
{
    [Theory]
    [InlineData("<iframe src=\"https://www.youtube.com/embed/abc_123?rel=0\" title=\"A talk\" allow=\"x\"></iframe>", "https://www.youtube-nocookie.com/embed/abc_123?rel=0", "https://www.youtube.com/watch?v=abc_123", "A talk")]
    [InlineData("<iframe width=560 src=//player.vimeo.com/video/42></iframe>", "https://player.vimeo.com/video/42?dnt=1", "https://vimeo.com/42", "Video on Vimeo")]
    [InlineData("text <iframe src=\"https://www.youtube-nocookie.com/embed/x\">no frames</iframe>", "https://www.youtube-nocookie.com/embed/x", "https://www.youtube.com/watch?v=x", "Video on YouTube")]
    [InlineData("![A talk](https://www.youtube.com/watch?v=abc&t=42s)", "https://www.youtube-nocookie.com/embed/abc?start=42", "https://www.youtube.com/watch?v=abc", "A talk")]
    [InlineData("![](https://youtu.be/abc)", "https://www.youtube-nocookie.com/embed/abc", "https://www.youtube.com/watch?v=abc", "Video on YouTube")]
    public void A_frame_is_a_link_until_the_reader_loads_it(string text, string source, string link, string title)
    {
        var article = TestSite.Of(("a.md", text)).Article("a/");

        Assert.Null(article.QuerySelector("iframe, img"));
        var frame = article.QuerySelector("div.frame")!;
        Assert.Equal((source, link, title), (frame.GetAttribute("data-src")!, frame.QuerySelector("a.external")!.GetAttribute("href")!, frame.TextContent));
    }

    [Fact]
    public void A_host_that_the_owner_did_not_name_is_a_link_and_reported()
    {
        var site = TestSite.Of(("a.md", "<iframe src=\"https://evil.example/x\" title=\"X\"></iframe>"));

        Assert.Null(site.Article("a/").QuerySelector("iframe, .frame"));
        Assert.Equal("https://evil.example/x", site.Article("a/").QuerySelector("a.external")!.GetAttribute("href"));
        Assert.Equal(["a.md:1:1: warning KB019: The frame's host is not among the 'iframes' of transformers.yml; a link stands in its place."], site.Messages);
    }

    [Fact]
    public void The_owner_names_the_hosts()
    {
        var site = TestSite.Of(Configuration.Default with { Iframes = ["maps.example"] }, ("a.md", "<iframe src=\"https://maps.example/x?a=1&amp;b=2\"></iframe>\n\n<iframe src=\"https://www.youtube.com/embed/x\"></iframe>"));

        Assert.Equal(["https://maps.example/x?a=1&b=2"], site.Article("a/").QuerySelectorAll(".frame").Select(frame => frame.GetAttribute("data-src")));
        Assert.Equal("https://maps.example/x?a=1&b=2", site.Article("a/").QuerySelector(".frame a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("www.youtube.com", true)]
    [InlineData("www.youtube-nocookie.com", true)]
    [InlineData("maps.example", false)]
    public void The_page_of_a_video_is_a_frame_where_the_owner_named_its_host_and_else_a_link(string host, bool isFrame)
    {
        var article = TestSite.Of(Configuration.Default with { Iframes = [host] }, ("a.md", "![A talk](https://www.youtube.com/watch?v=abc)")).Article("a/");

        Assert.Null(article.QuerySelector("img"));
        Assert.Equal(isFrame, article.QuerySelector(".frame") is not null);
        Assert.Equal("A talk", article.QuerySelector("a.external[href='https://www.youtube.com/watch?v=abc']")!.TextContent);
    }

    [Theory]
    [InlineData("<iframe src=\"javascript:alert(1)\"></iframe>")]
    [InlineData("<iframe srcdoc=\"&lt;script>alert(1)&lt;/script>\"></iframe>")]
    [InlineData("<iframe src=\"data:text/html,x\"></iframe>")]
    [InlineData("<iframe src=\"https://www.youtube-nocookie.com@evil.example/embed/x\"></iframe>")]
    [InlineData("<iframe src=\"https://www.youtube-nocookie.com.evil.example/embed/x\"></iframe>")]
    public void Nothing_else_gets_into_a_frame(string text) => Assert.Null(TestSite.Of(("a.md", text)).Article("a/").QuerySelector("iframe, .frame"));

    [Fact]
    public void A_file_of_the_vault_is_shown_as_an_embed_shows_it()
    {
        var site = TestSite.Of(("a.md", "<iframe src=\"x.pdf\"></iframe>"), ("x.pdf", ""));

        Assert.Equal("../x.pdf", site.Article("a/").QuerySelector("iframe.pdf")!.GetAttribute("src"));
    }
}
