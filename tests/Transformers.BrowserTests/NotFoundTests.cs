namespace Transformers.BrowserTests;

public sealed class NotFoundTests(Browser browser)
{
    private static readonly TestVault Vault = TestVault.Of("missing", ("AI/a.md", "Text."), ("transformers.yml", "baseUrl: https://example.org/some/base/missing/"));

    [Fact]
    public Task At_any_depth_under_a_sub_path_an_address_that_leads_nowhere_has_a_page_whose_links_lead_on() => browser.VisitAsync(Vault, async visit =>
    {
        visit.Forgive("404");
        var response = await visit.OpenAsync("nothing/is/here/");
        Assert.Equal(404, response!.Status);
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Page not found");
        Assert.Equal("rgb(252, 252, 250)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
        Assert.Empty(await visit.BarriersAsync());

        await visit.Page.Locator("main a", new() { HasTextString = "AI" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(visit.Site.At("ai/").AbsoluteUri);

        await visit.OpenAsync("nothing/is/here/");
        await visit.Page.Locator("main a", new() { HasTextString = "search" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(visit.Site.At("search/").AbsoluteUri);
    });
}
