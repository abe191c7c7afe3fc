using System.Collections.Concurrent;

namespace Transformers.BrowserTests;

/// <summary>axe-core, all of its rules, in both themes at three widths.</summary>
/// <remarks>
/// Every kind of page is looked at in each of the six views, every page of <c>notes/</c> in one of them, by turns.
/// With <c>EVERY_VIEW=1</c> in the environment every page of <c>notes/</c> is looked at in all six, which takes some minutes.
/// </remarks>
public sealed class AccessibilityTests(Browser browser)
{
    private const int MostPages = 50;

    private static readonly (int Width, int Height, ColorScheme Scheme)[] Views =
    [
        (1440, 900, ColorScheme.Light), (1440, 900, ColorScheme.Dark),
        (768, 1024, ColorScheme.Light), (768, 1024, ColorScheme.Dark),
        (390, 844, ColorScheme.Light), (390, 844, ColorScheme.Dark),
    ];

    public static TheoryData<TestVault> Vaults => [TestVault.Notes, TestVault.Sample, TestVault.Garden];

    [Theory, MemberData(nameof(Vaults))]
    [Trait("speed", "slow")]
    public Task No_kind_of_page_has_a_barrier(TestVault vault) =>
        LookAsync(vault, [.. browser.Site(vault).PageKindsOf(vault).Select(page => (page, Views))]);

    [Fact]
    [Trait("speed", "slow")]
    public Task No_page_of_the_notes_has_a_barrier()
    {
        var all = Environment.GetEnvironmentVariable("EVERY_VIEW") == "1";
        return LookAsync(TestVault.Notes, [.. browser.Site(TestVault.Notes).PagesToRead.Select((page, i) => (page, all ? Views : [Views[i % Views.Length]]))]);
    }

    [Fact]
    [Trait("speed", "slow")]
    public Task What_readers_open_has_no_barrier_either() => browser.VisitAsync(TestVault.Notes, async visit =>
    {
        await visit.OpenAsync("search/?q=attention");
        await Expect(visit.Page.Locator("main mark").First).ToBeVisibleAsync();
        Assert.Empty(await visit.BarriersAsync());
        await visit.OpenAsync("ai/deep-learning/transformers/");
        await visit.Page.Keyboard.PressAsync("/");
        await Expect(visit.Page.Locator("dialog")).ToBeVisibleAsync();
        Assert.Empty(await visit.BarriersAsync());
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Locator(".all-pages").ClickAsync();
        await Expect(visit.Page.Locator(".nearby .tree")).ToBeVisibleAsync();
        Assert.Empty(await visit.BarriersAsync());
        await visit.OpenAsync("graph/");
        await Expect(visit.Page.Locator("canvas")).ToBeVisibleAsync();
        Assert.Empty(await visit.BarriersAsync());
    });

    private async Task LookAsync(TestVault vault, (string Page, (int Width, int Height, ColorScheme Scheme)[] Views)[] pages)
    {
        // Two readers; neighbours are mostly of one kind, so each part has pages from all over the site.
        var barriers = new ConcurrentBag<string>();
        var parts = Enumerable.Range(0, (pages.Length / MostPages) + 1).Select(part => pages.Where((_, i) => i % ((pages.Length / MostPages) + 1) == part));
        await Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (part, _) => await browser.VisitAsync(vault, async visit =>
        {
            foreach (var (page, views) in part)
            {
                await visit.OpenAsync(page);
                foreach (var (width, height, scheme) in views)
                {
                    await visit.Page.SetViewportSizeAsync(width, height);
                    await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    foreach (var barrier in await visit.BarriersAsync()) barriers.Add($"{page} at {width}, {scheme}: {barrier}");
                }
            }
        }));

        TestContext.Current.TestOutputHelper?.WriteLine($"{pages.Length} pages, {pages.Sum(page => page.Views.Length)} looks");
        Assert.True(barriers.IsEmpty, string.Join('\n', barriers.Order(StringComparer.Ordinal)));
    }
}
