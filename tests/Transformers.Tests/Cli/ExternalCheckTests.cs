using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Transformers.External;
using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

public sealed class ExternalCheckTests : IDisposable
{
    private static readonly string Today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Ledger => File.ReadAllText(Path.Combine(_folder.Path, LinkLedger.FileName));

    [Fact]
    public async Task It_asks_remembers_and_reports_what_is_dead_by_now()
    {
        await using var server = await Serve();
        Write($"[b]({server.Url("/gone", "localhost")}) [a]({server.Url("/ok")}) [c]({server.Url("/moved", "127.0.0.2")})");
        _folder.Write(LinkLedger.FileName, $"{server.Url("/gone", "localhost")} unknown asked=2026-01-08 answer=404 missing=2 since=2026-01-01\nhttps://left.example/ ok asked=2026-01-08 answer=200 ok=2026-01-08\n");

        var (exit, output, error) = await CommandLine.Run("check", _folder.Path, "--external");

        Assert.Equal(0, exit);
        Assert.StartsWith($"a.md:1:5: warning KB013: '{server.Url("/gone", "localhost")}' is gone: it answers 404 (asked on 3 days since 2026-01-01).", output, StringComparison.Ordinal);
        Assert.Contains($"info KB033: '{server.Url("/moved", "127.0.0.2")}' has moved; write '{server.Url("/new", "127.0.0.2")}'.", output, StringComparison.Ordinal);
        Assert.Equal("3 outside links: 1 ok, 1 moved, 0 blocked, 1 gone, 0 unknown.\n3 asked now. transformers.links remembers what they answered.\n", error);
        Assert.Equal(
            [
                $"{server.Url("/ok")} ok asked={Today} answer=200 ok={Today}",
                $"{server.Url("/moved", "127.0.0.2")} moved asked={Today} answer=301 ok={Today} now={server.Url("/new", "127.0.0.2")}",
                $"{server.Url("/gone", "localhost")} gone asked={Today} answer=404 missing=3 since=2026-01-01",
            ],
            Ledger.TrimEnd('\n').Split('\n')[1..]);
        Assert.All(server.Requests, request => Assert.StartsWith("Transformers/", request.UserAgent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_it_found_out_check_and_build_know_without_asking()
    {
        Write("https://gone.example/x");
        _folder.Write(LinkLedger.FileName, "https://gone.example/x gone asked=2026-01-08 answer=410 missing=3 since=2026-01-01\n");

        Assert.Equal(1, (await CommandLine.Run("check", _folder.Path, "--fail-on", "warning")).Exit);
        Assert.Contains("KB013", (await CommandLine.Run("build", _folder.Path, "-o", _folder.Path + "-site")).Error, StringComparison.Ordinal);
        Directory.Delete(_folder.Path + "-site", recursive: true);
    }

    [Fact]
    public async Task A_link_that_was_there_is_left_alone_the_next_time()
    {
        await using var server = await Serve();
        Write($"[a]({server.Url("/ok")})");
        await CommandLine.Run("check", _folder.Path, "--external");
        var (ledger, requests) = (Ledger, server.Requests.Count);

        var (_, _, error) = await CommandLine.Run("check", _folder.Path, "--external");

        Assert.Equal("1 outside link: 1 ok, 0 moved, 0 blocked, 0 gone, 0 unknown.\n0 asked now, 1 not again within a week. transformers.links remembers what they answered.\n", error);
        Assert.Equal((ledger, requests), (Ledger, server.Requests.Count));
    }

    [Fact]
    public async Task Results_for_programs_stand_alone_on_standard_output()
    {
        await using var server = await Serve();
        Write(server.Url("/moved"));

        var (_, output, _) = await CommandLine.Run("check", _folder.Path, "--external", "--format", "json");

        Assert.Equal("KB033", Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("diagnostics").EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task With_fix_the_links_that_moved_are_mended()
    {
        Write("[a](http://www.old.example/x#part)");
        _folder.Write(LinkLedger.FileName, $"http://www.old.example/x moved asked={Today} answer=301 ok={Today} now=https://old.example/x\n");

        var (exit, _, _) = await CommandLine.Run("check", _folder.Path, "--external", "--fix");

        Assert.Equal(0, exit);
        Assert.Equal("[a](https://old.example/x#part)", await File.ReadAllTextAsync(Path.Combine(_folder.Path, "a.md"), Token));
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_link_of_a_private_note()
    {
        await using var server = await Serve();
        Write(server.Url("/ok"));
        _folder.Write("b.md", $"---\npublish: false\n---\n{server.Url("/canary")}");
        _folder.Write("c.md", $"%% {server.Url("/canary")} %%");

        await CommandLine.Run("check", _folder.Path, "--external");

        Assert.Equal(["HEAD /ok"], server.Lines);
        Assert.DoesNotContain("canary", Ledger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_network_is_asked_only_where_the_owner_says_so()
    {
        await using var server = await Serve();
        _folder.Write("a.md", server.Url("/ok"));

        var (exit, _, error) = await CommandLine.Run("check", _folder.Path, "--external", "-v", "detailed");

        Assert.Equal(0, exit);
        Assert.Empty(server.Requests);
        Assert.Contains($"{server.Url("/ok")} unknown asked={Today} answer=private\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_reached_nothing_is_learnt_and_nothing_fails()
    {
        var closed = await Serve();
        await closed.DisposeAsync();
        Write(closed.Url("/"));

        var (exit, _, error) = await CommandLine.Run("check", _folder.Path, "--external", "--strict");

        Assert.Equal((0, "No outside link could be reached, so nothing was learnt of the 1 that were to be asked. Is there a network?\n"), (exit, error));
        Assert.False(File.Exists(Path.Combine(_folder.Path, LinkLedger.FileName)));
    }

    [Fact]
    public async Task A_ledger_that_is_no_text_is_left_as_it_is()
    {
        Write("https://a.example/");
        _folder.Write(LinkLedger.FileName, [0xFF, 0xFE, 0]);

        var (exit, _, error) = await CommandLine.Run("check", _folder.Path, "--external");

        Assert.Equal(2, exit);
        Assert.StartsWith("transformers: no link was asked, as what they answered before can't be read; mend the file or remove it.\ntransformers.links:1:1: error KB015:", error, StringComparison.Ordinal);
        Assert.Equal([0xFF, 0xFE, 0], await File.ReadAllBytesAsync(Path.Combine(_folder.Path, LinkLedger.FileName), Token));
    }

    [Fact]
    public async Task A_ledger_that_can_not_be_written_is_a_failure_of_its_own()
    {
        await using var server = await Serve();
        Write(server.Url("/ok"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, LinkLedger.FileName + ".transformers-new"));

        var (exit, _, error) = await CommandLine.Run("check", _folder.Path, "--external");

        Assert.Equal(3, exit);
        Assert.Contains("transformers.links' could not be written", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_learnt_before_an_interruption_is_kept()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are Unix's.");
        await using var server = await Serve();
        Write($"[a]({server.Url("/ok")}) [b]({server.Url("/slow")})");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Transformers.Cli.App).Assembly.Location, "check", _folder.Path, "--external"]) { UseShellExecute = false, RedirectStandardError = true })!;
        while (!server.Lines.Contains("HEAD /slow")) await Task.Delay(20, Token);

        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"])) await kill.WaitForExitAsync(Token);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        Assert.Equal(130, process.ExitCode);
        Assert.Equal("transformers: interrupted; what was written is whole, the next run goes on from there.\n", await process.StandardError.ReadToEndAsync(Token));
        Assert.EndsWith($"\n{server.Url("/ok")} ok asked={Today} answer=200 ok={Today}\n", Ledger, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string note)
    {
        _folder.Write("transformers.yml", "intranetLinks: ask");
        _folder.Write("a.md", note);
    }

    private static Task<OddServer> Serve() => OddServer.Start((context, server) =>
    {
        if (context.Request.Path == "/gone") context.Response.StatusCode = 404;
        if (context.Request.Path == "/moved") context.Response.Redirect("/new", permanent: true);
        return context.Request.Path == "/slow" ? Task.Delay(Timeout.Infinite, server.End) : Task.CompletedTask;
    });
}
