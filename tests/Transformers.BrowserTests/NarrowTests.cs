namespace Transformers.BrowserTests;

/// <summary>Pages fit the window, however narrow it is or large the text: nothing but what is wide by nature scrolls sideways, and that within itself (WCAG 2.2, 1.4.4 and 1.4.10).</summary>
public sealed class NarrowTests(Browser browser)
{
    private static readonly string Word = new('w', 120);

    // Nowhere a blank to break a line at.
    private static readonly TestVault LongWords = TestVault.Of(
        "long-words",
        ("index.md", $"---\ntitle: {Word}\ntags: [{Word}, a/{Word}/{Word}]\nsource: [{Word}]\n---\n## {Word}\n\n`{Word}` https://example.org/{Word}?{Word}\n\n- #PAPER [{Word} ({Word} 2020)](https://{Word[..60]}.example.org/{Word})\n  - #CODE [{Word}](https://example.org)\n  - {Word}\n\n> [!note] {Word}\n> {Word}\n\n| {Word} | b |\n|---|---|\n| {Word} | {Word} |\n"));

    // So short that the links of the header have room beside it.
    private static readonly TestVault ShortTitle = TestVault.Of("short-title", ("index.md", "# Edge\n"));

    private static readonly TestVault RightToLeft = TestVault.Of(
        "right-to-left",
        ("index.md", "# Notes\n"),
        ("note.md", "---\ntitle: المحولات\ndescription: ملاحظة\ntags: [nlp]\nsource: here\n---\n- #PAPER [انتباه (أحمد 2020)](https://a.b)\n\n| 2 | عمود |\n|---|---|\n| أ | b |\n"));

    public static TheoryData<TestVault> Vaults => [TestVault.Notes, TestVault.Sample, TestVault.Garden];

    [Theory, MemberData(nameof(Vaults))]
    [Trait("speed", "slow")]
    public Task At_320_pixels(TestVault vault) => FitAsync(vault, new View(320, 568), null);

    [Fact]
    public Task At_320_pixels_with_words_that_no_line_holds() => FitAsync(LongWords, new View(320, 568), null);

    [Theory, MemberData(nameof(Vaults))]
    [Trait("speed", "slow")]
    public Task With_text_of_twice_the_size(TestVault vault) => FitAsync(vault, new View(1280, 800), "document.documentElement.style.fontSize = '200%'");

    [Fact]
    public Task A_table_that_goes_on_has_a_shade_at_its_side() => browser.VisitAsync(
        LongWords,
        async visit =>
        {
            await visit.OpenAsync("");
            var table = visit.Page.Locator(".table");
            await Expect(table).ToHaveCSSAsync("background-image", new System.Text.RegularExpressions.Regex("gradient", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
            await table.EvaluateAsync("table => table.replaceChildren('No longer wide.')");
            await Expect(table).ToHaveCSSAsync("background-image", "none");
        },
        new View(320, 568));

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(575)]
    [InlineData(577)]
    public Task The_switch_between_light_and_dark_covers_no_link(int width) => browser.VisitAsync(
        ShortTitle,
        async visit =>
        {
            await visit.OpenAsync("");
            var button = await visit.Page.Locator(".scheme").BoundingBoxAsync();
            foreach (var link in await visit.Page.Locator(".site-header a").AllAsync())
            {
                var box = await link.BoundingBoxAsync();
                Assert.True(box!.X + box.Width <= button!.X || box.Y >= button.Y + button.Height || box.X >= button.X + button.Width, await link.TextContentAsync());
            }
        },
        new View(width, 700));

    [Fact]
    public Task The_head_of_a_note_and_a_table_run_as_their_first_words_do() => browser.VisitAsync(
        RightToLeft,
        async visit =>
        {
            await visit.OpenAsync("note/");
            foreach (var part in new[] { "h1", ".description", ".tags", ".properties", ".table table", ".entry" }) await Expect(visit.Page.Locator(part)).ToHaveCSSAsync("direction", "rtl");
            var (tag, title) = (await visit.Page.Locator(".entry > .tag").BoundingBoxAsync(), await visit.Page.Locator(".entry-title").BoundingBoxAsync());
            Assert.InRange(tag!.X - title!.X - title.Width, 0, tag.Width);
            await visit.OpenAsync("");
            await Expect(visit.Page.Locator("h1")).ToHaveCSSAsync("direction", "ltr");
        });

    private Task FitAsync(TestVault vault, View view, string? before) => browser.VisitAsync(
        vault,
        async visit =>
        {
            var wide = new List<string>();
            foreach (var page in visit.Site.PageKindsOf(vault))
            {
                await visit.OpenAsync(page);
                if (before is not null) await visit.Page.EvaluateAsync(before);
                var over = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (over > 0) wide.Add($"{page}: {over} pixels too wide: {await visit.Page.EvaluateAsync<string>(Widest)}");
            }

            Assert.True(wide.Count == 0, string.Join('\n', wide));
        },
        view);

    private const string Widest = """
        (() => {
          const all = [...document.body.querySelectorAll("*")].filter((e) => !e.closest(".table, pre, .chart, .base-scroll, .canvas"));
          const widest = all.reduce((a, b) => a.getBoundingClientRect().right >= b.getBoundingClientRect().right ? a : b);
          return widest.outerHTML.slice(0, 120);
        })()
        """;
}
