using static Transformers.BrowserTests.Support.Drawing;

namespace Transformers.BrowserTests;

public sealed class GraphTests(Browser browser)
{
    private static readonly TestVault Small = TestVault.Of(
        "graph",
        ("transformers.yml", "title: Small"),
        ("index.md", "[[Hub]] [[Leaf]]"),
        ("Hub.md", "---\ntags: [nlp]\n---\n- #PAPER [A thing (Doe 2020)](https://example.org) ^k\n\n[[Deep one]] [[Leaf]]"),
        ("Leaf.md", "See ^k in [[Hub]]."),
        ("Folder/Deep one.md", "[[Hub]]"),
        ("Folder/Lonely.md", "Alone."));

    public static TheoryData<TestVault> Vaults => [Small, Small.FromDisk()];

    [Theory, MemberData(nameof(Vaults))]
    public Task Notes_and_links_are_drawn(TestVault vault) => browser.VisitAsync(vault, async visit =>
    {
        await OpenAsync(visit);

        Assert.InRange(await ColoursAsync(visit), 4, int.MaxValue);
        await Expect(visit.Page.Locator(".legend li")).ToHaveTextAsync(["note", "paper"]);
    });

    [Theory, MemberData(nameof(Vaults))]
    public Task Pointing_at_a_note_tells_what_it_is_and_a_click_opens_it(TestVault vault) => browser.VisitAsync(vault, async visit =>
    {
        await OpenAsync(visit);
        var calm = await PictureAsync(visit);

        await PointAtAsync(visit, "Hub");
        await Expect(visit.Page.Locator(".map-card")).ToContainTextAsync("Hub");
        await Expect(visit.Page.Locator(".map-card")).ToContainTextAsync("note · ← 3 · → 2");
        Assert.NotEqual(calm, await PictureAsync(visit));

        await visit.Page.Mouse.MoveAsync(5, 5);
        await Expect(visit.Page.Locator(".map-card")).ToBeHiddenAsync();

        var (x, y) = await PointAtAsync(visit, "Deep one");
        await visit.Page.Mouse.ClickAsync(x, y);
        await Expect(visit.Page).ToHaveURLAsync(visit.Site.At("folder/deep-one/").AbsoluteUri);
    });

    [Fact]
    public Task An_entry_opens_at_its_place() => browser.VisitAsync(Small, async visit =>
    {
        await OpenAsync(visit);
        var (x, y) = await PointAtAsync(visit, "A thing");
        await visit.Page.Mouse.ClickAsync(x, y);

        await Expect(visit.Page.Locator("[id='^k']")).ToBeInViewportAsync();
        Assert.Equal(visit.Site.At("hub/").AbsoluteUri + "#^k", Uri.UnescapeDataString(visit.Page.Url));
    });

