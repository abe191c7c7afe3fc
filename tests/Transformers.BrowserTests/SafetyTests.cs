namespace Transformers.BrowserTests;

public sealed class SafetyTests(Browser browser)
{
    public static TheoryData<TestVault> Vaults => [TestVault.Sample, TestVault.Notes, TestVault.Garden];

    [Theory, MemberData(nameof(Vaults))]
    [Trait("speed", "slow")]
    public Task No_page_breaches_the_policy_that_it_carries(TestVault vault) => browser.VisitAsync(vault, async visit =>
    {
        foreach (var page in vault == TestVault.Sample ? visit.Site.Pages : visit.Site.PageKinds)
        {
            await visit.OpenAsync(page);
            await Expect(visit.Page.Locator("meta[http-equiv=Content-Security-Policy]")).ToHaveCountAsync(1);
            await visit.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        }

        Assert.Empty(visit.Refused);
    });

    [Fact]
    public Task Diagrams_are_drawn_and_formulas_typeset_under_the_policy() => browser.VisitAsync(TestVault.Sample, async visit =>
    {
        await visit.OpenAsync("diagram/");
        await Expect(visit.Page.Locator("pre.mermaid svg")).ToBeVisibleAsync();
        await visit.OpenAsync("formulas/");
        await Expect(visit.Page.Locator(".math.display math")).ToHaveCountAsync(2);
        Assert.Contains("softmax", await visit.Page.Locator(".math.inline math").TextContentAsync(), StringComparison.Ordinal);
    });

    [Fact]
    public Task What_a_note_brings_along_does_not_run_and_what_gets_in_all_the_same_is_refused() => browser.VisitAsync(TestVault.Sample, async visit =>
    {
        await visit.OpenAsync("raw-html/");
        await Expect(visit.Page).ToHaveTitleAsync("Raw HTML · Sample");

        visit.Forgive("Content Security Policy");
        await visit.Page.EvaluateAsync("""
            document.querySelector("article").insertAdjacentHTML("beforeend", "<p id='in' style='color: rgb(1, 2, 3)' onclick='document.title = 1'>In</p>");
            const script = document.createElement("script");
            script.textContent = "document.title = 'taken over'";
            document.body.append(script);
            """);
        await visit.Page.Locator("#in").ClickAsync();
        await Expect(visit.Page).ToHaveTitleAsync("Raw HTML · Sample");
        await Expect(visit.Page.Locator("#in")).Not.ToHaveCSSAsync("color", "rgb(1, 2, 3)");
        Assert.Equal(3, visit.Refused.Count());
    });

    [Fact]
    public Task A_page_of_another_site_is_asked_for_only_when_the_reader_asks() => browser.VisitAsync(TestVault.Sample, async visit =>
    {
        await visit.OpenAsync("frames/");
        Assert.Empty(visit.Problems);

        visit.Forgive("youtube-nocookie.com");
        visit.Forgive("ERR_NAME_NOT_RESOLVED");
        await visit.Page.Locator(".frame a").ClickAsync();
        await Expect(visit.Page.Locator(".frame iframe")).ToBeVisibleAsync();
    });
}
