using Transformers.Parsing;
using Transformers.Tests.Support;
using Transformers.Text;

namespace Transformers.Tests.Checking;

public sealed class SilencingTests
{
    [Theory]
    [InlineData("[[gone]] %% transformers-ignore KB001 %%")]
    [InlineData("[[gone]] <!-- transformers-ignore KB001 -->")]
    [InlineData("%% transformers-ignore KB001 %%\n[[gone]]")]
    [InlineData("- item\n\t%%transformers-ignore kb001, KB002%%\n\t- [[gone]]")]
    [InlineData("> <!-- transformers-ignore KB001 -->\n> [[gone]]")]
    [InlineData("[[gone]]\n\ntext [[gone]]\n\n%% transformers-ignore-note KB001 %%")]
    public void A_comment_silences_its_line_or_alone_on_it_the_next_or_the_note(string text) =>
        Assert.Empty(TestSite.Of(("index.md", text)).Messages);

    [Theory]
    [InlineData("%% transformers-ignore KB002 %%\n[[gone]]")]
    [InlineData("%% transformers-ignore KB001 %%\n\n[[gone]]")]
    [InlineData("[[gone]]\n%% transformers-ignore KB001 %%")]
    [InlineData("text %% transformers-ignore KB001 %%\n[[gone]]")]
    [InlineData("```\n%% transformers-ignore KB001 %%\n```\n[[gone]]")]
    [InlineData("```\n%% transformers-ignore-note KB001 %%\n```\n[[gone]]")]
    [InlineData("transformers-ignore KB001 [[gone]]")]
    public void It_silences_nothing_else(string text) =>
        Assert.Contains("KB001", Assert.Single(TestSite.Of(("index.md", text)).Messages), StringComparison.Ordinal);

    [Fact]
    public void A_comment_in_one_note_says_nothing_about_another() =>
        Assert.Single(TestSite.Of(("index.md", "%% transformers-ignore-note KB001 %%\n[[gone]] [[a]]"), ("a.md", "[[gone]]")).Messages);

    [Fact]
    public void A_code_that_there_is_not_is_reported_where_it_stands() =>
        Assert.Equal(
            ["index.md:1:32: warning KB029: There is no code 'KB0012'; is 'KB001' meant?"],
            TestSite.Of(("index.md", "a %% transformers-ignore KB001 KB0012 %%")).Messages);

    [Theory]
    [InlineData("KB001: off", "")]
    [InlineData("kb001: error", "index.md:1:1: error KB001: No note is named 'gone'.")]
    [InlineData("KB001: info", "index.md:1:1: info KB001: No note is named 'gone'.")]
    [InlineData("KB002: error", "index.md:1:1: warning KB001: No note is named 'gone'.")]
    public void The_configuration_sets_the_severity_of_a_code(string setting, string expected) =>
        Assert.Equal(expected, string.Concat(TestSite.Of(("transformers.yml", $"severities:\n  {setting}"), ("index.md", "[[gone]]")).Messages));

    [Theory]
    [InlineData("severities:\n  KB999: off", "transformers.yml:2:3: error KB007: There is no code 'KB999'; 'transformers check --explain' lists them.")]
    [InlineData("severities:\n  KB001: loud", "transformers.yml:2:10: error KB007: 'KB001' is one of: off, info, warning, error.")]
    [InlineData("severities: off", "transformers.yml:1:13: error KB007: 'severities' wants lines of 'name: value' below it.")]
    [InlineData("deadLinks: [a]", "transformers.yml:1:12: error KB007: 'deadLinks' wants lines of 'name: value' below it.")]
    [InlineData("deadLinks:\n  a.org: b.org", "transformers.yml:2:10: error KB007: 'a.org' wants an absolute address such as https://example.org/.")]
    [InlineData("language: English language", "transformers.yml:1:11: error KB007: 'language' wants a BCP 47 tag such as en or pt-BR.")]
    [InlineData("iframes: [a.org, https://b.org/]", "transformers.yml:1:18: error KB007: 'iframes' wants names of hosts such as player.vimeo.com; 'https://b.org/' is none.")]
    [InlineData("kinds: [paper, '#CODE', my thing]", "transformers.yml:1:25: error KB007: 'kinds' wants tags such as paper; 'my thing' is none.")]
    [InlineData("kinds: {a: b}", "transformers.yml:1:8: error KB007: 'kinds' wants a list of texts.")]
    public void What_it_can_not_mean_is_reported_where_it_stands(string text, string expected)
    {
        var read = ConfigurationReader.Read(new SourceFile(SourcePath.Parse("transformers.yml"), text), RuleBook.Codes);

        Assert.Equal([expected], read.Diagnostics.Select(found => found.ToString()));
    }
}
