using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Transformers.Publishing;
using Transformers.Rendering;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Publishing;

public sealed class SiteFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_second_build_leaves_files_with_the_same_bytes_alone()
    {
        Write(("a/", "one"), ("b/", "two"));
        var before = File.GetLastWriteTimeUtc(Path("a/index.html"));

        var summary = Write(("a/", "one"), ("b/", "changed"));

        Assert.Equal((1, 1, 0), (summary.Written, summary.Unchanged, summary.Deleted));
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path("a/index.html")));
        Assert.Equal("changed", File.ReadAllText(Path("b/index.html")));
    }

    [Fact]
    public void What_an_earlier_build_wrote_and_this_one_does_not_is_deleted_with_its_empty_folders()
    {
        Write(("a/", "one"), ("deep/er/b/", "two"));

        var summary = Write(("a/", "one"));

        Assert.Equal(1, summary.Deleted);
        Assert.False(Directory.Exists(Path("deep")));
    }

    [Fact]
    public void A_file_that_no_build_wrote_stays()
    {
        Write(("a/", "one"));
        File.WriteAllText(Path("a/mine.txt"), "mine");

        Write(("b/", "two"));

        Assert.Equal("mine", File.ReadAllText(Path("a/mine.txt")));
        Assert.False(File.Exists(Path("a/index.html")));
    }

    [Fact]
    public void A_file_that_no_build_wrote_is_not_overwritten()
    {
        Directory.CreateDirectory(Path("a"));
        File.WriteAllText(Path("a/index.html"), "mine");

        var failure = Assert.Throws<PublishException>(() => Write(("a/", "one"), ("b/", "two")));

        Assert.Contains("was not written by an earlier build", failure.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path("a/index.html")));
        Assert.False(File.Exists(Path("b/index.html")));
    }

    [Fact]
    public void A_file_that_is_gone_is_written_again()
    {
        Write(("a/", "one"));
        File.Delete(Path("a/index.html"));

        Assert.Equal(1, Write(("a/", "one")).Written);
    }

    [Fact]
    public void A_manifest_that_names_a_file_elsewhere_deletes_nothing_there()
    {
        Write(("a/", "one"));
        using var other = new TemporaryFolder();
        var victim = other.Write("victim.txt", "mine");
        File.AppendAllText(Path(".transformers-manifest"), $"0000000000000000 1 ../{System.IO.Path.GetFileName(other.Path)}/victim.txt\n0000000000000000 1 {victim}\n");

        Write(("a/", "one"));

        Assert.True(File.Exists(victim));
    }

    [Fact]
    public void An_output_that_is_a_file_is_an_error_that_names_it()
    {
        var file = _folder.Write("taken", "");

        var failure = Assert.Throws<PublishException>(() => SiteFolder.Write(new(file), [Page("a/", "one")], Vault.Of(), cancellation: TestContext.Current.CancellationToken));
        Assert.Contains(file, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_file_is_written_whole()
    {
        Write(("a/", Large), ("b/", "small"));

        Assert.Equal(Large, File.ReadAllText(Path("a/index.html")));
        Assert.Equal("small", File.ReadAllText(Path("b/index.html")));
        AssertNothingIsLeftOver();
    }

    [Fact]
    public void A_large_file_whose_bytes_are_the_same_is_left_alone()
    {
        Write(("a/", Large));
        var before = File.GetLastWriteTimeUtc(Path("a/index.html"));

        var summary = Write(("a/", Large));

        Assert.Equal((0, 1), (summary.Written, summary.Unchanged));
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path("a/index.html")));
        AssertNothingIsLeftOver();
    }

    [Fact]
    public void A_large_file_that_no_build_wrote_is_taken_over_only_with_the_same_bytes()
    {
        Directory.CreateDirectory(Path("a"));
        File.WriteAllText(Path("a/index.html"), Large[..^1] + "?");

        Assert.Throws<PublishException>(() => Write(("a/", Large)));

        File.WriteAllText(Path("a/index.html"), Large);
        Assert.Equal(0, Write(("a/", Large)).Written);
        AssertNothingIsLeftOver();
    }

    [Fact]
    public void Where_a_large_file_can_not_be_replaced_nothing_of_it_is_left()
    {
        Write(("a/", "small"));
        File.Delete(Path("a/index.html"));
        Directory.CreateDirectory(Path("a/index.html/held"));

        Assert.Throws<PublishException>(() => Write(("a/", Large)));

        Assert.Empty(Directory.EnumerateFiles(Path(".transformers-new")));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Some megabytes, no two parts of it alike.</summary>
    private static string Large { get; } = string.Concat(Enumerable.Range(0, 500_000).Select(i => $"{i} "));

    private void AssertNothingIsLeftOver() => Assert.False(Directory.Exists(Path(".transformers-new")));

    private PublishSummary Write(params ReadOnlySpan<(string Address, string Text)> pages)
    {
        var files = ImmutableArray.CreateBuilder<SiteFile>();
        foreach (var (address, text) in pages) files.Add(Page(address, text));
        return SiteFolder.Write(_folder.Directory, files.ToImmutable(), Vault.Of(), cancellation: TestContext.Current.CancellationToken);
    }

    private static SiteFile Page(string address, string text) =>
        new SiteFile.Rendered(new SiteAddress(address), output => output.Write(Encoding.UTF8.GetBytes(text)));

    private string Path(string path) => System.IO.Path.Combine(_folder.Path, path);
}
