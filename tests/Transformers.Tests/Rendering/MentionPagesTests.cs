using System.Globalization;
using Transformers.Tests.Support;

namespace Transformers.Tests.Rendering;

public sealed class MentionPagesTests
{
    [Fact, Trait("speed", "slow")]
    public void A_note_lists_some_mentions_and_leads_to_pages_of_all_of_them()
    {
        var site = TestSite.Of([("hub.md", "- #PAPER [T (Doe 2020)](https://a.b) ^x"), .. Notes(450, i => "See [[hub#^x|it]].")]);

        var section = site.Page("hub/").QuerySelector("section.backlinks")!;
        Assert.Equal(50, section.QuerySelectorAll("li").Length);
        Assert.Equal(("All 450 mentions", "+mentions/"), (section.QuerySelector(".more a")!.TextContent, section.QuerySelector(".more a")!.GetAttribute("href")));
        var pages = new[] { "hub/+mentions/", "hub/+mentions/+2/", "hub/+mentions/+3/" }.Select(site.Page).ToArray();
        Assert.Equal(450, pages.SelectMany(page => page.QuerySelectorAll("section.backlinks h3 a")).Select(a => a.TextContent).Distinct().Count());
        Assert.Equal("../../#^x", pages[1].QuerySelector(".mention-of")!.GetAttribute("href"));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void So_does_a_work()
    {
        var site = TestSite.Of([("hub.md", "- #PAPER [T (Doe 2020)](https://a.b) ^x"), .. Notes(60, i => "See [[hub#^x|it]].")]);

        Assert.Equal("+mentions/", site.Page("works/doe2020t/").QuerySelector("section.backlinks .more a")!.GetAttribute("href"));
        Assert.Equal(60, site.Page("works/doe2020t/+mentions/").QuerySelectorAll("section.backlinks li").Length);
    }

    [Fact]
    public void Few_mentions_need_no_page_of_their_own()
    {
        var site = TestSite.Of([("hub.md", ""), .. Notes(50, i => "[[hub]]")]);

        Assert.DoesNotContain(site.Files.Keys, file => file.Contains("+mentions", StringComparison.Ordinal));
        Assert.Null(site.Page("hub/").QuerySelector("section.backlinks .more"));
    }

    private static IEnumerable<(string, string)> Notes(int count, Func<int, string> text) =>
        Enumerable.Range(0, count).Select(i => (string.Create(CultureInfo.InvariantCulture, $"n{i:000}.md"), text(i)));
}
