using System.Net;
using System.Text.RegularExpressions;
using Transformers.Cli;
using Transformers.Cli.Serving;

namespace Transformers.Tests.Support;

/// <summary>A vault on disk that is served on a free port, as <c>transformers serve</c> does it.</summary>
internal sealed partial class ServedVault : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _end = new();
    private readonly FolderWatch _watch = new();
    private readonly SiteServer _server;
    private readonly Task _rebuilding;

    private ServedVault(TemporaryFolder folder, LiveSite site, SiteServer server)
    {
        (Folder, _server) = (folder, server);
        foreach (var watched in folder.Directory.EnumerateDirectories()) _watch.AddFolder(watched);
        _rebuilding = new Rebuilding(site, _watch, new Report(TextWriter.Null, TextWriter.Null, Verbosity.Quiet, noColor: true)).Run(_end.Token);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address, Timeout = Patience };
    }

    /// <summary>Where <c>notes</c> lies, and <c>templates</c>.</summary>
    public TemporaryFolder Folder { get; }

    public HttpClient Client { get; }

    public static async Task<ServedVault> Of(params (string Path, string Text)[] files)
    {
        var folder = new TemporaryFolder();
        folder.Write("templates/unused.html", "");
        foreach (var (path, text) in files) folder.Write(path, text);
        var site = LiveSite.Open(Opening.Of(Path.Combine(folder.Path, "notes"), "--templates", Path.Combine(folder.Path, "templates")));
        return new(folder, site, (await SiteServer.Start(site, IPAddress.Loopback, 0, CancellationToken.None))!);
    }

    public string Write(string path, string text) => Folder.Write(path, text);

    public string PathOf(string path) => Path.Combine(Folder.Path, path);

    public Task<string> Text(string path) => Client.GetStringAsync(path);

    /// <summary>Waits until a page says something.</summary>
    public async Task<string> Until(string path, Func<HttpStatusCode, string, bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            using var response = await Client.GetAsync(path, patience.Token);
            var text = await response.Content.ReadAsStringAsync(patience.Token);
            if (isSo(response.StatusCode, text)) return text;
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Opens a page as a browser does, and the line on which it hears of changes.</summary>
    public async Task<StreamReader> Open(string path)
    {
        var version = Version().Match(await Text(path)).Groups["version"].Value;
        var response = await Client.GetAsync($"/+live?page={Uri.EscapeDataString(path)}&version={version}", HttpCompletionOption.ResponseHeadersRead);
        var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.StartsWith("retry:", await reader.ReadLineAsync(), StringComparison.Ordinal);
        return reader;
    }

    /// <summary>Waits for the next event, and gives its name and its data.</summary>
    public static async Task<(string Name, string Data)> Next(StreamReader events)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await events.ReadLineAsync(patience.Token) is not ['e', 'v', 'e', 'n', 't', ':', .. var name]) continue;
            var data = await events.ReadLineAsync(patience.Token);
            return (name.Trim(), data!["data: ".Length..]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _rebuilding;
        await _server.DisposeAsync();
        _watch.Dispose();
        Client.Dispose();
        _end.Dispose();
        Folder.Dispose();
    }

    [GeneratedRegex("data-version=\"(?<version>\\w+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}
