namespace Transformers.BrowserTests;

public sealed class PrintTests(Browser browser)
{
    private static readonly TestVault Vault = TestVault.Of(
        "print",
        ("a.md", "See [outside](https://example.org/path) and [[b]].\n\n> [!note]- Folded\n> Within.\n\n- #PAPER [Deep Things (Doe 2020)](https://arxiv.org/abs/1706.03762)\n  - #CODE https://github.com/x/repo\n"),
        ("b.md", "Text."));

    [Fact]
    public Task Addresses_stand_behind_the_links_that_lead_outside() => browser.VisitAsync(Vault, async visit =>
    {
        await visit.OpenAsync("a/");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        string[] after = await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('article a.external')].map((a) => getComputedStyle(a, '::after').content.split('\"').join(''))");
        Assert.Equal([" <https://example.org/path>", " <https://arxiv.org/abs/1706.03762>", " <https://github.com/x/repo>"], after);
        Assert.Equal("none", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('article a.internal'), '::after').content"));
    });

    [Fact]
    public Task What_is_folded_is_open_on_paper() => browser.VisitAsync(Vault, async visit =>
    {
        const string IsSeen = "document.querySelector('.callout-content').checkVisibility()";
        await visit.OpenAsync("a/");
        Assert.False(await visit.Page.EvaluateAsync<bool>(IsSeen));
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await visit.Page.EvaluateAsync<bool>(IsSeen));
    });

    [Fact]
    public Task What_leads_around_the_site_is_left_out_and_the_paper_is_white() => browser.VisitAsync(
        Vault,
        async visit =>
        {
            await visit.OpenAsync("a/");
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
            foreach (var part in new[] { ".site-header", ".nearby", ".breadcrumbs", ".site-footer", ".neighbours" }) await Expect(visit.Page.Locator(part)).ToBeHiddenAsync();
            Assert.Equal("rgb(255, 255, 255)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
            Assert.Equal("rgb(27, 30, 34)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).color"));
        },
        new View(Scheme: ColorScheme.Dark));
}