    [Fact]
    public Task Keys_go_from_node_to_node_and_open_one() => browser.VisitAsync(Small, async visit =>
    {
        await OpenAsync(visit);
        await visit.Page.Locator(".map canvas").FocusAsync();
        var status = visit.Page.Locator(".map [role=status]");

        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(status).ToContainTextAsync("linked from");
        var first = await status.TextContentAsync();
        foreach (var key in new[] { "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown" }) await visit.Page.Keyboard.PressAsync(key);
        await Expect(status).Not.ToHaveTextAsync(first!);

        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".map-card")).ToBeHiddenAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).Not.ToHaveURLAsync(visit.Site.At("graph/").AbsoluteUri);
    });

    [Fact]
    public Task Keys_buttons_and_the_wheel_zoom() => browser.VisitAsync(Small, async visit =>
    {
        await OpenAsync(visit);
        var whole = await ScaleAsync(visit);
        await visit.Page.Locator(".map canvas").FocusAsync();

        await visit.Page.Keyboard.PressAsync("+");
        var nearer = await ScaleAsync(visit);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Nearer" }).ClickAsync();
        var nearest = await ScaleAsync(visit);
        await visit.Page.Locator(".map canvas").HoverAsync();
        await visit.Page.Mouse.WheelAsync(0, 100);
        var farther = await ScaleAsync(visit);
        await visit.Page.Keyboard.PressAsync("0");

        Assert.True(whole < nearer && nearer < nearest && farther < nearest, $"{whole} {nearer} {nearest} {farther}");
        Assert.Equal(whole, await ScaleAsync(visit), 0.001);
    }, new() { Motion = ReducedMotion.Reduce });

    [Fact]
    public Task A_mouse_that_is_pressed_moves_the_drawing_and_opens_nothing() => browser.VisitAsync(Small, async visit =>
    {
        await OpenAsync(visit);
        var (x, y) = await PointAtAsync(visit, "Hub");
        var before = await PictureAsync(visit);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(x + 40, y + 25, new() { Steps = 5 });
        await visit.Page.Mouse.UpAsync();

        await ExpectPlaceAsync(visit, "Hub", x + 40, y + 25);
        Assert.NotEqual(before, await PictureAsync(visit));
        Assert.Equal(visit.Site.At("graph/").AbsoluteUri, visit.Page.Url);
    });

    [Fact]
    public Task Shift_and_an_arrow_move_the_window_over_the_drawing() => browser.VisitAsync(Small, async visit =>
    {
        await OpenAsync(visit);
        await visit.Page.Locator(".map canvas").FocusAsync();
        var (x, y) = await PlaceOfAsync(visit, "Hub");
        await visit.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await visit.Page.Keyboard.PressAsync("Shift+ArrowDown");

        await ExpectPlaceAsync(visit, "Hub", x - 60, y - 60);
    }, new() { Motion = ReducedMotion.Reduce });

    [Fact]
    public Task One_finger_moves_the_drawing_and_two_zoom_it() => browser.VisitAsync(Small, async visit =>
    {
        await OpenAsync(visit);
        await visit.Page.Locator(".map canvas").ScrollIntoViewIfNeededAsync();
        var touch = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        var (x, y) = await PlaceOfAsync(visit, "Hub");
        await TouchAsync(touch, "touchStart", (x, y));
        await TouchAsync(touch, "touchMove", (x + 10, y));
        await TouchAsync(touch, "touchMove", (x + 30, y + 20));
        await TouchAsync(touch, "touchEnd");
        await ExpectPlaceAsync(visit, "Hub", x + 30, y + 20);

        var scale = await ScaleAsync(visit);
        await TouchAsync(touch, "touchStart", (x - 20, y), (x + 20, y));
        await TouchAsync(touch, "touchMove", (x - 40, y), (x + 40, y));
        await TouchAsync(touch, "touchEnd");
        Assert.Equal(scale * 2, await ScaleAsync(visit), 0.01 * scale);
    }, View.Phone);

    [Theory, MemberData(nameof(Vaults))]
    public Task Filters_leave_what_they_name(TestVault vault) => browser.VisitAsync(vault, async visit =>
    {
        await OpenAsync(visit);
        var status = visit.Page.Locator(".map [role=status]");

        await visit.Page.GetByLabel("Folder").SelectOptionAsync("Folder/");
        await Expect(status).ToHaveTextAsync("2 of 6 are shown.");
        await visit.Page.GetByLabel("Folder").SelectOptionAsync("any");
        await visit.Page.GetByLabel("Tag").SelectOptionAsync("#nlp");
        await Expect(status).ToHaveTextAsync("2 of 6 are shown.");
        await visit.Page.GetByLabel("Kind").SelectOptionAsync("paper");
        await Expect(status).ToHaveTextAsync("1 of 6 are shown.");
        Assert.Equal(["Hub", "A thing"], await visit.Page.EvaluateAsync<string[]>("() => graphView.data.titles.filter((_, i) => graphView.shown[i])"));
    });

    [Fact]
    public Task The_search_finds_a_node_and_shows_it() => browser.VisitAsync(Small, async visit =>
    {
        await OpenAsync(visit);
        await visit.Page.GetByLabel("Find").FillAsync("deep");
        await Expect(visit.Page.Locator("[role=option]")).ToHaveTextAsync(["Deep one"]);
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator(".map-card a")).ToHaveTextAsync("Deep one");
        await Expect(visit.Page.Locator("[role=listbox]")).ToBeHiddenAsync();
    });

    [Theory, MemberData(nameof(Vaults))]
    public Task A_note_leads_to_its_place_in_the_graph(TestVault vault) => browser.VisitAsync(vault, async visit =>
    {
        await visit.OpenAsync("hub/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "In the whole graph" }).ClickAsync();

        await Expect(visit.Page.Locator(".map-card a")).ToHaveTextAsync("Hub");
    });

    [Fact]
    public Task A_finger_shows_a_note_and_opens_it_by_its_name() => browser.VisitAsync(Small, async visit =>
    {
        await OpenAsync(visit);
        var (x, y) = await PlaceOfAsync(visit, "Hub");
        await visit.Page.Touchscreen.TapAsync(x, y);
        await visit.Page.Locator(".map-card a").TapAsync();

        await Expect(visit.Page).ToHaveURLAsync(visit.Site.At("hub/").AbsoluteUri);
    }, View.Phone);

    [Fact]
    public Task The_colours_are_those_of_the_theme() => browser.VisitAsync(Small, async visit =>
    {
        await OpenAsync(visit);
        var light = await CornerAsync(visit);
        await visit.Page.Locator(".scheme").ClickAsync();
        await visit.Page.WaitForFunctionAsync("light => { const [r] = document.querySelector('.map canvas').getContext('2d').getImageData(1, 1, 1, 1).data; return r < light - 100; }", light);
    });

    [Fact]
    public Task In_forced_colours_words_are_drawn_in_those_and_kinds_as_in_the_legend() => browser.VisitAsync(Small, async visit =>
    {
        await OpenAsync(visit);

        Assert.InRange(await ColoursAsync(visit), 4, int.MaxValue);
        Assert.Equal(await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).color"), await visit.Page.EvaluateAsync<string>("() => graphView.ink"));
        Assert.Equal(
            await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.legend [data-kind=paper]'), '::before').backgroundColor"),
            await visit.Page.EvaluateAsync<string>("() => graphView.colours[0]"));
        Assert.NotEqual(await visit.Page.EvaluateAsync<string>("() => graphView.ink"), await visit.Page.EvaluateAsync<string>("() => graphView.colours[0]"));
        Assert.Empty(await visit.BarriersAsync());
    }, new() { Colours = ForcedColors.Active });

    [Fact]
    public Task Without_scripts_the_table_says_it_all() => browser.VisitAsync(Small, async visit =>
    {
        await visit.OpenAsync("graph/");

        await Expect(visit.Page.Locator("#map")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(6);
        await visit.OpenAsync("hub/");
        await visit.Page.Locator(".local-graph .to a", new() { HasTextString = "Deep one" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Deep one");
    }, new() { Scripts = false });

    [Fact]
    public Task If_the_data_is_not_there_the_page_says_so() => browser.VisitAsync(Small, async visit =>
    {
        visit.Forgive("+names.js");
        visit.Forgive("ERR_FAILED");
        await visit.Page.RouteAsync("**/+names.js*", route => route.AbortAsync());
        await visit.OpenAsync("graph/");

        await Expect(visit.Page.Locator(".map [role=status]")).ToContainTextAsync("could not be loaded");
        await Expect(visit.Page.Locator(".map-frame")).ToBeHiddenAsync();
    });

    public static TheoryData<int, ColorScheme> Views => new() { { 1440, ColorScheme.Light }, { 768, ColorScheme.Dark }, { 390, ColorScheme.Light }, { 390, ColorScheme.Dark } };

    [Theory, MemberData(nameof(Views))]
    public Task Nobody_is_shut_out(int width, ColorScheme scheme) => browser.VisitAsync(Small, async visit =>
    {
        await OpenAsync(visit);
        await visit.Page.GetByLabel("Find").FillAsync("e");
        Assert.Empty(await visit.BarriersAsync());
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Empty(await visit.BarriersAsync());
        await visit.OpenAsync("hub/");
        Assert.Empty(await visit.BarriersAsync());
    }, new(width, Scheme: scheme));
}
