using CsCheck;
using Transformers.External;
using Transformers.Tests.Support;

namespace Transformers.Tests.External;

public sealed class LinkFindingTests
{
    [Fact]
    public void A_dead_link_is_reported_at_each_place_with_its_story_and_where_it_may_be_found()
    {
        var site = SiteOf("[x](https://a.org/x#part) and\n<https://a.org/x>", "https://a.org/x gone asked=2026-11-25 answer=404 missing=3 since=2026-11-01 ok=2026-10-20");

        const string Message = "warning KB013: 'https://a.org/x' is gone: it answers 404 (asked on 3 days since 2026-11-01, last there on 2026-10-20). Link what took its place, or look for it at 'https://web.archive.org/web/20261020/https://a.org/x'.";
        Assert.Equal([$"index.md:1:5: {Message}", $"index.md:2:2: {Message}"], site.Messages);
        Assert.Equal(["https://web.archive.org/web/20261020/https://a.org/x"], site.Diagnostics[0].Suggestions);
    }

    [Theory]
    [InlineData("no-host missing=3 since=2026-11-01", "its host does not exist (asked on 3 days since 2026-11-01)")]
    [InlineData("timeout silent=6 since=2026-08-01", "it takes too long to answer (asked on 6 days since 2026-08-01)")]
    public void It_is_said_why_a_link_is_dead(string answer, string expected) =>
        Assert.Contains($"is gone: {expected}.", Assert.Single(SiteOf("https://a.org/x", $"https://a.org/x gone asked=2026-11-25 answer={answer}").Messages), StringComparison.Ordinal);

    [Theory]
    [InlineData("ok asked=2026-11-25 answer=200 ok=2026-11-25")]
    [InlineData("blocked asked=2026-11-25 answer=403")]
    [InlineData("unknown asked=2026-11-25 answer=404 missing=2 since=2026-01-01")]
    public void Of_other_states_nothing_is_said(string record) => Assert.Empty(SiteOf("https://a.org/x", $"https://a.org/x {record}").Messages);

    [Theory]
    [InlineData("http://a.org/x?y#part", "https://a.org/x?y", "https://a.org/x?y#part")]
    [InlineData("http://www.a.org", "https://a.org/", "https://a.org")]
    [InlineData("https://a.org/A(b)", "https://www.a.org/A(b)", "https://www.a.org/A(b)")]
    public void A_moved_link_whose_path_stayed_can_be_mended(string link, string now, string mended)
    {
        var found = Assert.Single(SiteOf($"[x](<{link}>)", $"{AskedAddress.Of(link)} moved asked=2026-11-25 answer=301 ok=2026-11-25 now={now}").Diagnostics);

        Assert.Equal($"index.md:1:6: info KB033: '{AskedAddress.Of(link)}' has moved; write '{mended}'.", found.ToString());
        Assert.Equal((link, mended), (Assert.Single(found.Fix).Old, found.Fix[0].New));
    }

    [Theory]
    [InlineData("https://a.org/x", "https://b.org/x")]
    [InlineData("https://a.org/x", "https://a.org/y")]
    [InlineData("https://a.org/x", "http://a.org/x")]
    [InlineData("http://a.org:8080/x", "https://a.org/x")]
    public void Whether_another_address_means_the_same_is_for_the_author_to_decide(string link, string now)
    {
        var found = Assert.Single(SiteOf($"[x]({link})", $"{link} moved asked=2026-11-25 answer=308 ok=2026-11-25 now={now}").Diagnostics);

        Assert.Equal(("KB033", now), (found.Rule.Code, Assert.Single(found.Suggestions)));
        Assert.Empty(found.Fix);
    }

    [Fact]
    public void A_page_that_became_the_home_page_may_be_no_more() =>
        Assert.Equal(
            ["index.md:1:1: info KB033: 'https://a.org/x' leads to the home page 'https://b.org/'; look whether what you mean is still there."],
            SiteOf("https://a.org/x", "https://a.org/x moved asked=2026-11-25 answer=301 ok=2026-11-25 now=https://b.org/").Messages);

    [Fact]
    public void Findings_are_silenced_like_others() =>
        Assert.Empty(SiteOf("https://a.org/x %% transformers-ignore KB013 %%", "https://a.org/x gone asked=2026-11-25 answer=404").Messages);

    [Theory]
    [InlineData("https://Example.ORG", "https://example.org/")]
    [InlineData("http://example.org:80/a b#c", "http://example.org/a%20b")]
    [InlineData("https://example.org:8443/?q=ü", "https://example.org:8443/?q=%C3%BC")]
    [InlineData("https://bücher.example/x", "https://xn--bcher-kva.example/x")]
    [InlineData("https://[2001:db8::1]/x", "https://[2001:db8::1]/x")]
    [InlineData("https://user:word@example.org/", null)]
    [InlineData("ftp://example.org/", null)]
    [InlineData("https://", null)]
    [InlineData("https://exa mple.org/", null)]
    [InlineData("/etc/passwd", null)]
    [InlineData("https://_é_/", null)]
    [InlineData("https://a_b.example/", "https://a_b.example/")]
    public void Links_that_a_server_can_not_tell_apart_are_asked_as_one(string link, string? expected) => Assert.Equal(expected, AskedAddress.Of(link));

    [Fact]
    public void An_address_is_spelt_one_way_and_fits_on_a_line() =>
        NastyText.Any.Sample(text =>
        {
            foreach (var link in new[] { text, $"https://a.org/{text}", $"https://{text}/" })
            {
                if (AskedAddress.Of(link) is not { } url) continue;
                Assert.Equal(url, AskedAddress.Of(url));
                Assert.DoesNotContain(url, c => c is <= ' ' or > '~');
            }
        });

    private static TestSite SiteOf(string text, string ledger) => TestSite.Of(("index.md", text), (LinkLedger.FileName, ledger + "\n"));
}
