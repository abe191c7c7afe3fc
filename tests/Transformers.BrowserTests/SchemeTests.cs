namespace Transformers.BrowserTests;

public sealed class SchemeTests(Browser browser)
{
    private const string Paper = "getComputedStyle(document.documentElement).backgroundColor";

    private static readonly TestVault Vault = TestVault.Of("schemes", ("a.md", "[[b]]"), ("b.md", "Text."));

    private static readonly TestVault Coloured = TestVault.Of("coloured", ("colours.md", string.Join(
        "\n\n",
        "<mark style=\"background: #222\"><span style=\"color: yellow\">On a ground of its own.</span></mark>",
        string.Join(' ', "yellow lime cyan red green blue navy black white silver pink".Split(' ').Select(colour => $"<span style=\"color: {colour}\">{colour}</span>")))));

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(252, 252, 250)")]
    [InlineData(ColorScheme.Dark, "rgb(21, 24, 27)")]
    public Task Colours_follow_the_system_also_without_a_script(ColorScheme scheme, string paper) => browser.VisitAsync(
        Vault,
        async visit =>
        {
            await visit.OpenAsync("a/");
            Assert.Equal(paper, await visit.Page.EvaluateAsync<string>(Paper));
        },
        new View(Scheme: scheme, Scripts: false));

    [Fact]
    public Task A_choice_is_remembered_and_forgotten_when_it_is_the_systems() => browser.VisitAsync(Vault, async visit =>
    {
        await visit.OpenAsync("a/");
        var button = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Dark colours" });
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
        await button.ClickAsync();
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");

        await visit.OpenAsync("b/");
        Assert.Equal("rgb(21, 24, 27)", await visit.Page.EvaluateAsync<string>(Paper));
        await button.ClickAsync();
        Assert.Null(await visit.Page.EvaluateAsync<string?>("localStorage.getItem('color-scheme')"));
        Assert.Equal("rgb(252, 252, 250)", await visit.Page.EvaluateAsync<string>(Paper));
    });

    [Fact]
    public Task A_choice_holds_before_anything_is_painted() => browser.VisitAsync(Vault, async visit =>
    {
        await visit.OpenAsync("a/");
        await visit.Page.EvaluateAsync("localStorage.setItem('color-scheme', 'dark')");

        // What the colours are when the body begins, before which there is nothing to paint.
        await visit.Page.AddInitScriptAsync("""
            new MutationObserver((_, observer) => {
              if (!document.body) return;
              observer.disconnect();
              window.atFirst = document.documentElement.dataset.theme;
            }).observe(document, { childList: true, subtree: true });
            """);
        await visit.OpenAsync("b/");
        Assert.Equal("dark", await visit.Page.EvaluateAsync<string>("window.atFirst"));
    });

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task Colours_that_a_note_brings_along_can_be_read_on_either_ground(ColorScheme scheme) => browser.VisitAsync(
        Coloured,
        async visit =>
        {
            await visit.OpenAsync("colours/");
            Assert.Empty(await visit.BarriersAsync());
            Assert.Equal("rgb(255, 255, 0)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('mark span')).color"));
        },
        new View(Scheme: scheme));
}
