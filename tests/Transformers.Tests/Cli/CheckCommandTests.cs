using System.Text.Json;
using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CheckCommandTests()
    {
        _folder.Write("a.md", "text [[Trasnformers]]");
        _folder.Write("Transformers.md", "");
    }

    [Fact]
    public async Task It_reports_on_standard_output_and_writes_nothing()
    {
        var (exit, output, error) = await CommandLine.Run("check", _folder.Path);

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal("a.md:1:6: warning KB001: No note is named 'Trasnformers'; is 'Transformers' meant?\n    1 | text [[Trasnformers]]\n      |      ^^^^^^^^^^^^^^^^\n0 errors, 1 warning, 0 remarks.\n", output);
        Assert.Equal(["Transformers.md", "a.md"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_warning_fails_it_where_that_is_asked_for() =>
        Assert.Equal(1, (await CommandLine.Run("check", _folder.Path, "--fail-on", "warning")).Exit);

    [Fact]
    public async Task As_JSON_each_finding_has_its_place_and_suggestions()
    {
        var (_, output, _) = await CommandLine.Run("check", _folder.Path, "--format", "json");

        var root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(1, root.GetProperty("version").GetInt32());
        var found = Assert.Single(root.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(
            "a.md 1 6 1 22 warning KB001 No note is named 'Trasnformers'; is 'Transformers' meant?",
            string.Join(' ', found.EnumerateObject().SkipLast(1).Select(member => member.Value.ToString())));
        Assert.Equal("Transformers", Assert.Single(found.GetProperty("suggestions").EnumerateArray()).GetString());
        Assert.Equal("path line column endLine endColumn severity code message suggestions", string.Join(' ', found.EnumerateObject().Select(member => member.Name)));
    }

    [Fact]
    public async Task As_SARIF_each_finding_names_its_rule()
    {
        var (_, output, _) = await CommandLine.Run("check", _folder.Path, "--format", "sarif");

        var run = JsonDocument.Parse(output).RootElement.GetProperty("runs")[0];
        Assert.Equal("KB001", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("id").GetString());
        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal(("KB001", "warning"), (result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString()));
    }

    [Fact]
    public async Task As_annotations_a_message_can_not_end_its_command_early()
    {
        _folder.Write("a.md", "[[x::error,%]]");

        var (_, output, _) = await CommandLine.Run("check", _folder.Path, "--format", "github");

        Assert.StartsWith("::warning file=a.md,line=1,endLine=1,col=1,endColumn=15,title=KB001 Link to a note that is not found::No note is named 'x::error,%25'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_of_another_name_is_called_by_it()
    {
        _folder.Write("notes/a.md", "");
        _folder.Write("ci.yml", "tittle: x");

        Assert.Equal(
            (2, "", "transformers: nothing was done.\nci.yml:1:1: error KB007: There is no setting 'tittle'; is 'title' meant?\n"),
            await CommandLine.Run("check", Path.Combine(_folder.Path, "notes"), "--config", Path.Combine(_folder.Path, "ci.yml")));
    }

    [Theory]
    [InlineData("vault", "build", "")]
    [InlineData("--output", "build", "notes", "-o", "")]
    [InlineData("vault", "check", "")]
    [InlineData("--config", "check", "notes", "--config", "")]
    [InlineData("vault", "export", "")]
    [InlineData("vault", "serve", "")]
    [InlineData("dir", "init", "")]
    public async Task A_path_without_a_name_is_a_wrong_argument(string name, params string[] args) =>
        Assert.Equal((2, "", $"transformers: '{name}' is an empty name; write a path.\nTry 'transformers {args[0]} --help'.\n"), await CommandLine.Run(args));

    [Theory]
    [InlineData("--version")]
    [InlineData("check", "--version")]
    [InlineData("build", "--version")]
    public async Task Every_command_tells_the_version(params string[] args)
    {
        var (exit, output, error) = await CommandLine.Run(args);

        Assert.Equal((0, ""), (exit, error));
        Assert.Matches(@"^\d+\.\d+\.\d+.*\n$", output);
    }

    [Theory]
    [InlineData("'xml' does not suit '--format <text|json|sarif|github>'.", "check", "--format", "xml")]
    [InlineData("'7' does not suit '--verbosity <quiet|normal|detailed>'.", "build", "--verbosity", "7")]
    [InlineData("'info' does not suit '--fail-on <error|warning>'.", "check", "--fail-on", "info")]
    [InlineData("'abc' does not suit '--port <N>'.", "serve", "--port", "abc")]
    public async Task A_value_that_does_not_suit_is_named_with_those_that_do(string message, params string[] args) =>
        Assert.Equal((2, "", $"transformers: {message}\nTry 'transformers {args[0]} --help'.\n"), await CommandLine.Run(args));

    [Fact]
    public async Task Help_names_what_holds_by_default_as_one_would_type_it()
    {
        var (_, output, _) = await CommandLine.Run(["check", "--help"]);

        Assert.Contains("[default: text]", output, StringComparison.Ordinal);
        Assert.Contains("[default: error]", output, StringComparison.Ordinal);
        Assert.Contains("[default: normal]", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
