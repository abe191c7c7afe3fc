using Transformers.Tests.Support;

namespace Transformers.Tests.Checking;

public sealed class LinkCheckTests
{
    [Theory]
    [InlineData("[x](http://arxiv.org/abs/1706.03762)", "index.md:1:5: info KB026: 'arxiv.org' is served securely; write 'https://'.")]
    [InlineData("see http://stats.stackexchange.com/q/1", "index.md:1:5: info KB026: 'stats.stackexchange.com' is served securely; write 'https://'.")]
    [InlineData("<http://www.nature.com>", "index.md:1:2: info KB026: 'nature.com' is served securely; write 'https://'.")]
    [InlineData("[x][r] [y][r]\r\n\r\n> [q]: /url\r\n> [r]: http://youtu.be/x 'title'", "index.md:4:8: info KB026: 'youtu.be' is served securely; write 'https://'.")]
    [InlineData("[x][r]\n\n[r]: http://youtu.be/x", "index.md:3:6: info KB026: 'youtu.be' is served securely; write 'https://'.")]
    public void An_insecure_link_to_a_host_that_is_surely_secure_is_reported_at_its_address(string text, string expected) =>
        Assert.Equal([expected], TestSite.Of(("index.md", text)).Messages);

    [Theory]
    [InlineData("[x](https://arxiv.org/abs/1706.03762)")]
    [InlineData("[x](http://notarxiv.org/)")]
    [InlineData("[x](http://arxiv.org:8080/)")]
    [InlineData("www.nature.com")]
    [InlineData("`http://arxiv.org/`")]
    [InlineData("%% http://arxiv.org/ %%")]
    public void Of_other_links_nothing_is_sure(string text) => Assert.Empty(TestSite.Of(("index.md", text)).Messages);

    [Theory]
    [InlineData("https://example.org/?utm_source=x", "https://example.org/")]
    [InlineData("https://example.org/?a=1&utm_source=x&b=2#part", "https://example.org/?a=1&b=2#part")]
    [InlineData("https://www.youtube.com/watch?v=gV6wzTk3o1U&ab_channel=X&t=10", "https://www.youtube.com/watch?v=gV6wzTk3o1U&t=10")]
    [InlineData("https://x.com/a/status/1?s=20", "https://x.com/a/status/1")]
    public void Tracking_parameters_are_reported_with_the_address_without_them(string url, string clean)
    {
        var found = Assert.Single(TestSite.Of(("index.md", $"[x]({url})")).Diagnostics);

        Assert.Equal($"index.md:1:5: info KB027: The address holds parameters that only track readers; write '{clean}'.", found.ToString());
        Assert.Equal([clean], found.Suggestions);
    }

    [Theory]
    [InlineData("https://example.org/?source=x")]
    [InlineData("https://github.com/a/b?tab=readme-ov-file")]
    [InlineData("https://example.org/#utm_source=x")]
    public void Parameters_that_may_mean_something_stay(string url) => Assert.Empty(TestSite.Of(("index.md", $"[x]({url})")).Messages);

    [Fact]
    public void A_link_to_Papers_with_Code_is_dead() =>
        Assert.Equal(
            ["index.md:1:5: warning KB028: 'paperswithcode.com' was closed in July 2025; link what took its place, or name that under 'deadLinks' in transformers.yml."],
            TestSite.Of(("index.md", "[x](https://paperswithcode.com/paper/fnet)")).Messages);

    [Theory]
    [InlineData("https://paperswithcode.com/paper/fnet", "https://arxiv.org/abs/2105.03824")]
    [InlineData("https://paperswithcode.com/paper/fnet?from=n10", "https://arxiv.org/abs/2105.03824")]
    [InlineData("http://www.old.example/a/b?c#d", "https://new.example/a/b?c#d")]
    [InlineData("https://Shut.example", "https://new.example/")]
    public void What_the_configuration_knows_to_take_its_place_is_suggested(string url, string replacement)
    {
        const string Settings = "deadLinks:\n  paperswithcode.com/paper/fnet: https://arxiv.org/abs/2105.03824\n  https://old.example/: https://new.example/\n  shut.example: https://new.example/";

        var found = TestSite.Of(("transformers.yml", Settings), ("index.md", $"[x]({url})")).Diagnostics.Single(found => found.Rule.Code == "KB028");

        Assert.Equal([replacement], found.Suggestions);
    }

    [Theory]
    [InlineData("https://paperswithcode.com.example/")]
    [InlineData("https://old.example/other")]
    [InlineData("https://old.example/part-two")]
    public void A_prefix_ends_where_a_segment_does(string url) =>
        Assert.Empty(TestSite.Of(("transformers.yml", "deadLinks:\n  old.example/part:"), ("index.md", $"[x]({url})")).Messages);

    [Theory]
    [InlineData("[x]( https://a.example)", "index.md:1:5: info KB022")]
    [InlineData("[x](https://a.example )", "index.md:1:22: info KB022")]
    [InlineData("[x](https://a.example \"title\"\t)", "index.md:1:30: info KB022")]
    [InlineData("[x]( <a b.png> )", "index.md:1:5: info KB022 index.md:1:15: info KB022")]
    public void Blanks_inside_a_links_parentheses_are_reported_where_they_stand(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', TestSite.Of(("index.md", text), ("a b.png", "")).Messages.Select(message => message.Split(": Blanks")[0])));
}
