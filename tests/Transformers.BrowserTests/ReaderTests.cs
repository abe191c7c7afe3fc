namespace Transformers.BrowserTests;

/// <summary>Those who read by keyboard, without scripts, without motion, in colours of their own.</summary>
public sealed class ReaderTests(Browser browser)
{
    [Fact]
    public Task The_first_stop_of_the_keyboard_skips_to_the_text() => browser.VisitAsync(TestVault.Notes, async visit =>
    {
        await visit.OpenAsync("ai/deep-learning/transformers/");
        await visit.Page.Keyboard.PressAsync("Tab");
        var skip = visit.Page.Locator(".skip");
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    });

    [Theory]
    [InlineData("")]
    [InlineData("ai/deep-learning/transformers/")]
    [InlineData("works/vaswani2017attentionneed/")]
    [InlineData("catalog/")]
    public Task Every_stop_of_the_keyboard_can_be_seen(string page) => browser.VisitAsync(
        TestVault.Notes,
        async visit =>
        {
            await visit.OpenAsync(page);
            var stops = await visit.Page.EvaluateAsync<int>("[...document.querySelectorAll('a[href], button, input, select, summary')].filter((e) => e.checkVisibility()).length");
            for (var stop = 0; stop < Math.Min(stops, 60); stop++)
            {
                await visit.Page.Keyboard.PressAsync("Tab");
                var seen = await visit.Page.EvaluateAsync<string>("""
                    (() => {
                      const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
                      if (at === document.body) return "";
                      const hasRing = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
                      return hasRing && box.width > 0 && box.bottom > 0 && box.top < innerHeight ? "" : at.outerHTML;
                    })()
                    """);
                Assert.Equal("", seen);
            }
        },
        new View { Motion = ReducedMotion.Reduce });

    [Fact]
    public Task Without_scripts_a_page_says_the_same_and_everything_leads_on() => browser.VisitAsync(
        TestVault.Notes,
        async visit =>
        {
            await visit.OpenAsync("ai/deep-learning/transformers/efficiency/");
            foreach (var part in new[] { ".nearby ul", ".toc ol >> nth=0", ".breadcrumbs", "article .content", ".backlinks", ".related", ".neighbours", ".local-graph" }) await Expect(visit.Page.Locator(part)).ToBeVisibleAsync();
            await Expect(visit.Page.Locator(".scheme")).ToHaveCountAsync(0);
            await visit.Page.Locator(".all-pages").ClickAsync();
            await Expect(visit.Page.Locator("nav.tree")).ToBeVisibleAsync();
            await visit.OpenAsync("search/?q=x");
            await Expect(visit.Page.Locator("main a").First).ToBeVisibleAsync();
            await visit.OpenAsync("catalog/");
            await Expect(visit.Page.Locator("main .lists a").First).ToBeVisibleAsync();
        },
        new View(Scripts: false));

    [Fact]
    public Task Nothing_moves_for_those_who_want_no_motion() => browser.VisitAsync(
        TestVault.Notes,
        async visit =>
        {
            await visit.OpenAsync("ai/deep-learning/transformers/");
            Assert.Equal("auto", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).scrollBehavior"));
            Assert.Equal(0, await visit.Page.EvaluateAsync<int>("document.getAnimations().length"));
        },
        new View { Motion = ReducedMotion.Reduce });

    [Fact]
    public Task In_forced_colours_what_is_current_is_underlined_and_not_only_coloured() => browser.VisitAsync(
        TestVault.Notes,
        async visit =>
        {
            await visit.OpenAsync("ai/deep-learning/transformers/");
            Assert.Contains("underline", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.nearby [aria-current]')).textDecorationLine"), StringComparison.Ordinal);
        },
        new View { Colours = ForcedColors.Active });
}
