using Transformers.Cli;
using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

/// <summary>Streams that the caller closed, or led onto a disk that is full.</summary>
public sealed class StandardStreamTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StandardStreamTests() => _folder.Write("notes/a.md", "- #PAPER [T](https://example.org/t) [[gone]]");

    [Theory]
    [InlineData("export", "notes")]
    [InlineData("check", "notes")]
    [InlineData("check", "notes", "--format", "json")]
    [InlineData("build", "notes", "-o", "site")]
    [InlineData("init", "new")]
    public async Task Results_that_can_not_be_written_are_output_that_can_not_be_written(params string[] args)
    {
        using var output = new FullStream();
        using var error = new StringWriter();

        var exit = await App.RunAsync([.. args.Select(InFolder)], output, error, TestContext.Current.CancellationToken);

        Assert.Equal(3, exit);
        Assert.Contains("transformers: Standard output can't be written: No space left on device", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "build", "notes", "-o", "site")]
    [InlineData(1, "build", "notes", "-o", "site", "--strict", "--verbosity", "detailed")]
    [InlineData(2, "build", "gone")]
    [InlineData(2, "buidl")]
    public async Task What_is_only_told_ends_nothing_where_it_can_not_be_written(int expected, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new FullStream();

        Assert.Equal(expected, await App.RunAsync([.. args.Select(InFolder)], output, error, TestContext.Current.CancellationToken));
        Assert.Equal(expected < 2, File.Exists(Path.Combine(_folder.Path, "site/a/index.html")));
    }

    public void Dispose() => _folder.Dispose();

    private string InFolder(string arg) => arg is "notes" or "site" or "gone" or "new" ? Path.Combine(_folder.Path, arg) : arg;

    private sealed class FullStream : StringWriter
    {
        public override void Write(char value) => throw new IOException("No space left on device");

        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void WriteLine(string? value) => throw new IOException("No space left on device");
    }
}
