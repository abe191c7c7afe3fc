using System.Diagnostics;
using Transformers.Cli;
using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

/// <summary><c>serve</c> as a process: how it is ended, and the browser that it opens.</summary>
public sealed class ServeProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_it_cleanly(string signal)
    {
        SkipUnlessUnix();
        _folder.Write("a.md", "");
        using var process = Start();
        await Serving(process);

        await Run("kill", $"-{signal}", $"{process.Id}");

        await AssertStopped(process);
    }

    [Fact]
    public async Task A_signal_ends_it_at_once_while_a_browser_listens()
    {
        SkipUnlessUnix();
        _folder.Write("a.md", "");
        using var process = Start();
        var address = await Serving(process);
        using var client = new HttpClient { BaseAddress = address };
        using var events = await client.GetAsync("/+live?page=/a/", HttpCompletionOption.ResponseHeadersRead, Token);

        await Run("kill", "-INT", $"{process.Id}");

        await AssertStopped(process);
    }

    [Fact]
    public async Task A_signal_ends_it_at_once_while_the_vault_is_read()
    {
        SkipUnlessUnix();
        await Run("mkfifo", Path.Combine(_folder.Path, "a.md"));
        using var process = Start();

        // Opening a pipe waits for its reader, who then waits for what is never written.
        await using var endless = await Task.Run(() => new FileStream(Path.Combine(_folder.Path, "a.md"), FileMode.Open, FileAccess.Write), Token).WaitAsync(Patience, Token);
        await Run("kill", "-INT", $"{process.Id}");

        await AssertStopped(process);
    }

    [Fact]
    public async Task The_home_page_is_opened_in_the_browser_that_the_system_names()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "xdg-open is Linux's.");
        _folder.Write("notes/a.md", "");
        var browser = _folder.Write("programs/xdg-open", "#!/bin/sh\necho \"$1\" > \"$0.opened\"\n");
        await Run("chmod", "+x", browser);
        using var process = Start("--open", programs: Path.Combine(_folder.Path, "programs"));

        var address = await Serving(process);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        while (!File.Exists(browser + ".opened") || new FileInfo(browser + ".opened").Length == 0) await Task.Delay(20, patience.Token);
        Assert.Equal($"{address}\n", await File.ReadAllTextAsync(browser + ".opened", Token));
        await Run("kill", "-INT", $"{process.Id}");
        await AssertStopped(process);
    }

    [Fact]
    public async Task Without_a_browser_it_says_where_to_go_and_serves_all_the_same()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "xdg-open is Linux's.");
        _folder.Write("notes/a.md", "");
        using var process = Start("--open", programs: Directory.CreateDirectory(Path.Combine(_folder.Path, "programs")).FullName);

        var address = await Serving(process);

        Assert.Equal($"No browser could be opened; go to {address}.", await process.StandardError.ReadLineAsync(Token));
        await Run("kill", "-INT", $"{process.Id}");
        await AssertStopped(process);
    }

    private Process Start(string? option = null, string? programs = null)
    {
        var vault = programs is null ? _folder.Path : Path.Combine(_folder.Path, "notes");
        var start = new ProcessStartInfo("dotnet", [typeof(App).Assembly.Location, "serve", vault, "--port", "0", .. option is null ? Array.Empty<string>() : [option]])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (programs is not null) start.Environment["PATH"] = programs;
        return Process.Start(start)!;
    }

    private static async Task<Uri> Serving(Process process)
    {
        var line = await process.StandardOutput.ReadLineAsync(Token);
        Assert.Contains("Serving at http://localhost:", line, StringComparison.Ordinal);
        return new Uri(line!.Split(' ').First(word => word.StartsWith("http:", StringComparison.Ordinal)));
    }

    private static async Task AssertStopped(Process process)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        Assert.Equal(130, process.ExitCode);
        Assert.Equal("Stopped.\n", await process.StandardOutput.ReadToEndAsync(Token));
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(Token);
    }

    private static void SkipUnlessUnix() => Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are Unix's.");
}
