namespace Transformers.BrowserTests;

/// <summary>What stands beside the text: the table of contents, the folder, the tree of the vault.</summary>
public sealed class BesideTests(Browser browser)
{
    private static readonly string Screens = string.Concat(Enumerable.Repeat("Text.\n\n", 60));

    private static readonly TestVault Vault = TestVault.Of(
        "beside",
        ("AI/Deep/note.md", $"## One\n\n{Screens}## Two\n\n{Screens}### Two and a half\n\n{Screens}## Three\n\n{Screens}"),
        ("AI/Deep/other.md", "Text."),
        ("AI/above.md", "Text."),
        ("Elsewhere/far.md", "Text."));

    [Fact]
    public Task The_table_of_contents_follows_the_scroll() => browser.VisitAsync(Vault, async visit =>
    {
        await visit.OpenAsync("ai/deep/note/");
        var current = visit.Page.Locator(".toc [aria-current]");
        foreach (var (id, title) in new[] { ("three", "Three"), ("two-and-a-half", "Two and a half"), ("two", "Two"), ("one", "One") })
        {
            await visit.Page.EvaluateAsync($"document.getElementById('{id}').scrollIntoView({{ behavior: 'instant' }})");
            await Expect(current).ToHaveTextAsync(title);
            await Expect(current).ToBeInViewportAsync();
        }
    });

    [Fact]
    public Task A_leap_over_a_whole_section_is_noticed_too() => browser.VisitAsync(Vault, async visit =>
    {
        await visit.OpenAsync("ai/deep/note/");
        var current = visit.Page.Locator(".toc [aria-current]");
        await Expect(current).ToHaveTextAsync("One");
        await visit.Page.EvaluateAsync("scrollBy({ top: document.getElementById('two-and-a-half').getBoundingClientRect().top + 2 * innerHeight, behavior: 'instant' })");
        await Expect(current).ToHaveTextAsync("Two and a half");
        await visit.Page.EvaluateAsync("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })");
        await Expect(current).ToHaveTextAsync("Three");
    });

    [Fact]
    public Task A_link_of_the_table_of_contents_leads_to_its_section() => browser.VisitAsync(Vault, async visit =>
    {
        await visit.OpenAsync("ai/deep/note/");
        await visit.Page.Locator(".toc a", new() { HasTextString = "Three" }).ClickAsync();
        await Expect(visit.Page.Locator("#three")).ToBeInViewportAsync();
        await Expect(visit.Page.Locator(".toc [aria-current]")).ToHaveTextAsync("Three");
    });

    [Fact]
    public Task The_tree_of_the_vault_opens_beside_the_text_when_one_asks_for_it_and_stays_open() => browser.VisitAsync(Vault, async visit =>
    {
        var asked = new List<string>();
        visit.Page.Request += (_, request) => asked.Add(request.Url);
        await visit.OpenAsync("ai/deep/note/");
        Assert.DoesNotContain(asked, url => url.Contains("/tree.", StringComparison.Ordinal) || url.EndsWith("/pages/", StringComparison.Ordinal));

        await visit.Page.Locator(".nearby .all-pages").ClickAsync();
        var tree = visit.Page.Locator(".nearby .tree");
        await Expect(tree.Locator("[aria-current=page]")).ToBeFocusedAsync();
        await Expect(tree.Locator("[aria-current=page]")).ToHaveTextAsync("note");
        await Expect(tree.GetByText("far")).ToBeHiddenAsync();
        await tree.Locator("summary", new() { HasTextString = "Elsewhere" }).ClickAsync();
        await tree.GetByText("far").ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(visit.Site.At("elsewhere/far/").AbsoluteUri);
        await Expect(tree.Locator("[aria-current=page]")).ToHaveTextAsync("far");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "This folder only" }).ClickAsync();
        await Expect(tree).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".nearby .all-pages")).ToBeFocusedAsync();
        await visit.Page.ReloadAsync();
        await Expect(tree).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_folder_that_the_tree_has_on_a_page_of_its_own_opens_in_place() => browser.VisitAsync(
        TestVault.Of("large-tree", [("a.md", "Text."), .. Enumerable.Range(1, 1_005).Select(i => ($"Many/n{i}.md", "Text."))]),
        async visit =>
        {
            await visit.OpenAsync("a/");
            await visit.Page.Locator(".nearby .all-pages").ClickAsync();
            var tree = visit.Page.Locator(".nearby .tree");
            await tree.GetByText("Many").ClickAsync();
            await Expect(tree.GetByText("n1000", new() { Exact = true })).ToBeVisibleAsync();
            await tree.Locator("[rel=next]").ClickAsync();
            await Expect(tree.GetByText("n1005", new() { Exact = true })).ToBeVisibleAsync();
            await Expect(visit.Page).ToHaveURLAsync(visit.Site.At("a/").AbsoluteUri);
        });

    [Fact]
    public Task From_the_disk_the_link_leads_to_the_page_of_all_pages() => browser.VisitAsync(Vault.FromDisk(), async visit =>
    {
        await visit.OpenAsync("ai/deep/note/");
        await visit.Page.Locator(".nearby .all-pages").ClickAsync();
        await Expect(visit.Page.Locator("nav.tree")).ToBeVisibleAsync();
    });
}
