using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;

namespace Transformers.BrowserTests;

/// <summary>The design's bounds, over the wire as a host of static pages sends it (gzip), with an empty cache.</summary>
public sealed class WeightTests(Browser browser)
{
    private const int FirstView = 100_000;
    private const int Own = 30_000;
    private const int Requests = 16;

    public static TheoryData<TestVault> Vaults => [TestVault.Notes, TestVault.Sample, TestVault.Garden];

    [Theory, MemberData(nameof(Vaults))]
    [Trait("speed", "slow")]
    public async Task The_first_view_of_every_kind_of_page_is_light(TestVault vault)
    {
        var tooHeavy = new List<string>();
        foreach (var page in vault == TestVault.Sample ? browser.Site(vault).PagesToRead.Where(page => page != "diagram/") : browser.Site(vault).PageKinds)
        {
            await browser.VisitAsync(vault, async visit =>
            {
                var responses = new ConcurrentBag<IResponse>();
                visit.Page.Response += (_, response) => responses.Add(response);
                await visit.OpenAsync(page);
                var sizes = await Task.WhenAll(responses.Select(async response => (response.Url, Bytes: (await response.Request.SizesAsync()).ResponseBodySize)));
                var total = sizes.Where(file => !IsLate(file.Url)).Sum(file => file.Bytes);
                var own = sizes.Where(file => IsOwn(file.Url)).Sum(file => file.Bytes) - await TextOf(visit);
                TestContext.Current.TestOutputHelper?.WriteLine($"{page}: {total} bytes, {own} of them own, {sizes.Length} requests");
                if (total > FirstView || own > Own || sizes.Length > Requests) tooHeavy.Add($"{page}: {total} bytes, {own} of them own, in {sizes.Length} requests");
            });
        }

        Assert.True(tooHeavy.Count == 0, string.Join('\n', tooHeavy));
    }

    // What the author wrote is not ours.
    private static async Task<int> TextOf(Visit visit)
    {
        var html = await visit.Page.EvaluateAsync<string>("document.querySelector('article.note .content')?.innerHTML ?? ''");
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(html));
        return (int)packed.Length;
    }

    // The font of formulas comes after they can be read, and only where the system has none for mathematics.
    private static bool IsLate(string url) => url.EndsWith(".woff2", StringComparison.Ordinal);

    // Pages, style sheets and scripts, but for the libraries of others.
    private static bool IsOwn(string url) =>
        !url.Contains("/assets/vendor/", StringComparison.Ordinal) && (url.EndsWith('/') || url.EndsWith(".css", StringComparison.Ordinal) || url.EndsWith(".js", StringComparison.Ordinal));
}
