using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

public sealed class BuildCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task It_builds_and_says_where_to_look_and_how_long_it_took()
    {
        _folder.Write("notes/a.md", "# A");

        var (exit, output, error) = await CommandLine.Run("build", Path("notes"), "-o", Path("site"));

        Assert.Equal((0, ""), (exit, error));
        Assert.Matches(@"^1 note, 0 entries on 0 works, 0 links\.\n\d+ pages, \d+ files in all: \d+ written, 0 unchanged, 0 deleted\.\nBuilt in \d+\.\d\d s\. Open .*site/index\.html\n$", output);
        Assert.True(File.Exists(Path("site/a/index.html")));
    }

    [Fact]
    public async Task The_summary_counts_the_problems_by_code()
    {
        _folder.Write("notes/a.md", "[[gone]] [[lost]] ![[b#^x]]");
        _folder.Write("notes/b.md", "[[a]]");

        var (_, output, _) = await CommandLine.Run("build", Path("notes"), "-o", Path("site"));

        Assert.Contains("0 errors, 3 warnings, 0 remarks. By code: KB001 2, KB003 1.\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"strictLineBreaks": true}""", null, false)]
    [InlineData("""{"strictLineBreaks": true}""", "title: A", false)]
    [InlineData("""{"strictLineBreaks": true}""", "strictLineBreaks: false", true)]
    [InlineData("""{"strictLineBreaks": false, "other": [1]}""", null, true)]
    [InlineData("""{"strictLineBreaks": """, null, true)]
    [InlineData(null, null, true)]
    public async Task A_line_breaks_as_Obsidian_is_told_unless_the_configuration_knows_better(string? obsidian, string? configuration, bool breaks)
    {
        _folder.Write("notes/a.md", "one\ntwo");
        if (obsidian is not null) _folder.Write("notes/.obsidian/app.json", obsidian);
        if (configuration is not null) _folder.Write("notes/transformers.yml", configuration);

        Assert.Equal(0, (await CommandLine.Run("build", Path("notes"), "-o", Path("site"))).Exit);

        Assert.Equal(breaks, File.ReadAllText(Path("site/a/index.html")).Contains("one<br", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Obsidians_settings_are_not_read_from_elsewhere()
    {
        _folder.Write("notes/a.md", "one\ntwo");
        _folder.Write("elsewhere/app.json", """{"strictLineBreaks": true}""");
        Directory.CreateSymbolicLink(Path("notes/.obsidian"), Path("elsewhere"));

        await CommandLine.Run("build", Path("notes"), "-o", Path("site"));

        Assert.Contains("one<br", File.ReadAllText(Path("site/a/index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detailed_output_says_where_the_time_went()
    {
        _folder.Write("notes/a.md", "- #PAPER [A paper (Ann 2020)](https://example.org/a)");

        var (_, _, error) = await CommandLine.Run("build", Path("notes"), "-o", Path("site"), "--verbosity", "detailed");

        Assert.Matches(@"\nReading +\d+\.\d\d s\nLinking +\d+\.\d\d s\nCataloguing +\d+\.\d\d s\nChecking +\d+\.\d\d s\nArranging +\d+\.\d\d s\nIndexing +\d+\.\d\d s\nWriting +\d+\.\d\d s\n", error);
        Assert.Matches(@"\n  works/ +\d+\.\d\d s  1 file\n", error);
    }

    [Fact]
    public async Task Warnings_go_to_standard_error_and_fail_a_strict_build_only()
    {
        _folder.Write("notes/a.md", "[[gone]]");

        var (exit, _, error) = await CommandLine.Run("build", Path("notes"), "-o", Path("site"));
        var (strict, _, _) = await CommandLine.Run("build", Path("notes"), "-o", Path("site"), "--strict");

        Assert.Equal((0, 1), (exit, strict));
        Assert.Equal("a.md:1:1: warning KB001: No note is named 'gone'.\n", error);
    }

    [Fact]
    public async Task An_error_exits_with_one_and_the_site_is_written_all_the_same()
    {
        _folder.Write("notes/a.md", "---\n[\n---\n");

        var (exit, _, _) = await CommandLine.Run("build", Path("notes"), "-o", Path("site"));

        Assert.Equal(1, exit);
        Assert.True(File.Exists(Path("site/a/index.html")));
    }

    [Theory]
    [InlineData("There is no folder", "build", "nowhere")]
    [InlineData("There are no notes", "build", "empty")]
    [InlineData("is a file; name the folder of notes", "build", "file.md")]
    [InlineData("is, or lies in, the vault", "build", "notes", "-o", "notes/site")]
    [InlineData("holds the vault", "build", "notes", "-o", ".")]
    [InlineData("There is no command 'buidl'; is 'build' meant?", "buidl")]
    [InlineData("There is no option '--otput'; is '--output' meant?", "build", "--otput", "x")]
    [InlineData("is no absolute address", "build", "notes", "--base-url", "example")]
    [InlineData("There is no file", "build", "notes", "--config", "gone.yml")]
    [InlineData("transformers.yml:1:1: error KB007: There is no setting 'titel'; is 'title' meant?", "build", "misconfigured")]
    public async Task What_can_not_be_meant_exits_with_two_and_does_nothing(string message, params string[] args)
    {
        _folder.Write("notes/a.md", "");
        _folder.Write("misconfigured/a.md", "");
        _folder.Write("misconfigured/transformers.yml", "titel: x\n");
        _folder.Write("file.md", "");
        Directory.CreateDirectory(Path("empty"));
        string[] known = ["nowhere", "empty", "file.md", "notes", "notes/site", ".", "misconfigured", "gone.yml"];

        var (exit, output, error) = await CommandLine.Run([.. args.Select(arg => known.Contains(arg) ? Path(arg) : arg)]);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path("site")));
    }

    [Fact]
    public async Task An_output_that_can_not_be_written_exits_with_three()
    {
        _folder.Write("notes/a.md", "");
        _folder.Write("taken", "");

        var (exit, _, error) = await CommandLine.Run("build", Path("notes"), "-o", Path("taken"));

        Assert.Equal(3, exit);
        Assert.Contains("The site could not be written to", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_that_lies_in_the_vault_by_way_of_a_symbolic_link_is_refused()
    {
        _folder.Write("notes/a.md", "");
        _folder.Write("notes/inner/b.md", "");
        Directory.CreateSymbolicLink(Path("elsewhere"), Path("notes"));

        var (exit, _, error) = await CommandLine.Run("build", Path("notes"), "-o", Path("elsewhere/inner/site"));

        Assert.Equal(2, exit);
        Assert.Contains("is, or lies in, the vault", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        var (exit, output, _) = await CommandLine.Run("build", "--help");

        Assert.Equal(0, exit);
        Assert.All(new[] { "--output", "--config", "--templates", "--base-url", "--drafts", "--strict", "--verbosity", "--no-color" }, option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_symbolic_link_out_of_the_vault_is_not_followed()
    {
        _folder.Write("outside/secret.md", "canary-outside");
        _folder.Write("notes/a.md", "[[secret]]");
        File.CreateSymbolicLink(Path("notes/secret.md"), Path("outside/secret.md"));
        Directory.CreateSymbolicLink(Path("notes/folder"), Path("outside"));

        var (exit, _, error) = await CommandLine.Run("build", Path("notes"), "-o", Path("site"));

        Assert.Equal(1, exit);
        Assert.Contains("secret.md:1:1: error KB014", error, StringComparison.Ordinal);
        Assert.Contains("folder:1:1: error KB014", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path("site"), "*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains("canary-outside", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private string Path(string path) => path == "." ? _folder.Path : System.IO.Path.Combine(_folder.Path, path);
}
