using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

public sealed class AcceptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_build_tells_what_is_gone_and_new_until_that_is_accepted()
    {
        _folder.Write("notes/a.md", "text ^x");
        _folder.Write("notes/b.md", "");

        Assert.EndsWith("transformers.lock remembers 4 places: 4 new, 0 moved, 0 forgotten.\n", (await Build("--accept")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("transformers.lock", (await Build()).Output, StringComparison.Ordinal);

        File.Move(Path("notes/a.md"), Path("notes/c.md"));
        var (exit, output, error) = await Build("--strict");
        Assert.Equal(1, exit);
        Assert.Equal("transformers.lock:4:1: warning KB030: The page '/a/' is gone, and links to it lead nowhere. Give the note that took its place the alias 'a', or accept the loss with 'build --accept'.\n", error);
        Assert.Contains("2 places of this site are not in transformers.lock yet; 'build --accept' remembers what is published.", output, StringComparison.Ordinal);

        _folder.Write("notes/c.md", "---\naliases: [a]\n---\ntext ^x");
        Assert.Equal((0, ""), await Problems("--strict", "--accept"));
        Assert.Equal((0, ""), await Problems("--strict"));
        Assert.True(File.Exists(Path("site/a/index.html")));
    }

    [Fact]
    public async Task Without_a_lock_none_is_written_and_nothing_said()
    {
        _folder.Write("notes/a.md", "");

        Assert.DoesNotContain("transformers.lock", (await Build()).Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path("notes/transformers.lock")));
    }

    [Fact]
    public async Task Check_reports_what_a_build_would()
    {
        _folder.Write("notes/a.md", "");
        _folder.Write("notes/transformers.lock", "page /gone/ gone.md\n");

        var (_, output, _) = await CommandLine.Run("check", Path("notes"));

        Assert.Contains("transformers.lock:1:1: warning KB030", output, StringComparison.Ordinal);
        Assert.Contains("page /gone/ gone.md", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Path(string path) => System.IO.Path.Combine(_folder.Path, path);

    private Task<(int Exit, string Output, string Error)> Build(params string[] options) => CommandLine.Run(["build", Path("notes"), "-o", Path("site"), .. options]);

    private async Task<(int Exit, string Error)> Problems(params string[] options) => await Build(options) is var (exit, _, error) ? (exit, error) : default;
}
