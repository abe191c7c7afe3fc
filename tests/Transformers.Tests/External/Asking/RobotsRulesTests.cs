using System.Text.RegularExpressions;
using CsCheck;
using Transformers.External.Asking;
using Transformers.Tests.Support;
using Transformers.Text;

namespace Transformers.Tests.External.Asking;

public sealed class RobotsRulesTests
{
    private static readonly Gen<string> Path = Gen.OneOf("/", "a", "b", "*", "$", "%41", "%2f", "%2F", "é", "?", "/a").Array[0, 8].Select(parts => "/" + string.Concat(parts));

    // RFC 9309, 2.2.2 and 5.1, and Google's examples of patterns.
    [Theory]
    [InlineData("", "/x", true)]
    [InlineData("User-agent: *\nDisallow:", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /", "/x", false)]
    [InlineData("user-AGENT : *\r\ndisALLOW : /x # because\r\n", "/x", false)]
    [InlineData("User-agent: *\rDisallow: /x\r", "/x", false)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /", "/x", false)]
    [InlineData("Disallow: /", "/x", true)]
    [InlineData("User-agent: other\nDisallow: /", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: transformers\nAllow: /", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: Transformers/1.0", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: transformersbot\nAllow: /", "/x", false)]
    [InlineData("User-agent: transformers\nUser-agent: other\nDisallow: /", "/x", false)]
    [InlineData("User-agent: transformers\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: transformers\nDisallow: /c", "/c", false)]
    [InlineData("User-agent: transformers\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: transformers\nDisallow: /c", "/b", true)]
    [InlineData("User-agent: transformers\nSitemap: https://a.org/\n\nnonsense\nUser-agent: other\nDisallow: /x", "/x", false)]
    [InlineData("User-agent: *\nDisallow: /example/\nAllow: /example/allowed.gif", "/example/allowed.gif", true)]
    [InlineData("User-agent: *\nAllow: /example/allowed.gif\nDisallow: /example/", "/example/allowed.gif", true)]
    [InlineData("User-agent: *\nDisallow: /page\nAllow: /page", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /fish", "/fish.html", false)]
    [InlineData("User-agent: *\nDisallow: /fish", "/Fish", true)]
    [InlineData("User-agent: *\nDisallow: /*.php", "/folder/any.php.file", false)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/any.php?parameters", true)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/any.php.php", false)]
    [InlineData("User-agent: *\nDisallow: /fish*.php", "/fishheads/cat.php?p", false)]
    [InlineData("User-agent: *\nDisallow: /x$", "/x", false)]
    [InlineData("User-agent: *\nDisallow: /x$", "/xy", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*", "/acb", false)]
    [InlineData("User-agent: *\nDisallow: /ü", "/%C3%BC", false)]
    [InlineData("User-agent: *\nDisallow: /%7euser", "/~user", false)]
    [InlineData("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", false)]
    [InlineData("User-agent: *\nDisallow: /a%2fb", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: x", "/x", true)]
    public void The_longest_rule_of_the_programs_own_groups_decides(string robots, string path, bool expected) =>
        Assert.Equal(expected, RobotsRules.Parse(robots, "transformers").Allow(path));

    [Theory]
    [InlineData("10", 10.0)]
    [InlineData("0.5", 0.5)]
    [InlineData("-1", null)]
    [InlineData("soon", null)]
    [InlineData("NaN", null)]
    [InlineData("1e300", null)]
    [InlineData("99999999999999999999", null)]
    public void The_pause_is_a_number_of_seconds(string written, double? seconds) =>
        Assert.Equal(seconds, RobotsRules.Parse($"User-agent: *\nCrawl-delay: {written}", "transformers").CrawlDelay?.TotalSeconds);

    [Fact]
    public void Any_text_can_be_read() =>
        Gen.Select(NastyText.Any, Path).Sample((text, path) =>
        {
            RobotsRules.Parse(text, "transformers").Allow(path);
            RobotsRules.Parse($"User-agent: *\n{text}\nDisallow: {text}", "transformers").Allow(path);
        });

    [Fact]
    public void A_pattern_means_what_the_same_regular_expression_does() =>
        Gen.Select(Path, Path).Sample((pattern, path) =>
        {
            var normal = PercentEncoding.Normalize(pattern);
            var isWhole = normal.EndsWith('$');
            var expression = $"^{Regex.Escape(isWhole ? normal[..^1] : normal).Replace("\\*", ".*", StringComparison.Ordinal)}{(isWhole ? "$" : "")}";

            var isForbidden = Regex.IsMatch(PercentEncoding.Normalize(path), expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);

            Assert.Equal(!isForbidden, RobotsRules.Parse($"User-agent: *\nDisallow: {pattern}", "transformers").Allow(path));
        });

    [Fact]
    public void The_order_of_rules_does_not_matter() =>
        Gen.Select(Gen.Select(Gen.Bool, Path).Array[1, 6], Path, Gen.Int).Sample((rules, path, seed) =>
        {
            var shuffled = rules.ToArray();
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(Parse(rules).Allow(path), Parse(shuffled).Allow(path));
        });

    [Fact]
    public void A_million_stars_take_no_time() =>
        Growth.AssertLinear("*a", 100_000, pattern => RobotsRules.Parse($"User-agent: *\nDisallow: /{pattern}", "transformers").Allow("/" + new string('a', 2000)));

    private static RobotsRules Parse(IEnumerable<(bool Allows, string Path)> rules) =>
        RobotsRules.Parse("User-agent: *\n" + string.Join('\n', rules.Select(rule => $"{(rule.Allows ? "Allow" : "Disallow")}: {rule.Path}")), "transformers");
}
