using System.Globalization;
using System.Text.Json;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering.Graph;

public sealed class GraphPageTests
{
    private static readonly (string, string)[] Small =
    [
        ("a.md", "---\ntags: [nlp]\n---\n[[b]], [[b#^k]] and ![[c]]"),
        ("b.md", "- #PAPER [A thing (Doe 2020)](https://x.org) ^k\n\nSee [[a]]."),
        ("deep/c.md", "See ^k in [[b]]."),
        ("deep/lonely.md", "Alone."),
    ];

    [Fact]
    public void The_table_says_what_graph_json_says()
    {
        var site = TestSite.Of(Small);

        using var json = JsonDocument.Parse(site.Files["graph.json"]);
        var edges = json.RootElement.GetProperty("edges").EnumerateArray()
            .Where(edge => edge.GetProperty("kind").GetString() != "tag")
            .Select(edge => (edge.GetProperty("source").GetString()!, edge.GetProperty("target").GetString()!));
        var rows = site.Page("graph/").QuerySelectorAll("tbody tr").SelectMany(row => row.QuerySelectorAll("td:last-child a").Select(link =>
            (AddressOf(row.QuerySelector("th a")!.GetAttribute("href")!), AddressOf(link.GetAttribute("href")!))));
        Assert.Equal(edges.Distinct().Order(), rows.Order());
        Assert.NotEmpty(rows);
    }

    [Fact]
    public void The_table_lists_what_is_linked_most_first()
    {
        var rows = TestSite.Of(Small).Page("graph/").QuerySelectorAll("tbody tr");

        Assert.Equal(["b", "paper A thing", "a", "c", "lonely"], rows.Select(row => row.QuerySelector("th")!.TextContent));
        Assert.Equal(["2", "2", "1", "1", "0"], rows.Select(row => row.QuerySelector("td")!.TextContent));
    }

    [Fact]
    public void The_script_reads_the_same_notes_entries_and_links()
    {
        var site = TestSite.Of(Small);

        using var shape = Data(site, "shape");
        using var names = Data(site, "names");
        Assert.Equal(["a", "b", "c", "lonely", "A thing"], Texts(names, "titles"));
        Assert.Equal([0, 0, 0, 5], Numbers(names, "shared"));
        Assert.Equal(["a/", "b/", "deep/c/", "lonely/", "^k"], Texts(names, "rest"));
        Assert.Equal([3, 1, 1, 2, 1, 0, 2, 1, 3, 0], Numbers(shape, "links"));
        Assert.Equal(["", "deep"], Texts(shape, "folders"));
        Assert.Equal([0, 0, 1, 1], Numbers(shape, "folder"));
        Assert.Equal(["paper"], Texts(shape, "kinds"));
        Assert.Equal([0], Numbers(shape, "kind"));
        Assert.Equal([1], Numbers(shape, "holder"));
        Assert.Equal(["nlp"], Texts(shape, "tags"));
        Assert.Equal("[[0]]", shape.RootElement.GetProperty("tagged").GetRawText());
    }

    [Fact]
    public void Each_node_has_a_place()
    {
        using var shape = Data(TestSite.Of(Generated(300)), "shape");

        var places = Numbers(shape, "x").Zip(Numbers(shape, "y")).ToArray();
        Assert.Equal(600, places.Length);
        Assert.Equal(0, places.Min(place => place.First));
        Assert.Equal(0, places.Min(place => place.Second));
        Assert.InRange(places.Max(place => place.First), 300, 3000);
        Assert.True(places.Distinct().Count() > 590);
    }

    [Fact]
    public void What_is_not_published_is_not_in_it()
    {
        (string, string) open = ("a.md", "[[b]] and [[c]]"), other = ("c.md", "Text.");
        var with = TestSite.Of(open, ("secret/b.md", "---\npublish: false\ntags: [hidden]\n---\n[[a]] [[c]]"), other);
        var without = TestSite.Of(open, other);

        foreach (var file in without.Files.Where(file => file.Key.StartsWith("graph", StringComparison.Ordinal))) Assert.Equal(without.Text(file.Key), with.Text(file.Key));
    }

