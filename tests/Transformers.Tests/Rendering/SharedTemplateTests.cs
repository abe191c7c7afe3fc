using System.Buffers;
using Transformers.Rendering;
using Transformers.Rendering.Templates;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering;

/// <summary>Templates that are run once for all pages that they are the same on.</summary>
public sealed class SharedTemplateTests
{
    [Fact]
    public void One_that_asks_for_what_a_page_has_to_itself_says_where()
    {
        var built = SiteBuilder.Build(Vault.Of(("a.md", "")), Configuration.Default, Theme.Default().With([new("header.html", "a\n{{ page.title }}"u8.ToArray())]));
        var page = (SiteFile.Rendered)built.Value.Files.Single(file => file.Address.Value == "a/");

        var failure = Assert.Throws<TemplateException>(() => page.Write(new ArrayBufferWriter<byte>()));
        Assert.StartsWith("header.html:2:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_not_there_is_named()
    {
        var built = SiteBuilder.Build(Vault.Of(("a.md", "")), Configuration.Default, Theme.Default().With([new("note.html", "{{ shared \"mine.html\" }}"u8.ToArray())]));
        var page = (SiteFile.Rendered)built.Value.Files.Single(file => file.Address.Value == "a/");

        Assert.Contains("'mine.html'", Assert.Throws<TemplateException>(() => page.Write(new ArrayBufferWriter<byte>())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_links_lead_right_from_every_depth_and_part_of_the_site()
    {
        var site = TestSite.Of(("a.md", "- #PAPER [One (Doe 2020)](https://a.org) #topic"), ("deep/deeper/b.md", "# B"));

        Assert.Equal(
            ["../catalog/", "../../../catalog/", "./", "../", "../../catalog/"],
            new[] { "a/", "deep/deeper/b/", "catalog/", "catalog/paper/", "tags/topic/" }.Select(page => site.Page(page).QuerySelector(".site-nav a[href$='catalog/'], .site-nav a:nth-of-type(2)")!.GetAttribute("href")));
        Assert.Equal("Catalogue", site.Page("catalog/").QuerySelector(".site-nav [aria-current]")!.TextContent);
        Assert.Null(site.Page("catalog/paper/").QuerySelector(".site-nav [aria-current]"));
    }
}
