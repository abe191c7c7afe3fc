using System.Collections.Concurrent;

namespace Transformers.BrowserTests;

/// <summary>When diagrams are drawn, and what that does to the page around them.</summary>
public sealed class DiagramTests(Browser browser)
{
    private static readonly TestVault Vault = TestVault.Of(
        "diagrams",
        ("a.md", "Before.\n\n```mermaid\nflowchart LR\n  a[Tokens] --> b[Attention]\n  b --> c[Tokens]\n  b --> d[Weights]\n```\n\nWhat stands below.\n"),
        ("b.md", "```mermaid\nflowchart TD\n  a --> b\n  b --> c\n  c --> d\n```\n\nWhat stands below.\n"));

    [Theory]
    [InlineData("a/")]
    [InlineData("b/")]
    public Task What_is_in_sight_at_first_waits_for_a_sign_of_the_reader(string page) => browser.VisitAsync(Vault, async visit =>
    {
        var asked = new ConcurrentQueue<string>();
        visit.Page.Request += (_, request) => asked.Enqueue(request.Url);
        await visit.OpenAsync(page);
        Assert.DoesNotContain(asked, url => url.Contains("/vendor/mermaid", StringComparison.Ordinal));

        await visit.Page.Mouse.MoveAsync(300, 300);
        await Expect(visit.Page.Locator("pre.mermaid svg")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Who_gives_no_sign_sees_it_drawn_a_little_later() => browser.VisitAsync(Vault, async visit =>
    {
        await visit.OpenAsync("a/");
        await Expect(visit.Page.Locator("pre.mermaid svg")).ToBeVisibleAsync();
    });

    [Fact]
    public Task What_stands_below_one_in_sight_stays_where_it_is() => browser.VisitAsync(Vault, async visit =>
    {
        const string Below = "[...document.querySelectorAll('.content p')].at(-1).getBoundingClientRect().top";
        await visit.OpenAsync("a/");
        var before = await visit.Page.EvaluateAsync<double>(Below);
        await visit.Page.Mouse.MoveAsync(300, 300);
        await Expect(visit.Page.Locator("pre.mermaid svg")).ToBeVisibleAsync();
        Assert.Equal(before, await visit.Page.EvaluateAsync<double>(Below), 1.0);
    });
}
