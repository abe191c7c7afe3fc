namespace Transformers.BrowserTests.Support;

/// <summary>The drawing of the graph, as tests handle it: a canvas has no elements to ask for.</summary>
internal static class Drawing
{
    /// <summary>Opens the graph and waits for the drawing, with its names.</summary>
    public static async Task OpenAsync(Visit visit)
    {
        // The instance stays in the script; what draws it is known as it draws.
        await visit.Page.AddInitScriptAsync(
            "addEventListener('DOMContentLoaded', () => { if (typeof GraphView === 'undefined') return; const draw = GraphView.prototype.draw; GraphView.prototype.draw = function () { globalThis.graphView = this; draw.call(this); }; });");
        await visit.OpenAsync("graph/");
        await visit.Page.WaitForFunctionAsync("() => globalThis.graphView?.data.titles && graphView.frame === null");
    }

    /// <summary>Where a node is, in pixels of the window.</summary>
    public static async Task<(float X, float Y)> PlaceOfAsync(Visit visit, string title)
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

    /// <summary>Puts the mouse on a node and waits until it is told what that is.</summary>
    public static async Task<(float X, float Y)> PointAtAsync(Visit visit, string title)
    {
        await visit.Page.Locator(".map canvas").ScrollIntoViewIfNeededAsync();
        var (x, y) = await PlaceOfAsync(visit, title);
        await visit.Page.Mouse.MoveAsync(x, y);
        await Expect(visit.Page.Locator(".map-card a")).ToHaveTextAsync(title);
        await visit.Page.WaitForFunctionAsync("() => graphView.frame === null");
        return (x, y);
    }

    /// <summary>Waits for the next frame and compares a node's place.</summary>
    public static async Task ExpectPlaceAsync(Visit visit, string title, float x, float y)
    {
        await visit.Page.WaitForFunctionAsync("() => graphView.frame === null");
        var place = await PlaceOfAsync(visit, title);
        Assert.Equal((x, y), (place.X, place.Y), Near);
    }

    private static bool Near((float X, float Y) a, (float X, float Y) b) => Math.Abs(a.X - b.X) < 1 && Math.Abs(a.Y - b.Y) < 1;

    /// <summary>Fingers on the screen, as the browser is told of them.</summary>
    public static async Task TouchAsync(ICDPSession touch, string type, params (float X, float Y)[] points) => await touch.SendAsync(
        "Input.dispatchTouchEvent",
        new() { ["type"] = type, ["touchPoints"] = points.Select((point, i) => new { x = point.X, y = point.Y, id = i }).ToArray() });

    /// <summary>What is drawn.</summary>
    public static Task<string> PictureAsync(Visit visit) => visit.Page.EvaluateAsync<string>("() => graphView.canvas.toDataURL()");

    /// <summary>How near it is.</summary>
    public static Task<double> ScaleAsync(Visit visit) => visit.Page.EvaluateAsync<double>("() => graphView.scale");

    /// <summary>The red of its ground.</summary>
    public static Task<int> CornerAsync(Visit visit) => visit.Page.EvaluateAsync<int>("() => graphView.canvas.getContext('2d').getImageData(1, 1, 1, 1).data[0]");

    /// <summary>How many colours are drawn.</summary>
    public static Task<int> ColoursAsync(Visit visit) => visit.Page.EvaluateAsync<int>(
        "() => { const { canvas } = graphView; return new Set(new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size; }");
}
