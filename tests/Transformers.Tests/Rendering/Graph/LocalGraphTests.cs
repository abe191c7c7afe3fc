using System.Globalization;
using AngleSharp.Dom;
using Transformers.Tests.Support;

namespace Transformers.Tests.Rendering.Graph;

public sealed class LocalGraphTests
{
    [Fact]
    public void It_shows_what_leads_to_a_note_and_where_the_note_leads()
    {
        var graph = Around(TestSite.Of(("a.md", "[[b]] [[c#^k]]"), ("b.md", ""), ("c.md", "- #PAPER [A thing](https://x.org) ^k"), ("d.md", "[[a]]")), "a/")!;

        Assert.Equal([("d", "../d/", null)], Side(graph, ".from"));
        Assert.Equal([("b", "../b/", null), ("A thing", "../c/#^k", "paper")], Side(graph, ".to"));
        Assert.Equal("../graph/?at=a/", graph.QuerySelector(".more a")!.GetAttribute("href"));
    }

    [Fact]
    public void What_leads_to_an_entry_of_a_note_leads_to_the_note()
    {
        var graph = Around(TestSite.Of(("a.md", "- #PAPER [A thing](https://x.org) ^k"), ("b.md", "[[a#^k]] [[a]]"), ("c.md", "See ^k in [[a]].")), "a/")!;

        Assert.Equal([("b", "../b/", null), ("c", "../c/", null)], Side(graph, ".from"));
        Assert.Null(graph.QuerySelector(".to"));
    }

    [Fact]
    public void Those_that_are_bound_both_ways_come_first()
    {
        var graph = Around(TestSite.Of(("a.md", "[[c]]"), ("b.md", "[[a]]"), ("c.md", "[[a]]")), "a/")!;

        Assert.Equal(["c", "b"], Side(graph, ".from").Select(node => node.Title));
    }

    [Theory]
    [InlineData("Text.")]
    [InlineData("[[b]] [[b#x]] [[a]]")]
    public void A_note_with_hardly_any_neighbours_has_none(string text) =>
        Assert.Null(Around(TestSite.Of(("a.md", text), ("b.md", "[[a]]\n# x")), "a/"));

    [Fact]
    public void It_stays_small_whatever_the_note_links()
    {
        var links = string.Join('\n', Enumerable.Range(0, 500).Select(i => $"[[some/long folder/and another/note with a title of some length {i}]]"));
        (string, string)[] others = [.. Enumerable.Range(0, 500).Select(i => (string.Create(CultureInfo.InvariantCulture, $"some/long folder/and another/note with a title of some length {i}.md"), "[[a]]"))];
        var graph = Around(TestSite.Of([("a.md", links), .. others]), "a/")!;

        Assert.Equal((8, 8), (Side(graph, ".from").Length, Side(graph, ".to").Length));
        Assert.Equal(["500", "500"], graph.QuerySelectorAll(".count").Select(count => count.TextContent));
        Assert.InRange(graph.OuterHtml.Length, 500, 4096);
    }

    [Fact]
    public void The_curves_end_at_the_rows()
    {
        var graph = Around(TestSite.Of(("a.md", "[[b]] [[c]]"), ("b.md", ""), ("c.md", ""), ("d.md", "[[a]]")), "a/")!;

        Assert.Equal("M0 28C32 28 0 28 32 28M64 14C32 14 64 28 32 28M64 42C32 42 64 28 32 28", graph.QuerySelector("path")!.GetAttribute("d"));
        Assert.Equal("0 0 64 56", graph.QuerySelector("svg")!.GetAttribute("viewBox"));
    }

    [Fact]
    public void What_is_not_published_is_not_in_it() =>
        Assert.Null(Around(TestSite.Of(("a.md", "[[b]] [[c]]"), ("b.md", "---\ndraft: true\n---\n[[a]]"), ("c.md", "")), "a/"));

    private static IElement? Around(TestSite site, string address) => site.Page(address).QuerySelector(".local-graph");

    private static (string Title, string? Href, string? Kind)[] Side(IElement graph, string side) =>
        [.. graph.QuerySelectorAll($"{side} li").Select(item => (item.TextContent, item.QuerySelector("a")!.GetAttribute("href"), item.GetAttribute("data-kind")))];
}
