using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

public sealed class ExportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ExportCommandTests()
    {
        _folder.Write("notes/a.md", "- #PAPER [Attention is all you need (Vaswani 2017)](https://arxiv.org/abs/1706.03762) #nlp\n- #CODE [bert é](https://github.com/google-research/bert)");
        _folder.Write("notes/sub/b.md", "- #BOOK Deep learning (Goodfellow 2016)");
    }

    [Theory]
    [InlineData("@misc{vaswani2017attentionneed,\n")]
    [InlineData("@misc{vaswani2017attentionneed,\n", "--format", "bibtex")]
    [InlineData("[\n{\"id\":\"vaswani2017attentionneed\"", "--format", "csl-json")]
    [InlineData("TY  - JOUR\r\n", "--format", "ris")]
    [InlineData("key,kind,title,", "--format", "csv")]
    [InlineData("{\"version\":1,\"entries\":[\n", "--format", "json")]
    public async Task It_writes_the_catalogue_to_standard_output(string start, params string[] args)
    {
        var (exit, output, error) = await CommandLine.Run(["export", Path("notes"), .. args]);

        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith(start, output, StringComparison.Ordinal);
        Assert.Contains("Deep learning", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out.bib", "@misc{")]
    [InlineData("new/out.CSV", "key,")]
    [InlineData("out.ris", "TY  -")]
    [InlineData("out.json", "{\"version\"")]
    [InlineData("out.txt", "@misc{")]
    public async Task It_writes_a_file_in_the_format_that_its_name_tells(string name, string start)
    {
        var (exit, output, error) = await CommandLine.Run("export", Path("notes"), "-o", Path(name));

        Assert.Equal((0, ""), (exit, output));
        Assert.StartsWith("3 works of 3 entries written to '", error, StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(Path(name), TestContext.Current.CancellationToken);
        Assert.StartsWith(start, System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(start[0], (char)bytes[0]);
    }

    [Theory]
    [InlineData("bert é", "--kind", "code")]
    [InlineData("Attention is all you need;bert é", "--kind", "code", "--kind", "PAPER")]
    [InlineData("Attention is all you need", "--tag", "nlp")]
    [InlineData("Attention is all you need", "--year", "2017..")]
    [InlineData("Deep learning", "--year", "2016")]
    [InlineData("Deep learning", "--note", "sub/**")]
    public async Task Filters_choose(string titles, params string[] args)
    {
        var (_, output, _) = await CommandLine.Run(["export", Path("notes"), "--format", "csv", .. args]);

        Assert.Equal(titles.Split(';'), output.Split("\r\n")[1..^1].Select(line => line.Split(',')[2]));
    }

    [Fact]
    public async Task When_nothing_passes_it_says_so()
    {
        var (exit, output, error) = await CommandLine.Run("export", Path("notes"), "--kind", "dataset");

        Assert.Equal((0, "", "No entry passes the filters; nothing but the format's frame was written.\n"), (exit, output, error));
    }

    [Theory]
    [InlineData("'papr' is no kind; is 'paper' meant?", "--kind", "papr")]
    [InlineData("'2019-2020' is no year and no range of years; write 2020, 2019..2022, 2019.. or ..2022.", "--year", "2019-2020")]
    [InlineData("'docx' not recognized", "--format", "docx")]
    [InlineData("is named like a note", "-o", "notes/a.md")]
    public async Task What_can_not_be_meant_exits_with_two_and_writes_nothing(string message, params string[] args)
    {
        var (exit, output, error) = await CommandLine.Run(["export", Path("notes"), .. args.Select(arg => arg.StartsWith("notes", StringComparison.Ordinal) ? Path(arg) : arg)]);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_can_not_be_written_exits_with_three()
    {
        var (exit, _, error) = await CommandLine.Run("export", Path("notes"), "-o", Path("notes"));

        Assert.Equal(3, exit);
        Assert.Contains("could not be written", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_of_the_notes_go_to_standard_error_and_set_the_exit_code()
    {
        _folder.Write("notes/c.md", "[[gone]]");

        var (exit, output, error) = await CommandLine.Run("export", Path("notes"), "--format", "ris");
        var (strict, _, _) = await CommandLine.Run("export", Path("notes"), "--strict");

        Assert.Equal((0, 1), (exit, strict));
        Assert.Contains("warning KB001", error, StringComparison.Ordinal);
        Assert.DoesNotContain("KB001", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_published_is_not_exported()
    {
        _folder.Write("notes/c.md", "---\ndraft: true\n---\n- #PAPER canary");

        var (_, output, _) = await CommandLine.Run("export", Path("notes"), "--format", "json");
        var (_, drafts, _) = await CommandLine.Run("export", Path("notes"), "--format", "json", "--drafts");

        Assert.DoesNotContain("canary", output, StringComparison.Ordinal);
        Assert.Contains("canary", drafts, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Path(string path) => System.IO.Path.Combine(_folder.Path, path);
}