    [Fact]
    public void No_page_grows_with_the_vault_and_none_is_left_out()
    {
        var site = TestSite.Of(Generated(250));

        var pages = site.Files.Keys.Where(path => path.StartsWith("graph/", StringComparison.Ordinal) && path.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(["graph/+2/index.html", "graph/+3/index.html", "graph/+4/index.html", "graph/+5/index.html", "graph/index.html"], pages);
        Assert.All(pages, path => Assert.InRange(site.Files[path].Length, 1000, 100_000));
        Assert.Equal(500, pages.Sum(path => site.Page(path[..^"index.html".Length]).QuerySelectorAll("tbody tr").Length));
        Assert.Null(site.Page("graph/+2/").QuerySelector("#map"));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void Of_a_note_that_links_everything_the_table_shows_the_first_links()
    {
        var hub = string.Join('\n', Enumerable.Range(0, 30).Select(i => $"[[n{i}]]"));
        var row = TestSite.Of([("a.md", hub), .. Enumerable.Range(0, 30).Select(i => ($"n{i}.md", "[[a]]"))]).Page("graph/").QuerySelector("tbody tr")!;

        Assert.Equal(9, row.QuerySelectorAll("td a").Length);
        Assert.Equal(("and 22 more", "../a/"), (row.QuerySelector("a.more")!.TextContent, row.QuerySelector("a.more")!.GetAttribute("href")));
    }

    [Fact]
    public void From_the_disk_it_works_as_well()
    {
        var site = TestSite.Of(Configuration.Default with { LinksToFiles = true }, Small);

        var map = site.Page("graph/").QuerySelector("#map")!;
        Assert.Equal("index.html", map.GetAttribute("data-file"));
        Assert.StartsWith("+shape.js?", map.GetAttribute("data-shape"), StringComparison.Ordinal);
        Assert.StartsWith("graphData(\"shape\",{", site.Text("graph/+shape.js"), StringComparison.Ordinal);
        Assert.DoesNotContain(site.Page("graph/").QuerySelectorAll("script"), script => script.GetAttribute("type") == "module");
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void A_vault_without_notes_has_a_page_that_says_so()
    {
        var site = TestSite.Of();

        Assert.Contains("0 notes", site.Page("graph/").QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
        Assert.Null(site.Page("graph/").QuerySelector("#map"));
    }

    [Fact]
    public void Titles_are_data_whatever_they_hold()
    {
        using var names = Data(TestSite.Of(("a.md", "---\ntitle: \"</script>\\\"\\u2028\\\\\"\n---\n[[𝔸]]"), ("𝔸.md", ""), ("𝔹.md", "")), "names");

        Assert.Equal("</script>\"\u2028\\", Texts(names, "titles")[0]);
        Assert.Equal(["a/", "𝔸/".ToLowerInvariant(), "𝔹/".ToLowerInvariant()], Texts(names, "rest"));
    }

    private static JsonDocument Data(TestSite site, string name)
    {
        var text = site.Text($"graph/+{name}.js");
        var start = $"graphData(\"{name}\",".Length;
        return JsonDocument.Parse(text.AsMemory(start, text.LastIndexOf(')') - start));
    }

    private static string[] Texts(JsonDocument data, string name) => [.. data.RootElement.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static int[] Numbers(JsonDocument data, string name) => [.. data.RootElement.GetProperty(name).EnumerateArray().Select(number => number.GetInt32())];

    /// <summary>The address of what a link on <c>graph/</c> leads to.</summary>
    private static string AddressOf(string href) => href["../".Length..];

    private static (string, string)[] Generated(int notes) =>
        [.. Enumerable.Range(0, notes).Select(i => (
            string.Create(CultureInfo.InvariantCulture, $"folder {i % 7}/n{i}.md"),
            string.Create(CultureInfo.InvariantCulture, $"- #PAPER [On number {i} (Doe 2020)](https://x.org/{i}) ^p\n\n[[n{i * 7 % notes}]] [[n{(i + 1) % notes}#^p]]")))];
}
