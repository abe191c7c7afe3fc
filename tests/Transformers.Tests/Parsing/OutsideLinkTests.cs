using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Parsing;

public sealed class OutsideLinkTests
{
    [Theory]
    [InlineData("a.md", "[x](https://a.org) https://b.org <https://c.org> ![](https://d.org/e.png)", "1:5-18 https://a.org; 1:20-33 https://b.org; 1:35-48 https://c.org; 1:54-73 https://d.org/e.png")]
    [InlineData("a.md", "[x][r] www.b.org\n\n[r]: https://a.org", "1:8-17 http://www.b.org; 3:6-19 https://a.org")]
    [InlineData("a.md", "---\nurl: https://a.org\nlinks: [\"https://b.org\", see https://c.org]\n---\n", "2:6-19 https://a.org; 3:9-24 https://b.org")]
    [InlineData("a.md", "text <a href='https://a.org'>x</a> <img src=\"https://b.org/c.png\">", "1:6-30 https://a.org; 1:36-67 https://b.org/c.png")]
    [InlineData("a.md", "<p>\n<a href=https://a.org>x</a>\n<video src=https://b.org/c.mp4></video><iframe src=https://d.org></iframe></p>", "2:1-23 https://a.org; 3:1-32 https://b.org/c.mp4; 3:40-66 https://d.org")]
    [InlineData("a.canvas", "{\"nodes\": [{\"id\": \"1\", \"type\": \"link\", \"url\": \"https://a.org\"}, {\"id\": \"2\", \"type\": \"text\", \"text\": \"https://b.org\"}]}", "1:47-62 https://a.org; 1:102-115 https://b.org")]
    public void Links_outside_the_vault_are_known_with_their_places(string path, string text, string expected)
    {
        var note = Assert.Single(SiteBuilder.Read(Vault.Of((path, text)), Configuration.Default).Value.Notes);

        Assert.Equal(expected, string.Join("; ", note.OutsideLinks.Select(link => $"{link.Range.Line}:{link.Range.Column}-{link.Range.EndColumn} {link.Url}")));
    }

    [Theory]
    [InlineData("`https://a.org` %% https://b.org %%")]
    [InlineData("<!-- <a href=\"https://a.org\">x</a> -->")]
    [InlineData("<script src=\"https://a.org/x.js\"></script>")]
    [InlineData("[x](mailto:a@b.org) [y](//c.org) <a href=\"/d\">z</a>")]
    [InlineData("---\nurl: https://a.org\nurl: https://b.org\n---\n")]
    public void What_is_no_link_is_none(string text) =>
        Assert.Empty(Assert.Single(SiteBuilder.Read(Vault.Of(("a.md", text), ("d.md", "")), Configuration.Default).Value.Notes, note => note.Path.Value == "a.md").OutsideLinks);

    [Fact]
    public void A_change_is_proposed_only_where_the_address_stands_as_it_is()
    {
        var found = TestSite.Of(("index.md", "<a href=\"https://a.org/?utm_source=x\">x</a>")).Diagnostics;

        Assert.Equal("KB027", Assert.Single(found).Rule.Code);
        Assert.Empty(found[0].Fix);
    }
}
