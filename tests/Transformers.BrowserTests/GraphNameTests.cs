using static Transformers.BrowserTests.Support.Drawing;

namespace Transformers.BrowserTests;

/// <summary>The names of nodes in the drawing of the graph.</summary>
public sealed class GraphNameTests(Browser browser)
{
    private static readonly TestVault Vault = TestVault.Of("graph-names", ("Hub.md", "[[Deep one]] [[Leaf]]"), ("Deep one.md", "[[Hub]]"), ("Leaf.md", "[[Hub]]"));

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public Task Names_are_whole_at_the_edge_of_the_drawing(int width) => browser.VisitAsync(Vault, async visit =>
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
              const one = graphView.data.titles.indexOf("Deep one");
              graphView.move(graphView.width - 4 - graphView.data.x[one] * graphView.scale - graphView.left, 0);
            }
            """);
        await visit.Page.WaitForFunctionAsync("() => globalThis.written && graphView.frame === null");

        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("() => cut"));
    }, new(width));

    [Fact]
    public Task A_note_that_has_another_one_below_it_is_named_above() => browser.VisitAsync(Vault, async visit =>
    {
        await OpenAsync(visit);
        var above = await visit.Page.EvaluateAsync<bool>(
            """
            () => {
              const write = CanvasRenderingContext2D.prototype.fillText, { data } = graphView, [hub, leaf] = ["Hub", "Leaf"].map((title) => data.titles.indexOf(title));
              const names = new Map();
              CanvasRenderingContext2D.prototype.fillText = function (text, x, y) { names.set(text, y); write.call(this, text, x, y); };
              data.x[leaf] = data.x[hub];
              data.y[leaf] = data.y[hub] - 22 / graphView.scale;
              graphView.draw();
              return names.get("Leaf") < data.y[leaf] * graphView.scale + graphView.top;
            }
            """);
        Assert.True(above);
    });

    [Fact]
    public Task No_name_is_written_under_the_buttons() => browser.VisitAsync(Vault, async visit =>
    {
        await OpenAsync(visit);
        var under = await visit.Page.EvaluateAsync<bool>(
            """
            () => {
              const write = CanvasRenderingContext2D.prototype.fillText, tools = document.querySelector(".map-tools");
              let under = false;
              CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
                under ||= x + this.measureText(text).width / 2 > tools.offsetLeft && y < tools.offsetTop + tools.offsetHeight;
                write.call(this, text, x, y);
              };
              const node = graphView.data.titles.indexOf("Leaf");
              graphView.move(tools.offsetLeft - 10 - graphView.data.x[node] * graphView.scale - graphView.left, tools.offsetTop + 10 - graphView.data.y[node] * graphView.scale - graphView.top);
              graphView.draw();
              return under;
            }
            """);
        Assert.False(under);
    });
}
