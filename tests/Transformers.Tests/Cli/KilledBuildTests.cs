using System.Diagnostics;
using System.Globalization;
using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

/// <summary>Builds that are killed, at any moment. <c>KILLS=200</c> in the environment asks for more of them.</summary>
public sealed class KilledBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact, Trait("speed", "slow")]
    public async Task A_killed_build_leaves_whole_files_and_the_next_one_ends_as_a_clean_one()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "12", CultureInfo.InvariantCulture);
        var random = new Random(1);
        WriteVaults();
        var time = Stopwatch.StartNew();
        await Build("one", "clean-one", killAfter: null);
        await Build("two", "clean-two", killAfter: null);
        var duration = time.Elapsed / 2;
        var clean = new Dictionary<string, SortedDictionary<string, string>> { ["one"] = FolderContent.Of(Path("clean-one")), ["two"] = FolderContent.Of(Path("clean-two")) };

        await Build("one", "site", killAfter: null);
        var cut = 0;
        for (var i = 0; i < kills; i++)
        {
            if (!await Build(i % 2 == 0 ? "two" : "one", "site", duration * random.NextDouble() * 1.2)) cut++;
            foreach (var (path, hash) in FolderContent.Of(Path("site")).Where(file => !file.Key.StartsWith('.')))
            {
                Assert.True(clean.Values.Any(site => site.GetValueOrDefault(path) == hash) || hash == "empty folder", $"{path} is not whole after kill {i}.");
            }

            // Often the next build is one of what was there before the kill.
            var next = random.Next(2) == 0 ? "one" : "two";
            if (random.Next(4) == 0) continue;
            Assert.True(await Build(next, "site", killAfter: null));
            Assert.Equal(clean[next], FolderContent.Of(Path("site")));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cut} of {kills} builds were cut off.");
        Assert.True(cut > 0);
    }

    public void Dispose() => _folder.Dispose();

    private string Path(string path) => System.IO.Path.Combine(_folder.Path, path);

    private void WriteVaults()
    {
        for (var i = 0; i < 150; i++)
        {
            // Of one length in both, so that only the bytes tell them apart.
            if (i % 3 != 1) _folder.Write($"one/note {i}.md", $"# One\n\n- #PAPER [Work {i} (Author 2020)](https://example.org/{i})\n[[note {i + 1}]]");
            if (i % 3 != 2) _folder.Write($"two/note {i}.md", $"# Two\n\n- #PAPER [Work {i} (Author 2020)](https://example.org/{i})\n[[note {i + 1}]]");
        }
    }

    /// <summary>Builds, and kills the process after a time unless it ends before.</summary>
    /// <returns>True where it came to its end.</returns>
    private async Task<bool> Build(string vault, string output, TimeSpan? killAfter)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Transformers.Cli.App).Assembly.Location, "build", Path(vault), "-o", Path(output), "-v", "quiet"]) { UseShellExecute = false, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (killAfter is { } time)
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            timeout.CancelAfter(time);
            try
            {
                await process.WaitForExitAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                // SIGKILL on Unix.
                process.Kill();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
                return false;
            }
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return true;
    }
}
