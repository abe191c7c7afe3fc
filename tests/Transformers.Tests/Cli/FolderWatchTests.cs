using Transformers.Cli.Serving;
using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

/// <summary>What a watch hears of.</summary>
public sealed class FolderWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_that_takes_the_place_of_the_one_that_was_watched_is_watched()
    {
        var note = _folder.Write("notes/a.md", "a");
        using var watch = new FolderWatch();
        watch.AddFolder(new DirectoryInfo(Path.Combine(_folder.Path, "notes")));
        Directory.Delete(Path.Combine(_folder.Path, "notes"), recursive: true);
        _folder.Write("notes/a.md", "restored");
        while (await Next(watch, TimeSpan.FromSeconds(1)) is not null) { }

        _folder.Write("notes/a.md", "edited");

        Assert.Contains(note, await Next(watch, TimeSpan.FromSeconds(30)) ?? new HashSet<string>());
    }

    [Fact]
    public async Task Hidden_files_and_neighbours_of_the_folder_are_none_of_its_business()
    {
        _folder.Write("notes/a.md", "a");
        using var watch = new FolderWatch();
        watch.AddFolder(new DirectoryInfo(Path.Combine(_folder.Path, "notes")));

        _folder.Write("notes/.hidden/b.md", "b");
        _folder.Write("notes2/c.md", "c");
        var last = _folder.Write("notes/d.md", "d");

        Assert.Equal([last], await Next(watch, TimeSpan.FromSeconds(30)) ?? new HashSet<string>());
    }

    private static async Task<IReadOnlySet<string>?> Next(FolderWatch watch, TimeSpan patience)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(patience);
        try
        {
            return await watch.Next(end.Token);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
