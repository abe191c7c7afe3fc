using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Transformers.Benchmarks.Runs;

/// <summary>A <c>transformers serve</c> that runs, and a browser's part of what it is asked.</summary>
internal sealed partial class ServedSite : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly HttpClient _client;
    private readonly List<string> _said = [];

    private ServedSite(Process process, Uri address)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = address, Timeout = Patience };
        _ = Task.Run(() =>
        {
            while (process.StandardOutput.ReadLine() is { } line)
            {
                lock (_said) _said.Add(line);
            }
        });
    }

    /// <summary>What it said of the rebuilds, a line each.</summary>
    public IReadOnlyList<string> Rebuilds
    {
        get
        {
            lock (_said) return [.. _said.Where(line => line.StartsWith("Rebuilt", StringComparison.Ordinal))];
        }
    }

    /// <summary>The most memory it held, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Processor time up to now.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <param name="tool">The executable.</param>
    /// <param name="vault">The folder of notes.</param>
    public static ServedSite Start(string tool, string vault)
    {
        var process = Process.Start(new ProcessStartInfo(tool, ["serve", vault, "--port", "0"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginErrorReadLine();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (Serving().Match(line) is { Success: true } match) return new(process, new Uri(match.Groups["address"].Value));
        }

        throw new InvalidOperationException($"'{tool} serve' ended with exit code {process.ExitCode} and no address.");
    }

    /// <summary>A page; null where there is none.</summary>
    public async Task<string?> Get(string path)
    {
        using var response = await _client.GetAsync(path).ConfigureAwait(false);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync().ConfigureAwait(false) : null;
    }

    /// <summary>Opens the line on which a page hears of changes, as the page's script does.</summary>
    /// <param name="path">The page.</param>
    /// <param name="content">What the browser has of it.</param>
    public async Task<StreamReader> Listen(string path, string content)
    {
        var version = Version().Match(content).Groups["version"].Value;
        var response = await _client.GetAsync($"/+live?page=/{Uri.EscapeDataString(path)}&version={version}", HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        var events = new StreamReader(await response.Content.ReadAsStreamAsync().ConfigureAwait(false));
        await events.ReadLineAsync().ConfigureAwait(false);
        return events;
    }

    /// <summary>Waits until a page is told to load itself anew.</summary>
    public static async Task Reloaded(StreamReader events)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await events.ReadLineAsync(patience.Token).ConfigureAwait(false) is { } line)
        {
            if (line == "event: reload") return;
        }

        throw new InvalidOperationException("The line to the server was cut.");
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex("Serving at (?<address>http://\\S+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Serving();

    [GeneratedRegex("data-version=\"(?<version>\\w+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
