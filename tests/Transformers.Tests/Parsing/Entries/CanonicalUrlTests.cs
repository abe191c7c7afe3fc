using CsCheck;
using Transformers.Parsing.Entries;

namespace Transformers.Tests.Parsing.Entries;

public class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://www.Example.org/A/b/", "example.org/A/b")]
    [InlineData("http://example.org:80/", "example.org")]
    [InlineData("https://example.org:8443/x", "example.org:8443/x")]
    [InlineData("//example.org/x", "example.org/x")]
    [InlineData("https://example.org/x?", "example.org/x")]
    [InlineData("https://example.org/x#", "example.org/x")]
    [InlineData(" <https://example.org/x> ", "example.org/x")]
    [InlineData("https://user:secret@example.org/x", "example.org/x")]
    [InlineData("mailto:A@example.org", "mailto:A@example.org")]
    [InlineData("ftp://example.org/x", "ftp://example.org/x")]
    [InlineData("", "")]
    public void The_way_to_the_page_does_not_matter(string url, string expected) => Assert.Equal(expected, CanonicalUrl.Of(url));

    [Theory]
    [InlineData("https://x.org/?utm_source=pocket&utm_medium=a", "x.org")]
    [InlineData("https://x.org/?a=1&fbclid=2&b=3", "x.org?a=1&b=3")]
    [InlineData("https://www.langchain.com/?ref=gettingstarted.ai", "langchain.com")]
    [InlineData("https://gitlab.com/a/b/-/raw/x?ref=main", "gitlab.com/a/b/-/raw/x?ref=main")]
    [InlineData("https://paperswithcode.com/paper/x?from=n10", "paperswithcode.com/paper/x")]
    [InlineData("https://x.org/flights?from=n10", "x.org/flights?from=n10")]
    [InlineData("https://www.sciencedirect.com/science/article/pii/S1?via%3Dihub", "sciencedirect.com/science/article/pii/S1")]
    [InlineData("https://rmets.onlinelibrary.wiley.com/doi/10.1002/qj.4235?af=R", "rmets.onlinelibrary.wiley.com/doi/10.1002/qj.4235")]
    [InlineData("https://www.youtube.com/watch?v=a&ab_channel=b", "youtube.com/watch?v=a")]
    [InlineData("https://openreview.net/forum?id=X", "openreview.net/forum?id=X")]
    public void Only_parameters_that_mean_something_stay(string url, string expected) => Assert.Equal(expected, CanonicalUrl.Of(url));

    [Theory]
    [InlineData("https://x.org/a#section", "x.org/a#section")]
    [InlineData("https://x.org/#/share?id=1", "x.org#/share?id=1")]
    [InlineData("https://x.org/a#!", "x.org/a")]
    [InlineData("https://x.org/a#:~:text=Rax%20is", "x.org/a")]
    [InlineData("https://x.org/a#part:~:text=Rax", "x.org/a#part")]
    [InlineData("https://colab.research.google.com/d/1#scrollTo=PbnY", "colab.research.google.com/d/1")]
    [InlineData("https://zenodo.org/record/1#.X8Y0emT0mx0", "zenodo.org/record/1")]
    [InlineData("https://zenodo.org/record/1#%2EX8Y0emT0mx0", "zenodo.org/record/1")]
    [InlineData("https://x.org/a#part:%7E:text=Rax", "x.org/a#part")]
    public void Only_fragments_that_name_a_part_stay(string url, string expected) => Assert.Equal(expected, CanonicalUrl.Of(url));

    [Theory]
    [InlineData("https://x.org/%7euser/%61", "x.org/~user/a")]
    [InlineData("https://x.org/a%2fb", "x.org/a%2Fb")]
    [InlineData("https://x.org/a b", "x.org/a%20b")]
    [InlineData("https://x.org/café", "x.org/caf%C3%A9")]
    [InlineData("https://x.org/caf%c3%a9", "x.org/caf%C3%A9")]
    [InlineData("https://x.org/100%", "x.org/100%25")]
    [InlineData("https://x.org/%%32E", "x.org/%252E")]
    public void Percent_encoding_has_one_form(string url, string expected) => Assert.Equal(expected, CanonicalUrl.Of(url));

    [Fact]
    public void A_key_is_its_own_key()
    {
        var part = Gen.OneOf(Gen.String, Gen.OneOf("#", "?", "&", "=", "/", "%", "%2E", "%2e", "%32", "%3D", "%25", ".", "!", ":~:", ":%7E:", "ref", "utm_", "scrollTo=", ">", " "));
        part.Array[0, 12].Select(string.Concat).Sample(text =>
        {
            var key = CanonicalUrl.Of("https://x.org/" + text);
            Assert.Equal(key, CanonicalUrl.Of("https://" + key));
        }, iter: 20_000);
    }

    [Fact]
    public void A_megabyte_takes_no_longer_than_it_must()
    {
        foreach (var unit in new[] { "/", "%", "&utm_a", "#", "?a", "é", "x@" })
        {
            var url = "https://x.org/?" + string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
            Assert.NotEmpty(CanonicalUrl.Of(url));
            Assert.Empty(IdentifierReader.FromUrl(url));
        }
    }
}
