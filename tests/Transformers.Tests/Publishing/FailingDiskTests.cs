using System.Buffers;
using System.Collections.Immutable;
using Transformers.Publishing;
using Transformers.Rendering;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Publishing;

/// <summary>What a build leaves that could not come to its end, and what the next one makes of it.</summary>
public sealed class FailingDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void After_a_build_that_was_cut_off_no_file_is_taken_for_one_of_the_build_before()
    {
        // Three letters either way, so that the length tells nothing.
        Write(_folder.Directory, "old", "old");
        Assert.ThrowsAny<InvalidOperationException>(() => Publish(_folder.Directory, Page("a/", "new"), CutOff("b/")));

        Write(_folder.Directory, "old", "old");

        Assert.Equal("old", File.ReadAllText(Path("a/index.html")));
        AssertLikeCleanBuild(_folder.Path, "old", "old");
    }

    [Fact]
    public void The_next_build_does_not_rewrite_what_the_one_that_was_cut_off_wrote()
    {
        Assert.ThrowsAny<InvalidOperationException>(() => Publish(_folder.Directory, Page("a/", "new"), CutOff("b/")));
        var written = File.Exists(Path("a/index.html"));

        var summary = Write(_folder.Directory, "new", "new");

        Assert.Equal(written ? 1 : 2, summary.Written);
    }

    [Fact]
    public void A_full_disk_leaves_whole_files_and_a_message_and_the_next_build_ends_as_a_clean_one()
    {
        using var disk = new SmallDisk("size=256k");
        Write(disk.Directory, "old", "old");
        var large = new string('x', 100_000);

        var failure = Assert.Throws<PublishException>(() => Publish(disk.Directory, [.. Enumerable.Range(0, 6).Select(i => Page($"{i}/", large))]));

        Assert.Contains("No space left on device", failure.Message, StringComparison.Ordinal);
        Assert.All(SiteFiles(disk.Path), file => Assert.True(File.ReadAllText(file) is "old" || new FileInfo(file).Length == large.Length, file));
        Write(disk.Directory, "new", "new");
        AssertLikeCleanBuild(disk.Path, "new", "new");
    }

    [Fact]
    public void A_large_file_that_is_as_it_was_needs_no_place_for_another_and_one_that_is_not_stays_whole()
    {
        using var disk = new SmallDisk("size=5m");
        var (large, other) = (new string('x', 3_000_000), new string('y', 3_000_000));
        Publish(disk.Directory, Page("a/", large));

        Assert.Equal(1, Publish(disk.Directory, Page("a/", large)).Unchanged);
        var failure = Assert.Throws<PublishException>(() => Publish(disk.Directory, Page("a/", other)));

        Assert.Contains("No space left on device", failure.Message, StringComparison.Ordinal);
        Assert.Equal(large, File.ReadAllText(System.IO.Path.Combine(disk.Path, "a/index.html")));
    }

    [Fact]
    public void An_output_that_became_read_only_keeps_its_site_and_says_so()
    {
        using var disk = new SmallDisk("size=256k");
        Write(disk.Directory, "old", "old");
        disk.Remount("ro");

        var failure = Assert.Throws<PublishException>(() => Write(disk.Directory, "new", "new"));

        Assert.Contains("Read-only file system", failure.Message, StringComparison.Ordinal);
        Assert.All(SiteFiles(disk.Path), file => Assert.Equal("old", File.ReadAllText(file)));
        disk.Remount("rw");
        Write(disk.Directory, "new", "new");
        AssertLikeCleanBuild(disk.Path, "new", "new");
    }

    [Fact]
    public void A_file_that_can_not_be_replaced_is_named_and_the_others_are_whole()
    {
        Write(_folder.Directory, "old", "old");
        File.Delete(Path("b/index.html"));
        Directory.CreateDirectory(Path("b/index.html/held"));

        var failure = Assert.Throws<PublishException>(() => Write(_folder.Directory, "new", "new"));

        Assert.Contains($"'{Path("b/index.html")}' cannot be replaced", failure.Message, StringComparison.Ordinal);
        Assert.Contains(File.ReadAllText(Path("a/index.html")), new[] { "old", "new" });
        Directory.Delete(Path("b/index.html"), recursive: true);
        Write(_folder.Directory, "new", "new");
        AssertLikeCleanBuild(_folder.Path, "new", "new");
    }

    [Fact]
    public void Behind_a_symbolic_link_in_the_output_nothing_is_written_and_nothing_deleted()
    {
        using var elsewhere = new TemporaryFolder();
        Write(_folder.Directory, "old", "old");
        elsewhere.Write("index.html", "mine");
        Directory.Delete(Path("b"), recursive: true);
        Directory.CreateSymbolicLink(Path("b"), elsewhere.Path);

        Assert.Throws<PublishException>(() => Write(_folder.Directory, "new", "new"));
        Assert.Throws<PublishException>(() => Publish(_folder.Directory, Page("a/", "new")));

        Assert.Equal("mine", File.ReadAllText(System.IO.Path.Combine(elsewhere.Path, "index.html")));
    }

    [Fact]
    public void A_page_can_take_the_place_of_a_file_and_a_file_that_of_a_folder()
    {
        Publish(_folder.Directory, Page("a", "a file"), Page("b/c/", "a page"));

        Publish(_folder.Directory, Page("a/", "a page"), Page("b", "a file"));

        Assert.Equal("a page", File.ReadAllText(Path("a/index.html")));
        Assert.Equal("a file", File.ReadAllText(Path("b")));
    }

    [Fact]
    public void A_foreign_file_where_a_folder_is_wanted_stays_and_is_named()
    {
        File.WriteAllText(Path("b"), "mine");

        var failure = Assert.Throws<PublishException>(() => Write(_folder.Directory, "new", "new"));

        Assert.Contains($"'{Path("b")}' was not written by an earlier build", failure.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path("b")));
    }

    [Fact]
    public async Task A_build_waits_for_another_one_that_writes_to_the_same_folder()
    {
        var token = TestContext.Current.CancellationToken;
        var waiting = new TaskCompletionSource();
        Task<PublishSummary> build;
        using (new FileStream(Path(".transformers-lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            build = Task.Run(() => SiteFolder.Write(_folder.Directory, [Page("a/", "new")], Vault.Of(), waiting: waiting.SetResult, cancellation: token), token);
            await waiting.Task.WaitAsync(TimeSpan.FromMinutes(1), token);
            Assert.False(File.Exists(Path("a/index.html")));
        }

        Assert.Equal(1, (await build).Written);
    }

    [Fact]
    public async Task Builds_at_once_into_one_folder_leave_the_site_of_the_last()
    {
        var token = TestContext.Current.CancellationToken;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Write(_folder.Directory, $"{i}", $"{i}"), token)));

        Assert.Equal(File.ReadAllText(Path("a/index.html")), File.ReadAllText(Path("b/index.html")));
        var last = File.ReadAllText(Path("a/index.html"));
        AssertLikeCleanBuild(_folder.Path, last, last);
    }

    public void Dispose() => _folder.Dispose();

    private static PublishSummary Write(DirectoryInfo folder, string a, string b) => Publish(folder, Page("a/", a), Page("b/", b));

    private static PublishSummary Publish(DirectoryInfo folder, params ImmutableArray<SiteFile> files) => SiteFolder.Write(folder, files, Vault.Of());

    private static SiteFile Page(string address, string text) =>
        new SiteFile.Rendered(new SiteAddress(address), output => output.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    private static SiteFile CutOff(string address) => new SiteFile.Rendered(new SiteAddress(address), _ => throw new InvalidOperationException("The power went."));

    private static IEnumerable<string> SiteFiles(string root) => Directory.EnumerateFiles(root, "index.html", SearchOption.AllDirectories);

    private static void AssertLikeCleanBuild(string root, string a, string b)
    {
        using var clean = new TemporaryFolder();
        Write(clean.Directory, a, b);
        Assert.Equal(FolderContent.Of(clean.Path), FolderContent.Of(root));
    }

    private string Path(string path) => System.IO.Path.Combine(_folder.Path, path);
}
