using System.Buffers;
using System.Text;
using System.Xml.Linq;
using Transformers.Rendering;
using Transformers.Rendering.Machines;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering;

public sealed class MachineFileTests
{
    private static readonly XNamespace Protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly Configuration WithAddress = new() { Title = "Garden", BaseUrl = new("https://example.org/kb/") };

    [Fact]
    public void The_sitemap_names_every_page_by_its_absolute_address_and_no_alias()
    {
        var site = TestSite.Of(WithAddress, ("index.md", ""), ("Über & uns.md", "---\naliases: [About]\n---\n"), ("AI/a.md", "#x"));

        var root = XDocument.Parse(site.Text("sitemap.xml")).Root!;
        Assert.Equal(Protocol + "urlset", root.Name);
        var urls = root.Elements(Protocol + "url").Select(url => url.Element(Protocol + "loc")!.Value).ToArray();
        Assert.Contains("https://example.org/kb/%C3%BCber-uns/", urls);
        Assert.Contains("https://example.org/kb/ai/", urls);
        Assert.DoesNotContain("https://example.org/kb/about/", urls);
        Assert.All(urls, url => Assert.True(Uri.IsWellFormedUriString(url, UriKind.Absolute) && url.StartsWith("https://example.org/kb/", StringComparison.Ordinal), url));
        Assert.Equal(urls.Distinct().Order(StringComparer.Ordinal), urls.Order(StringComparer.Ordinal));
        Assert.All(urls, url => Assert.Contains(Uri.UnescapeDataString(url["https://example.org/kb/".Length..]) + "index.html", site.Files.Keys));
    }

    [Theory]
    [InlineData(50_000, 1)]
    [InlineData(50_001, 2)]
    [InlineData(120_000, 3)]
    public void Above_fifty_thousand_addresses_there_are_several_lists_and_an_index(int count, int lists)
    {
        var files = Sitemap.Files(new("https://example.org/"), Enumerable.Range(0, count).Select(i => new SiteAddress($"n/{i}/"))).Cast<SiteFile.Rendered>().ToDictionary(file => file.Address.Value, Written);

        var names = lists == 1
            ? ["https://example.org/sitemap.xml"]
            : files["sitemap.xml"].Elements(Protocol + "sitemap").Select(part => part.Element(Protocol + "loc")!.Value).ToArray();
        Assert.Equal(lists, names.Length);
        var urls = names.SelectMany(name => files[Uri.UnescapeDataString(name["https://example.org/".Length..])].Elements(Protocol + "url")).Select(url => url.Value).ToArray();
        Assert.Equal((count, $"https://example.org/n/{count - 1}/"), (urls.Distinct().Count(), urls[^1]));
        Assert.All(files.Values, file => Assert.InRange(file.Elements().Count(), 1, Sitemap.MostAddresses));
    }

    [Fact]
    public void Without_an_address_there_is_no_sitemap_and_robots_may_read_all()
    {
        var site = TestSite.Of(("a.md", ""));

        Assert.DoesNotContain("sitemap.xml", site.Files.Keys);
        Assert.Equal("User-agent: *\nAllow: /\n", site.Text("robots.txt"));
        Assert.EndsWith("\nSitemap: https://example.org/kb/sitemap.xml\n", TestSite.Of(WithAddress, ("a.md", "")).Text("robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_not_found_leads_on_from_any_depth_under_the_sites_path()
    {
        var html = TestSite.Of(WithAddress, ("AI/a.md", "")).Text("404.html");

        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"canonical\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/kb/ai/\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/kb/assets/theme.", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "/", "/ai/")]
    [InlineData(true, "index.html", "ai/index.html")]
    public void Without_an_address_its_links_begin_at_the_host_or_on_disk_where_it_lies(bool toFiles, string home, string folder)
    {
        var html = TestSite.Of(new Configuration { LinksToFiles = toFiles }, ("AI/a.md", "")).Text("404.html");

        Assert.Contains($"<a class=\"site-title\" href=\"{home}\"", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{folder}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Language_models_are_told_of_the_notes_by_folder_and_of_the_data()
    {
        var site = TestSite.Of(
            WithAddress with { Description = "What\nit is." },
            ("index.md", "# Home\n"), ("Über [uns].md", "About us. More.\n"), ("AI/a.md", "---\ndescription: The a.\n---\n"), ("AI/Deep/b.md", ""), ("secret.md", "---\ndraft: true\n---\nHidden."));

        Assert.Equal(
            """
            # Garden

            > What it is.

            The Markdown of each note stands beside its page as `index.md`. Links in double brackets lead to the note of that name.

            ## Notes

            - [Home](https://example.org/kb/index.md)
            - [Über \[uns\]](https://example.org/kb/%C3%BCber-uns/index.md): About us.

            ## AI

            - [a](https://example.org/kb/ai/a/index.md): The a.
            - [b](https://example.org/kb/ai/deep/b/index.md)

            ## Data

            - [Catalogue](https://example.org/kb/catalog.json): every entry and work, by the schema catalog.schema.json
            - [Bibliography](https://example.org/kb/catalog.bib): every work, as BibTeX
            - [Graph](https://example.org/kb/graph.json): the links between notes, entries and tags

            """.ReplaceLineEndings("\n"),
            site.Text("llms.txt"));
    }

    [Fact]
    public void A_section_of_many_notes_names_some_and_leads_to_the_rest()
    {
        var lines = TestSite.Of([.. Enumerable.Range(0, 150).Select(i => ($"AI/n{i}.md", ""))]).Text("llms.txt").Split('\n');

        Assert.Equal(101, lines.Count(line => line.StartsWith("- [", StringComparison.Ordinal) && line.Contains("(ai/", StringComparison.Ordinal)));
        Assert.Contains("- [All of them](ai/index.html): 150 notes", lines);
    }

    private static XElement Written(SiteFile.Rendered file)
    {
        var buffer = new ArrayBufferWriter<byte>();
        file.Write(buffer);
        return XDocument.Parse(Encoding.UTF8.GetString(buffer.WrittenSpan)).Root!;
    }
}
