using System.Globalization;
using System.Text;
using Transformers.Rendering.Search;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering.Search;

/// <summary>What is in the index, and what is not.</summary>
public sealed class SearchIndexTests
{
    [Fact]
    public void A_note_its_sections_and_its_entries_are_documents_and_each_text_is_in_one_of_them()
    {
        var documents = DocumentsOf("Before.\n\n## One\nFirst <b>bo</b>ld & *more*.\n\n- #PAPER [Title (Doe 2020)](https://x.org) - remark\n  - #CODE https://github.com/a/b\n  - #BOOK [Inner](https://x.org/2)\n\nAfter.\n\n### Two\n- plain\n");

        Assert.Equal(
            [
                "n/ note «n»: Before.",
                "n/#one section «One»: One|First bold & more.|After.",
                "n/#title paper «Title» by Doe in 2020 under One: #PAPER Title (Doe 2020) - remark|#CODE https://github.com/a/b",
                "n/#inner book «Inner» under One › Title: #BOOK Inner",
                "n/#two section «Two» under One: Two|plain",
            ],
            documents.Select(Shown));
    }

    [Fact]
    public void A_text_that_is_long_is_several_documents_with_one_address()
    {
        var documents = DocumentsOf("## Long\n" + string.Join(' ', Enumerable.Repeat("wort", 5_000)));

        Assert.Equal(["n/", "n/#long", "n/#long", "n/#long", "n/#long"], documents.Select(document => document.Address));
        Assert.Equal(25_005, documents.Sum(document => document.Text.Length + 1) - 1, 5.0);
        Assert.All(documents, document => Assert.InRange(document.Text.Length, 0, SearchDocuments.LongestText));
    }

    [Fact]
    public void What_is_not_published_is_in_no_file()
    {
        using var site = SearchSite.Of(
            ("open.md", "Seen. %%hidden comment%% [[secret]] ![[secret]]\n\n%%\nlong hidden\n%%\n\n<!-- hidden too -->"),
            ("secret.md", "---\npublish: false\ntags: [hiddentag]\naliases: [hiddenalias]\n---\n- #PAPER [Hidden (Ghost 2020)](https://x.org)"),
            ("draft.md", "---\ndraft: true\n---\nhidden"));

        Assert.Contains("Seen", AllText(site), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", AllText(site), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ghost", AllText(site), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_same_vault_gives_the_same_bytes()
    {
        (string, string)[] notes = [.. Enumerable.Range(0, 60).Select(i => ($"{i}.md", $"# T{i}\n\n- #PAPER [Thing {i} about all (Doe 2020)](https://x.org/{i})\n- #CODE https://github.com/a/{i}"))];
        using var one = SearchSite.Of(notes);
        using var other = SearchSite.Of(notes);

        Assert.Equal(one.Files.Keys.Order(StringComparer.Ordinal), other.Files.Keys.Order(StringComparer.Ordinal));
        Assert.All(one.Files, file => Assert.True(file.Value.AsSpan().SequenceEqual(other.Files[file.Key]), file.Key));
    }

    [Fact]
    public void Hostile_text_is_found_as_it_stands()
    {
        using var site = SearchSite.Of(
            ("a.md", "---\ntitle: \"</script><script>alert(1)</script> \\\" \\\\ \\u2028\"\n---\nNUL\0byte &lt;b&gt; &#x41;mp &amp; \"quoted\" \\ ` ${x} " + new string('x', 100_000) + "\n\n## " + string.Concat(Enumerable.Repeat("𝔘🎲é", 3_000))),
            ("b.md", string.Concat(Enumerable.Range(0, 3_000).Select(i => $"###### h{i}\n"))),
            ("c.md", string.Concat(Enumerable.Repeat("- #PAPER [x](", 5_000))),
            ("d.md", string.Concat(Enumerable.Repeat("模", 30_000))));

        var answers = site.Ask("script alert", "byte amp quoted", new string('x', 200), "𝔘🎲", "h2999", "\"模模模模\"");

        Assert.Equal(["a/", "a/"], answers.Take(2).Select(answer => answer.First));
        Assert.Contains("a/", answers[2].Addresses);
        Assert.StartsWith("a/#", answers[3].First, StringComparison.Ordinal);
        Assert.Equal(["b/#h2999"], answers[4].Addresses);
        Assert.Equal("d/", answers[5].First);
        Assert.All(site.Files, file => Assert.InRange(file.Value.Length, 0, 64_000));
    }

    [Fact]
    public void From_the_disk_results_lead_to_files()
    {
        using var site = SearchSite.Of(Vault.Of(("a.md", "word")), Configuration.Default with { LinksToFiles = true });

        Assert.Contains("\"index.html\"", Encoding.UTF8.GetString(site.Files["search/data/+index.js"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_explains_itself_without_a_script_and_every_page_leads_to_it()
    {
        var site = TestSite.Of(("a/b.md", "word"));

        Assert.NotNull(site.Page("search/").QuerySelector("noscript"));
        Assert.Equal("../../search/", site.Page("a/b/").QuerySelector("a.search-open")!.GetAttribute("href"));
        Assert.Empty(Crawl.Problems(site));
    }

    private static SearchDocument[] DocumentsOf(string text)
    {
        var site = SiteBuilder.Read(Vault.Of(("n.md", text)), Configuration.Default).Value;
        return [.. SearchDocuments.Of(site.Notes[0], site)];
    }

    private static string Shown(SearchDocument document) => string.Concat(
        $"{document.Address} {document.Kind} «{document.Title}»",
        document.Authors.Length > 0 ? " by " + document.Authors : "",
        document.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $" in {year}") : "",
        document.Section.Length > 0 ? " under " + document.Section : "",
        ": " + document.Text.Replace('\n', '|'));

    private static string AllText(SearchSite site) => string.Concat(site.Files.Values.Select(Encoding.UTF8.GetString));
}
