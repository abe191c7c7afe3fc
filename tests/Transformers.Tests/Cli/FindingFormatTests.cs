using Transformers.Cli.Findings;
using Transformers.Diagnostics;
using Transformers.Tests.Support;
using Transformers.Text;

namespace Transformers.Tests.Cli;

public sealed class FindingFormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FindingFormatTests() => _folder.Write("a note.md", "- #PAPER [x](http://arxiv.org/abs/1706.03762 ^id)\n\n\t[[gone]] and [y]( https://a.example/?utm_source=z )\n\n## Empty\n");

    [Fact]
    public async Task As_text_each_finding_shows_its_line_with_carets_below()
    {
        var (_, output, _) = await CommandLine.Run("check", _folder.Write("v/b.md", "漢字\t[[gone]]")[..^"/b.md".Length]);

        Assert.Equal("b.md:1:4: warning KB001: No note is named 'gone'.\n    1 | 漢字    [[gone]]\n      |         ^^^^^^^^\n0 errors, 1 warning, 0 remarks.\n", output);
    }

    [Theory]
    [InlineData("text [[x]] end", 6, 11, "text [[x]] end", "     ^^^^^")]
    [InlineData("\ta\tb", 4, 5, "    a    b", "         ^")]
    [InlineData("🎲漢é x", 5, 6, "🎲漢é x", "     ^")]
    [InlineData("abc", 4, 4, "abc", "   ^")]
    [InlineData("abc", 2, 2, "abc", " ^")]
    [InlineData("a\u001b[31mb\u202ec", 1, 2, "a\ufffd[31mb\ufffdc", "^")]
    public void Carets_stand_below_the_characters_whatever_their_width(string line, int column, int endColumn, string source, string carets)
    {
        var excerpt = Excerpt.Of(line + "\r\n", new SourceRange(1, column, 1, endColumn));

        Assert.Equal((source, carets), (excerpt.Source, excerpt.Carets));
    }

    [Fact]
    public void Of_a_long_line_the_part_around_the_finding_is_shown()
    {
        var excerpt = Excerpt.Of(new string('x', 1000) + "HERE" + new string('y', 1000), new SourceRange(1, 1001, 1, 1005));

        Assert.Equal(40 + 1, excerpt.Carets.IndexOf('^', StringComparison.Ordinal));
        Assert.Equal("HERE", excerpt.Source[41..45]);
        Assert.InRange(excerpt.Source.Length, 100, 125);
    }

    [Fact]
    public async Task As_JSON_it_is_valid_by_its_schema()
    {
        var (_, output, _) = await CommandLine.Run("check", _folder.Path, "--format", "json");

        Assert.Equal("[]", Tool.Citations("validate", Repository.Folder("src", "Transformers.Cli", "Findings", "findings.schema.json"), _folder.Write("out.json", output)).TrimEnd());
    }

    [Fact]
    public async Task As_SARIF_it_is_valid_by_the_schema_of_SARIF_with_the_changes_that_mend()
    {
        var (_, output, _) = await CommandLine.Run("check", _folder.Path, "--format", "sarif");

        var schema = Repository.Folder("tests", "tools", "citations", "node_modules", "@microsoft", "jest-sarif", "lib", "schemas", "sarif-2.1.0-rtm.5.json");
        Assert.SkipUnless(File.Exists(schema), "The packages of tests/tools/citations are not installed (npm ci --prefix tests/tools/citations).");
        Assert.Equal("[]", Tool.Citations("validate", schema, _folder.Write("out.json", output)).TrimEnd());
        Assert.Contains("\"uri\": \"a%20note.md\"", output, StringComparison.Ordinal);
        Assert.Contains("\"insertedContent\"", output, StringComparison.Ordinal);
        Assert.Contains("\"markdown\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_annotation_of_several_lines_has_no_columns()
    {
        using var output = new StringWriter();
        var rule = new DiagnosticRule("KB999", Severity.Error, "T");
        GithubFindings.Write([rule.At(SourcePath.Parse("a.md"), new SourceRange(1, 2, 3, 4), "m")], _folder.Directory, output);

        Assert.Equal("::error file=a.md,line=1,endLine=3,title=KB999 T::m", output.ToString().TrimEnd());
    }

    public void Dispose() => _folder.Dispose();
}
