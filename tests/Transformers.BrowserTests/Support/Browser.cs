using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Transformers.BrowserTests.Support.Browser))]

namespace Transformers.BrowserTests.Support;

/// <summary>One Chromium for all tests, and the sites that it visits. A test class takes it as its constructor's parameter.</summary>
/// <remarks>The tests are skipped where there is no Chromium. <c>CHROME_PATH</c> names one that lies elsewhere.</remarks>
public sealed class Browser : IAsyncLifetime
{
    // Nothing leaves the machine: what the site must not ask of others is refused, not only reported.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
        "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    /// <summary>For how long something is waited for, in milliseconds: a loaded machine may draw a diagram for seconds.</summary>
    private const float Wait = 20_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("transformers-browser-");
    private readonly ConcurrentDictionary<string, Lazy<VisitedSite>> _sites = new(StringComparer.Ordinal);
    private StaticServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string Chromium { get; } = Environment.GetEnvironmentVariable("CHROME_PATH") ?? "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        _server = await StaticServer.StartAsync(_folder);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Wait);
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Headless = true, Args = Arguments });
    }

    /// <summary>The site of a vault, built by the first test that wants it.</summary>
    public VisitedSite Site(TestVault vault)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"There is no Chromium at {Chromium} (apt-get install chromium, or name another with CHROME_PATH).");
        return _sites.GetOrAdd(vault.Name, _ => new(() => VisitedSite.Of(vault, _folder, _server!.Address))).Value;
    }

    /// <summary>Lets a reader do something on a site, and fails if anything went wrong on the way.</summary>
    /// <param name="vault">Whose site.</param>
    /// <param name="read">What the reader does.</param>
    /// <param name="view">Through what; a desk's screen if not said.</param>
    public async Task VisitAsync(TestVault vault, Func<Visit, Task> read, View? view = null)
    {
        var site = Site(vault);
        await using var context = await _browser!.NewContextAsync((view ?? new()).Options);
        context.SetDefaultTimeout(Wait);
        var visit = Visit.Of(site, await context.NewPageAsync());
        try
        {
            await read(visit).WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        finally
        {
            foreach (var problem in visit.Problems) TestContext.Current.TestOutputHelper?.WriteLine(problem);
        }

        Assert.True(!visit.Problems.Any(), string.Join('\n', visit.Problems));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
