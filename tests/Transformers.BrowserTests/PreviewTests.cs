namespace Transformers.BrowserTests;

public sealed class PreviewTests(Browser browser)
{
    private static readonly TestVault Vault = TestVault.Of(
        "previews",
        ("a.md", "[[b#^x|entry]] then [[b#Second|section]] then [[b|page]].\n\n" + string.Concat(Enumerable.Repeat("text\n\n", 60))),
        ("b.md", "The page begins.\n\n## First\n\nNot this.\n\n- #PAPER [The very entry (Doe 2020)](https://arxiv.org/abs/1706.03762) - a remark ^x\n- #PAPER [Another (Doe 2021)](https://arxiv.org/abs/1706.03763)\n\n## Second\n\nThe section.\n\n### Below\n\nIts part.\n\n## Third\n\nNo more."));

    [Fact]
    public Task The_pointer_shows_exactly_what_a_link_means_and_may_go_into_it() => browser.VisitAsync(Vault, async visit =>
    {
        await visit.OpenAsync("a/");
        var preview = visit.Page.Locator(".preview");
        await visit.Page.Locator("article a.internal", new() { HasTextString = "entry" }).HoverAsync();
        await Expect(preview).ToContainTextAsync("The very entry");
        await Expect(preview).Not.ToContainTextAsync("Another");
        await preview.HoverAsync();
        await visit.Page.WaitForTimeoutAsync(600);
        await Expect(preview).ToBeVisibleAsync();
        Assert.Equal(0, await preview.Locator("div div [id]").CountAsync());
        Assert.Empty(await visit.BarriersAsync());

        await visit.Page.Locator("article a.internal", new() { HasTextString = "section" }).HoverAsync();
        await Expect(preview).ToContainTextAsync("Its part.");
        await Expect(preview).Not.ToContainTextAsync("No more.");
        await visit.Page.Mouse.MoveAsync(2, 2);
        await Expect(preview).ToBeHiddenAsync();
    });

    [Fact]
    public Task The_keyboard_shows_it_too_and_Escape_closes_it() => browser.VisitAsync(Vault, async visit =>
    {
        await visit.OpenAsync("a/");
        var link = visit.Page.Locator("article a.internal", new() { HasTextString = "page" });
        await visit.Page.Locator("article a.internal", new() { HasTextString = "section" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.Locator(".preview")).ToContainTextAsync("The page begins.");
        await Expect(link).ToHaveAttributeAsync("aria-describedby", "preview");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".preview")).ToBeHiddenAsync();
        await Expect(link).ToBeFocusedAsync();
    });

    [Fact]
    public Task On_touch_a_long_press_shows_it_and_opens_nothing() => browser.VisitAsync(
        Vault,
        async visit =>
        {
            await visit.OpenAsync("a/");
            var box = (await visit.Page.Locator("article a.internal", new() { HasTextString = "entry" }).BoundingBoxAsync())!;
            var touch = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
            var point = new Dictionary<string, object> { ["x"] = box.X + 5, ["y"] = box.Y + 5 };
            await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchStart", ["touchPoints"] = new[] { point } });
            await Expect(visit.Page.Locator(".preview")).ToContainTextAsync("The very entry");
            await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
            await visit.Page.WaitForTimeoutAsync(300);
            await Expect(visit.Page.Locator(".preview")).ToBeVisibleAsync();
            Assert.Equal(visit.Site.At("a/").AbsoluteUri, visit.Page.Url);
        },
        View.Phone);

    [Fact]
    public Task Nothing_is_loaded_for_it_until_it_is_wanted() => browser.VisitAsync(Vault, async visit =>
    {
        var asked = new List<string>();
        visit.Page.Request += (_, request) => asked.Add(request.Url);
        await visit.OpenAsync("a/");
        Assert.DoesNotContain(asked, url => url.Contains("/preview.", StringComparison.Ordinal));
    });

    [Fact]
    public Task From_the_disk_links_work_without_it() => browser.VisitAsync(Vault.FromDisk(), async visit =>
    {
        await visit.OpenAsync("a/");
        var link = visit.Page.Locator("article a.internal", new() { HasTextString = "entry" });
        await link.HoverAsync();
        await visit.Page.WaitForTimeoutAsync(600);
        await Expect(visit.Page.Locator(".preview")).ToHaveCountAsync(0);
        await link.ClickAsync();
        await Expect(visit.Page.Locator("[id='^x']")).ToBeInViewportAsync();
    });
}
