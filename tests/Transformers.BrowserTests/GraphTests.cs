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

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public Task Names_are_whole_at_the_edge_of_the_drawing(int width) => browser.VisitAsync(Small, async visit =>
    {
        await OpenAsync(visit);
        await visit.Page.EvaluateAsync(
            """
            () => {
              const write = CanvasRenderingContext2D.prototype.fillText;
              globalThis.cut = [];
              CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
                const half = this.measureText(text).width / 2;
                if (x - half < 0 || x + half > graphView.width || y < 0 || y + 10 > graphView.height) cut.push(text);
                globalThis.written = text;
                write.call(this, text, x, y);
              };
              const hub = graphView.data.titles.indexOf("Deep one");
              graphView.move(graphView.width - 4 - graphView.data.x[hub] * graphView.scale - graphView.left, 0);
            }
            """);
        await visit.Page.WaitForFunctionAsync("() => globalThis.written && graphView.frame === null");

        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("() => cut"));
    }, new(width));

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
    public Task In_forced_colours_it_is_drawn_in_those() => browser.VisitAsync(Small, async visit =>
    {
        await OpenAsync(visit);

        Assert.InRange(await ColoursAsync(visit), 4, int.MaxValue);
        Assert.Equal(await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).color"), await visit.Page.EvaluateAsync<string>("() => graphView.ink"));
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

    /// <summary>Opens the graph and waits for the drawing, with its names.</summary>
    private static async Task OpenAsync(Visit visit)
    {
        // The instance stays in the script; what draws it is known as it draws.
        await visit.Page.AddInitScriptAsync(
            "addEventListener('DOMContentLoaded', () => { if (typeof GraphView === 'undefined') return; const draw = GraphView.prototype.draw; GraphView.prototype.draw = function () { globalThis.graphView = this; draw.call(this); }; });");
        await visit.OpenAsync("graph/");
        await visit.Page.WaitForFunctionAsync("() => globalThis.graphView?.data.titles && graphView.frame === null");
    }

    private static async Task<(float X, float Y)> PlaceOfAsync(Visit visit, string title)
    {
        var place = await visit.Page.EvaluateAsync<float[]>(
            """
            title => {
              const view = graphView, node = view.data.titles.indexOf(title), box = view.canvas.getBoundingClientRect();
              return [box.left + view.data.x[node] * view.scale + view.left, box.top + view.data.y[node] * view.scale + view.top];
            }
            """,
            title);
        return (place[0], place[1]);
    }

    private static async Task<(float X, float Y)> PointAtAsync(Visit visit, string title)
    {
        await visit.Page.Locator(".map canvas").ScrollIntoViewIfNeededAsync();
        var (x, y) = await PlaceOfAsync(visit, title);
        await visit.Page.Mouse.MoveAsync(x, y);
        await Expect(visit.Page.Locator(".map-card a")).ToHaveTextAsync(title);
        await visit.Page.WaitForFunctionAsync("() => graphView.frame === null");
        return (x, y);
    }

    private static async Task ExpectPlaceAsync(Visit visit, string title, float x, float y)
    {
        await visit.Page.WaitForFunctionAsync("() => graphView.frame === null");
        var place = await PlaceOfAsync(visit, title);
        Assert.Equal((x, y), (place.X, place.Y), Near);
    }

    private static bool Near((float X, float Y) a, (float X, float Y) b) => Math.Abs(a.X - b.X) < 1 && Math.Abs(a.Y - b.Y) < 1;

    private static async Task TouchAsync(ICDPSession touch, string type, params (float X, float Y)[] points) => await touch.SendAsync(
        "Input.dispatchTouchEvent",
        new() { ["type"] = type, ["touchPoints"] = points.Select((point, i) => new { x = point.X, y = point.Y, id = i }).ToArray() });

    private static Task<string> PictureAsync(Visit visit) => visit.Page.EvaluateAsync<string>("() => graphView.canvas.toDataURL()");

    private static Task<double> ScaleAsync(Visit visit) => visit.Page.EvaluateAsync<double>("() => graphView.scale");

    private static Task<int> CornerAsync(Visit visit) => visit.Page.EvaluateAsync<int>("() => graphView.canvas.getContext('2d').getImageData(1, 1, 1, 1).data[0]");

    private static Task<int> ColoursAsync(Visit visit) => visit.Page.EvaluateAsync<int>(
        "() => { const { canvas } = graphView; return new Set(new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size; }");
}
