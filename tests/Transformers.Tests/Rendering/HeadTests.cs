using System.Text.Json;
using AngleSharp.Html.Dom;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering;

public sealed class HeadTests
{
    private static readonly Configuration WithAddress = new() { Title = "Garden", BaseUrl = new("https://example.org/kb/"), Language = "en" };

    [Theory]
    [InlineData("---\ndescription: Said so.\n---\nFirst one. Second one.", "Said so.")]
    [InlineData("# a\n\n#tag\n\n![[x.png]]\n\nThe *first* one, e.g. this. Second one.", "The first one, e.g. this.")]
    [InlineData("%%hidden%%\n\n- item\n\nWhat [[a|it]] is", "What it is")]
    [InlineData("- #PAPER [T](https://a.b)", "a in Garden.")]
    public void The_description_is_the_front_matters_else_the_first_sentence(string text, string expected)
    {
        var page = TestSite.Of(WithAddress, ("a.md", text), ("b.md", ""), ("x.png", "")).Page("a/");

        Assert.Equal(expected, Meta(page, "description"));
        Assert.Equal(expected, OpenGraph(page, "og:description"));
    }

    [Fact]
    public void A_sentence_without_an_end_is_cut_at_a_word()
    {
        var description = Meta(TestSite.Of(("a.md", string.Join(' ', Enumerable.Repeat("words", 200)))).Page("a/"), "description")!;

        Assert.EndsWith("words …", description, StringComparison.Ordinal);
        Assert.InRange(description.Length, 200, 302);
    }

