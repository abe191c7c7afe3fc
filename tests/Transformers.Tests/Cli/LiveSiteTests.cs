using Transformers.Cli.Serving;
using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

/// <summary>What an edit shows before the vault is read again.</summary>
public sealed class LiveSiteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_note_that_is_saved_is_shown_at_once()
    {
        var site = Open(("a.md", "before"));

        Assert.True(site.Preview(Paths(_folder.Write("a.md", "after"))));

        Assert.Contains("<p>after</p>", Page(site, "a/"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_an_editor_makes_and_takes_away_again_holds_nothing_up()
    {
        var site = Open(("a.md", "before"));

        Assert.True(site.Preview(Paths(_folder.Write("a.md", "after"), Path.Combine(_folder.Path, "a.md~"), Path.Combine(_folder.Path, "4913"))));

        Assert.Contains("<p>after</p>", Page(site, "a/"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_that_is_saved_beside_something_else_is_shown_at_once_and_the_vault_read_all_the_same()
    {
        var site = Open(("a.md", "before"));

        Assert.False(site.Preview(Paths(_folder.Write("a.md", "after"), _folder.Write("b.md", "b"))));

        Assert.Contains("<p>after</p>", Page(site, "a/"), StringComparison.Ordinal);
        Assert.Equal(404, ServedPage.Of("b/", site.Pages).Status);
        site.Rebuild();
        Assert.Equal(200, ServedPage.Of("b/", site.Pages).Status);
    }

    [Theory]
    [InlineData("a.md", "---\npublish: false\n---\n")]
    [InlineData("transformers.yml", "title: Another")]
    [InlineData("b.md", "b")]
    public void What_a_page_alone_does_not_show_is_left_to_the_reading_of_the_vault(string path, string text) =>
        Assert.False(Open(("a.md", "a")).Preview(Paths(_folder.Write(path, text))));

    [Fact]
    public void A_note_that_is_gone_is_left_to_the_reading_of_the_vault()
    {
        var site = Open(("a.md", "a"), ("b.md", "b"));
        File.Delete(Path.Combine(_folder.Path, "a.md"));

        Assert.False(site.Preview(Paths(Path.Combine(_folder.Path, "a.md"))));
    }

    [Fact]
    public void What_is_searched_is_what_was_read_last()
    {
        var site = Open(("a.md", "before"));
        var index = Page(site, "search/data/+index.js");
        _folder.Write("a.md", "afterwards");

        site.Rebuild();

        Assert.NotEqual(index, Page(site, "search/data/+index.js"));
        Assert.Contains("afterwards", Page(site, "search/data/+d0.js"), StringComparison.Ordinal);
    }

    private LiveSite Open(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files) _folder.Write(path, text);
        return LiveSite.Open(Opening.Of(_folder.Path));
    }

    private static HashSet<string> Paths(params string[] paths) => [.. paths];

    private static string Page(LiveSite site, string path) => System.Text.Encoding.UTF8.GetString(ServedPage.Of(path, site.Pages).Content);
}
