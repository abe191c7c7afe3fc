using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering;

public sealed class TreePageTests
{
    [Theory]
    [InlineData("x/note-1/", null, "../note-2/")]
    [InlineData("x/note-2/", "../note-1/", "../note-10/")]
    [InlineData("x/note-10/", "../note-2/", null)]
    [InlineData("x/", null, null)]
    public void Previous_and_next_lead_through_a_folder_in_the_order_of_its_titles(string page, string? previous, string? next)
    {
        var site = TestSite.Of(("x/Note 10.md", ""), ("x/Note 2.md", ""), ("x/Note 1.md", ""), ("x/index.md", ""), ("x/y/Note 3.md", ""), ("Note 4.md", "")).Page(page);

        Assert.Equal((previous, next), (site.QuerySelector("main a[rel=prev]")?.GetAttribute("href"), site.QuerySelector("main a[rel=next]")?.GetAttribute("href")));
    }

    [Fact]
    public void The_tree_leads_to_every_folder_and_note_and_opens_without_a_script()
    {
        var site = TestSite.Of(("index.md", "# Home"), ("AI/Deep/b.md", ""), ("AI/a.md", ""), ("z.md", ""));

        var tree = site.Page("pages/").QuerySelector("nav.tree")!;
        Assert.Equal(["../", "../ai/", "../ai/deep/", "../ai/deep/b/", "../ai/a/", "../z/"], tree.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["AI 2", "Deep 1"], tree.QuerySelectorAll("details > summary").Select(summary => summary.TextContent));
        Assert.Equal(["Overview", "Overview"], tree.QuerySelectorAll("details .folder-page").Select(page => page.TextContent));
        Assert.Equal("../pages/", site.Page("z/").QuerySelector("nav.nearby a.all-pages")!.GetAttribute("href"));
    }

    [Fact, Trait("speed", "slow")]
    public void A_large_vault_is_cut_at_folders_and_each_note_stands_on_one_page()
    {
        var notes = Enumerable.Range(0, 2_600).Select(i => $"F{i % 4}/{(i % 4 == 3 ? $"G{i % 3}/" : "")}n{i}.md").ToArray();
        var site = TestSite.Of([.. notes.Select(note => (note, ""))]);

        var trees = site.Files.Keys.Where(file => file.StartsWith("pages/", StringComparison.Ordinal)).Select(file => site.Page(file[..^"index.html".Length])).ToArray();
        Assert.True(trees.Length > 1);
        Assert.All(trees, tree => Assert.InRange(tree.QuerySelectorAll("nav.tree li").Length, 1, 1_100));
        Assert.Equal(notes.Length, trees.SelectMany(tree => tree.QuerySelectorAll("nav.tree li:not(.folder, .folder-page) > a")).Count());
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact, Trait("speed", "slow")]
    public void A_folder_of_very_many_notes_is_paged_in_the_tree_and_on_its_own_page()
    {
        var site = TestSite.Of([.. Enumerable.Range(0, 1_205).Select(i => ($"F/n{i}.md", ""))]);

        Assert.Equal(1_205, Enumerable.Range(1, 2).Sum(n => site.Page(n == 1 ? "pages/f/" : "pages/f/+2/").QuerySelectorAll("nav.tree li:not(.folder-page)").Length));
        Assert.Equal(1_205, Enumerable.Range(1, 7).Sum(n => site.Page(n == 1 ? "f/" : $"f/+{n}/").QuerySelectorAll("section.listing li").Length));
        Assert.Equal("+2/", site.Page("f/").QuerySelector("section.listing .pages [rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public void The_home_page_tells_how_much_there_is_and_what_came_last()
    {
        var day = new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero);
        var vault = Vault.Of(("a.md", "- #PAPER [Old (Doe 2020)](https://a.b)\n- #CODE [New](https://c.d)\n"));
        var history = new VaultHistory([new(day, SourcePath.Parse("a.md"), "- #PAPER [Old (Doe 2020)](https://a.b)\n"), new(day.AddDays(1), SourcePath.Parse("a.md"), "- #CODE [New](https://c.d)\n")], null);

        var home = TestSite.Of(new Vault(vault.Files, vault.Read, history)).Page("");

        Assert.Equal(["New", "Old"], home.QuerySelectorAll("section.recent .work-title").Select(title => title.TextContent));
        Assert.Equal("2 works in 2 entries of 1 note; by kind:", home.QuerySelector(".entry-points .summary")!.TextContent);
    }
}
