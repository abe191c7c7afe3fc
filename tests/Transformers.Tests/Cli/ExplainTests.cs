using System.Text.RegularExpressions;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Cli;

public sealed partial class ExplainTests
{
    public static TheoryData<string> Codes => [.. RuleBook.Codes];

    [Fact]
    public async Task A_code_is_explained_whatever_its_case()
    {
        var (exit, output, error) = await CommandLine.Run("check", "--explain", "kb003");

        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith("# KB003: Link to a block that is not found (warning)\n\nThe note is there", output, StringComparison.Ordinal);
        Assert.Contains("## Mend", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_code_all_are_listed()
    {
        var (exit, output, _) = await CommandLine.Run("check", "--explain");

        Assert.Equal(0, exit);
        Assert.Equal(RuleBook.Codes.Order(StringComparer.Ordinal), output.TrimEnd().Split('\n').Select(line => line[..5]));
    }

    [Theory]
    [InlineData("KB0003", "There is no code 'KB0003'; is 'KB003' meant? 'transformers check --explain' lists them.")]
    [InlineData("nonsense", "There is no code 'nonsense'. 'transformers check --explain' lists them.")]
    public async Task A_code_that_there_is_not_is_a_wrong_argument(string code, string message) =>
        Assert.Equal((2, "", $"transformers: {message}\n"), await CommandLine.Run("check", "--explain", code));

    [Theory, MemberData(nameof(Codes))]
    public void Each_rule_has_a_page_that_says_its_title_and_severity(string code)
    {
        var rule = RuleBook.All.Single(rule => rule.Code == code);
        var page = File.ReadAllText(Repository.Folder("docs", "codes", code + ".md"));

        Assert.StartsWith($"---\ntitle: \"{code}: {rule.Title}\"\nseverity: {rule.SeverityName}\n---\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Example\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Mend\n", page, StringComparison.Ordinal);
        Assert.Contains($"| [[{code}]] | {rule.SeverityName} | {rule.Title} |", File.ReadAllText(Repository.Folder("docs", "codes", "index.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_page_is_that_of_a_rule() =>
        Assert.Equal(
            RuleBook.Codes.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Repository.Folder("docs", "codes"), "KB*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void The_manual_builds_without_a_finding_and_without_a_dead_link()
    {
        var site = TestSite.Of(VaultFolder.Open(new DirectoryInfo(Repository.Folder("docs"))).Value);

        Assert.Empty(site.Messages);
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void The_manual_names_every_setting()
    {
        var manual = File.ReadAllText(Repository.Folder("docs", "Configuration.md"));
        var reader = File.ReadAllText(Repository.Folder("src", "Transformers", "Parsing", "ConfigurationReader.cs"));

        Assert.All(Setting().Matches(reader).Select(match => match.Groups["name"].Value), name => Assert.Contains($"`{name}`", manual, StringComparison.Ordinal));
    }

    [GeneratedRegex("\"(?<name>\\w+)\" => configuration with", RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();
}
