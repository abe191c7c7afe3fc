using System.Globalization;
using System.Text;
using System.Text.Json;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering;

public sealed class CataloguePageTests
{
    private const string Small =
        "- #PAPER [Old thing (Doe 2019)](https://x.org/1)\n- #PAPER [New thing (Doe 2021)](https://x.org/2)\n  - #CODE https://github.com/a/b\n- #THESIS/PHD [On things (Roe 2021)](https://x.org/3)\n- #BOOK [Undated](https://x.org/4)\n";

    [Fact]
    public void A_kind_has_a_page_with_its_works_by_year_the_newest_first()
    {
        var page = TestSite.Of(("a.md", Small)).Page("catalog/paper/");

        Assert.Equal(["2021", "2019"], page.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.Equal(["../../works/doe2021newthing/", "../../works/doe2019oldthing/"], page.QuerySelectorAll("a.work-title").Select(a => a.GetAttribute("href")));
        Assert.Equal("code", page.QuerySelector(".works li .has")!.TextContent);
    }

    [Fact]
    public void A_nested_kind_is_part_of_the_one_above_it()
    {
        var site = TestSite.Of(("a.md", Small));

        Assert.Equal("On things", site.Page("catalog/thesis/").QuerySelector("a.work-title")!.TextContent);
        Assert.Equal("On things", site.Page("catalog/thesis/phd/").QuerySelector("a.work-title")!.TextContent);
        Assert.NotNull(site.Page("catalog/thesis/").QuerySelector(".lists a[href='phd/']"));
    }

    [Fact]
    public void Years_have_pages_and_authors_of_several_works_too()
    {
        var site = TestSite.Of(("a.md", Small));

        Assert.Equal(["New thing", "On things"], site.Page("catalog/year/2021/").QuerySelectorAll("a.work-title").Select(a => a.TextContent));
        Assert.Equal(2, site.Page("catalog/author/doe/").QuerySelectorAll("a.work-title").Length);
        Assert.Equal(["../author/doe/", "../../works/roe2021things/"], site.Page("catalog/authors/").QuerySelectorAll(".all-tags a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["../year/2021/", "../year/2019/", "../year/unknown/"], site.Page("catalog/years/").QuerySelectorAll(".all-tags a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void The_histogram_and_its_table_say_the_same()
    {
        var page = TestSite.Of(("a.md", Small)).Page("catalog/");

        Assert.Equal(["2019: 1", "2021: 2"], page.QuerySelectorAll("svg a title").Select(title => title.TextContent));
        Assert.Equal(["2021", "2019"], page.QuerySelectorAll(".histogram tbody th").Select(th => th.TextContent));
        Assert.Equal("2", page.QuerySelector(".histogram tbody tr td:last-child")!.TextContent);
        Assert.Contains("2 more of unknown year", page.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_has_its_address_before_the_pages_of_years()
    {
        var site = TestSite.Of(Configuration.Default with { Kinds = ["year", "authors"] }, ("a.md", "- #YEAR [Of the owl (Doe 2021)](https://x.org/1)\n- #AUTHORS [All (Doe 2021)](https://x.org/2)"), ("catalog/year.md", "A note."));

        Assert.Equal("year", site.Page("catalog/year/").QuerySelector("h1")!.TextContent);
        Assert.NotNull(site.Page("catalog/year-2/2021/").QuerySelector("a.work-title"));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void A_vault_without_entries_has_an_empty_catalogue()
    {
        var site = TestSite.Of(("a.md", "Text."));

        Assert.Contains("0 works", site.Page("catalog/").Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void The_finder_has_every_work_once()
    {
        var site = TestSite.Of(("a.md", Small));

        using var shard = JsonDocument.Parse(site.Files["catalog/data/+0.json"]);
        var strings = shard.RootElement.GetProperty("strings").EnumerateArray().Select(text => text.GetString()).ToArray();
        var works = shard.RootElement.GetProperty("works").EnumerateArray().ToArray();
        Assert.Equal(["New thing", "On things", "Old thing", "a/b", "Undated"], works.Select(work => work[0].GetString()));
        Assert.Equal((2021, 1, "x.org", "paper", "Doe", "a"), (works[0][2].GetInt32(), works[0][3].GetInt32(), strings[works[0][4].GetInt32()], strings[works[0][5][0].GetInt32()], strings[works[0][6][0].GetInt32()], strings[works[0][7][0].GetInt32()]));
        Assert.Equal("data/+index.json", site.Page("catalog/").QuerySelector("#finder")!.GetAttribute("data-index"));
    }

    [Fact]
    public void From_the_disk_there_is_no_finder_as_browsers_would_not_load_it()
    {
        var site = TestSite.Of(Configuration.Default with { LinksToFiles = true }, ("a.md", Small));

        Assert.Null(site.Page("catalog/").QuerySelector("#finder"));
        Assert.DoesNotContain(site.Files.Keys, path => path.StartsWith("catalog/data/", StringComparison.Ordinal));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void No_page_or_shard_grows_with_the_vault()
    {
        var site = TestSite.Of(Generated(notes: 4, entries: 500));

        var large = site.Files.Where(file => file.Key.StartsWith("catalog/", StringComparison.Ordinal) || file.Key.StartsWith("works/", StringComparison.Ordinal))
            .Where(file => file.Value.Length > (file.Key.EndsWith(".json", StringComparison.Ordinal) ? 64 * 1024 : 100_000));
        Assert.Empty(large.Select(file => $"{file.Key}: {file.Value.Length}"));
        Assert.Equal(20, site.Files.Keys.Count(path => path.StartsWith("catalog/paper/", StringComparison.Ordinal)));
        Assert.Equal(100, site.Page("catalog/paper/").QuerySelectorAll(".works li").Length);
    }

    [Fact]
    public void The_same_vault_gives_the_same_bytes()
    {
        var (one, other) = (TestSite.Of(Generated(notes: 3, entries: 50)), TestSite.Of(Generated(notes: 3, entries: 50)));

        Assert.Equal(one.Files.Keys.Order(), other.Files.Keys.Order());
        Assert.All(one.Files, file => Assert.True(file.Value.AsSpan().SequenceEqual(other.Files[file.Key]), file.Key));
    }

    /// <summary>Papers by one author in one section a note, with remarks, code and mentions of their neighbours.</summary>
    private static (string, string)[] Generated(int notes, int entries) =>
        [.. Enumerable.Range(0, notes).Select(note => (string.Create(CultureInfo.InvariantCulture, $"topic {note % 3}/n{note}.md"), Note(note, entries)))];

    private static string Note(int note, int entries)
    {
        var text = new StringBuilder("## Papers \"quoted\" \\ and so on\n\n");
        for (var i = 0; i < entries; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"- #PAPER [On matter number {note} and {i} (Doe {1900 + (i % 120)})](https://example.org/{note}/{i}) - It follows [[#^p{i / 2}]]. ^p{i}\n");
            if (i % 3 == 0) text.Append(CultureInfo.InvariantCulture, $"  - #CODE https://github.com/doe/m{note}-{i}\n");
        }

        return text.ToString();
    }
}