    [Fact]
    public void Where_the_address_is_known_a_page_says_its_own()
    {
        var site = TestSite.Of(WithAddress, ("Über uns.md", "---\naliases: [About]\n---\nText."));

        var page = site.Page("über-uns/");
        Assert.Equal("https://example.org/kb/%C3%BCber-uns/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("https://example.org/kb/%C3%BCber-uns/", OpenGraph(page, "og:url"));
        Assert.Equal(("article", "Über uns", "Garden"), (OpenGraph(page, "og:type"), OpenGraph(page, "og:title"), OpenGraph(page, "og:site_name")));
        Assert.Equal("https://example.org/kb/%C3%BCber-uns/", site.Page("about/").QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public void Where_it_is_not_known_nothing_is_made_up()
    {
        var page = TestSite.Of(("a.md", "Text.")).Page("a/");

        Assert.Null(page.QuerySelector("link[rel=canonical]"));
        Assert.Null(OpenGraph(page, "og:url"));
        Assert.Equal(["../", "./"], Items(Graph(page).Single(node => Type(node) == "BreadcrumbList")).Select(item => item.GetProperty("item").GetString()));
    }

    [Theory]
    [InlineData("image: \"[[Pic.png]]\"", "https://example.org/kb/media/pic.png")]
    [InlineData("cover: media/Pic.png", "https://example.org/kb/media/pic.png")]
    [InlineData("image: https://example.net/a b.png", "https://example.net/a%20b.png")]
    [InlineData("image: [nothing, \"[[Drawing.svg]]\"]", "https://example.org/kb/graph/+picture.png")]
    [InlineData("image: missing.png", "https://example.org/kb/graph/+picture.png")]
    [InlineData("image: \"javascript:alert(1)//.png\"", "https://example.org/kb/graph/+picture.png")]
    public void The_picture_beside_a_link_is_the_front_matters_else_the_sites(string line, string expected)
    {
        var page = TestSite.Of(WithAddress, ("a.md", $"---\n{line}\n---\nText."), ("media/Pic.png", "x"), ("Drawing.svg", "x")).Page("a/");

        Assert.Equal(expected, OpenGraph(page, "og:image"));
        Assert.Equal(expected.Contains('+', StringComparison.Ordinal), OpenGraph(page, "og:image:width") is not null);
    }

    [Fact]
    public void A_picture_that_the_front_matter_names_by_its_path_is_published_and_missed_when_it_is_not_there()
    {
        var site = TestSite.Of(("a.md", "---\ncover: media/Pic.png\n---\n"), ("b.md", "---\nimage: gone.png\n---\n"), ("media/Pic.png", "x"));

        Assert.True(site.Files.ContainsKey("media/pic.png"));
        Assert.Equal("../media/pic.png", site.Page("a/").QuerySelector(".properties a")!.GetAttribute("href"));
        Assert.Contains(site.Messages, message => message.StartsWith("b.md:2:8: warning KB009", StringComparison.Ordinal));
    }

    [Fact]
    public void A_note_is_an_article_with_the_people_and_days_of_its_front_matter()
    {
        var page = TestSite.Of(WithAddress, ("AI/a.md", "---\nauthors: [Ada, \"[[Bo]]\"]\ndate: 2024-05-02\nupdated: 2025-01-31T10:00\ntags: [x, y]\n---\nText.")).Page("ai/a/");

        var note = Graph(page)[0];
        Assert.Equal(("Article", "a", "Text."), (Type(note), note.GetProperty("headline").GetString(), note.GetProperty("description").GetString()));
        Assert.Equal(["Ada", "Bo"], note.GetProperty("author").EnumerateArray().Select(author => author.GetProperty("name").GetString()));
        Assert.Equal(("2024-05-02", "2025-01-31"), (note.GetProperty("datePublished").GetString(), note.GetProperty("dateModified").GetString()));
        Assert.Equal(["x", "y"], note.GetProperty("keywords").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public void Breadcrumbs_lead_from_the_home_page_to_the_page_itself()
    {
        var crumbs = Items(Graph(TestSite.Of(WithAddress, ("AI/a.md", "Text.")).Page("ai/a/")).Single(node => Type(node) == "BreadcrumbList")).ToArray();

        Assert.Equal([1, 2, 3], crumbs.Select(item => item.GetProperty("position").GetInt32()));
        Assert.Equal(["Garden", "AI", "a"], crumbs.Select(item => item.GetProperty("name").GetString()));
        Assert.Equal(["https://example.org/kb/", "https://example.org/kb/ai/", "https://example.org/kb/ai/a/"], crumbs.Select(item => item.GetProperty("item").GetString()));
    }

    [Fact]
    public void The_home_page_is_the_site_and_a_folder_a_collection()
    {
        var site = TestSite.Of(WithAddress with { Description = "What it is." }, ("AI/a.md", "Text."));

        var home = Graph(site.Page(""))[0];
        Assert.Equal(("WebSite", "Garden", "What it is."), (Type(home), home.GetProperty("name").GetString(), home.GetProperty("description").GetString()));
        Assert.Equal("CollectionPage", Type(Graph(site.Page("ai/"))[0]));
        Assert.Equal("website", OpenGraph(site.Page(""), "og:type"));
    }

    [Theory]
    [InlineData("PAPER", "ScholarlyArticle")]
    [InlineData("CODE", "SoftwareSourceCode")]
    [InlineData("COURSE", "Course")]
    [InlineData("BOOK", "Book")]
    [InlineData("THESIS/PHD", "Thesis")]
    [InlineData("TALK", "VideoObject")]
    [InlineData("DATASET", "Dataset")]
    [InlineData("BLOG", "BlogPosting")]
    public void A_work_has_the_type_of_its_kind(string kind, string type)
    {
        var site = TestSite.Of(WithAddress, ("a.md", $"- #{kind} [Deep Things (Doe 2020)](https://a.b/c) - worth it\n"));

        var work = Graph(site.Page("works/doe2020deepthings/"))[0];
        Assert.Equal((type, "Deep Things", "2020"), (Type(work), work.GetProperty("name").GetString(), work.GetProperty("datePublished").GetString()));
        Assert.Equal("Doe", work.GetProperty("author")[0].GetProperty("name").GetString());
        Assert.Equal(("https://a.b/c", "worth it"), (work.GetProperty("url").GetString(), work.GetProperty("description").GetString()));
        Assert.Equal("https://example.org/kb/works/doe2020deepthings/", work.GetProperty("mainEntityOfPage").GetString());
    }

    [Fact]
    public void A_work_tells_its_identifiers_and_where_its_code_is()
    {
        var site = TestSite.Of(WithAddress, ("a.md", "- #CODE [Repo (Doe 2020)](https://github.com/x/repo)\n- #PAPER [Deep Things (Doe 2020)](https://arxiv.org/abs/1706.03762)\n"));

        Assert.Equal("https://github.com/x/repo", Graph(site.Page("works/doe2020repo/"))[0].GetProperty("codeRepository").GetString());
        var identifier = Graph(site.Page("works/doe2020deepthings/"))[0].GetProperty("identifier")[0];
        Assert.Equal(("arxiv", "1706.03762"), (identifier.GetProperty("propertyID").GetString(), identifier.GetProperty("value").GetString()));
    }

    [Fact]
    public void Nothing_an_author_writes_ends_the_data_or_runs()
    {
        var site = TestSite.Of(WithAddress, ("a.md", "---\ntitle: \"</script><script>alert(1)</script>\"\ndescription: \"<!-- <script> ]]> \\\" \\\\ \\u2028\"\n---\n"));

        var page = site.Page("a/");
        Assert.All(page.Scripts.Where(script => !script.HasAttribute("src")), script => Assert.Equal("application/ld+json", script.Type));
        Assert.Equal("</script><script>alert(1)</script>", Graph(page)[0].GetProperty("headline").GetString());
    }

    [Fact]
    public void The_halves_of_characters_do_no_harm()
    {
        var site = TestSite.Of(WithAddress, ("a.canvas", """{"nodes":[{"id":"1","type":"text","x":0,"y":0,"width":9,"height":9,"text":"- #PAPER [Half \ud800 (Doe 2020)](https://a.b)"}],"metadata":{"frontmatter":{"title":"\udc00"}}}"""));

        Assert.All(site.Files.Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal) && file != "404.html"), file => Assert.NotEmpty(Graph(site.Page(file[..^"index.html".Length]))));
    }

    [Fact]
    public void Every_page_has_a_title_a_description_and_data_that_parse()
    {
        var site = TestSite.Of(WithAddress, ("index.md", ""), ("AI/a.md", "- #PAPER #x/y [T (Doe 2020)](https://a.b)"), ("c.canvas", "{}"), ("d.base", "views:\n  - type: table"));

        foreach (var file in site.Files.Keys.Where(file => file.EndsWith("index.html", StringComparison.Ordinal)))
        {
            var page = site.Page(file[..^"index.html".Length]);
            Assert.True(page.Title is { Length: > 0 } && Meta(page, "description") is { Length: > 0 }, file);
            Assert.NotEmpty(Graph(page));
        }
    }

    private static string? Meta(IHtmlDocument page, string name) => page.QuerySelector($"meta[name={name}]")?.GetAttribute("content");

    private static string? OpenGraph(IHtmlDocument page, string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");

    private static JsonElement[] Graph(IHtmlDocument page)
    {
        var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal("https://schema.org", data.GetProperty("@context").GetString());
        return [.. data.GetProperty("@graph").EnumerateArray()];
    }

    private static string? Type(JsonElement node) => node.GetProperty("@type").GetString();

    private static IEnumerable<JsonElement> Items(JsonElement list) => list.GetProperty("itemListElement").EnumerateArray();
}
