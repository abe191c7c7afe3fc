using Transformers.Locks;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Locks;

/// <summary>Folders that were renamed or moved, and the attachments in them.</summary>
public sealed class MovedFolderTests
{
    [Fact]
    public void A_folder_that_was_renamed_keeps_redirects_for_itself_and_for_all_below_it()
    {
        (string Path, string Text)[] before = [("index.md", ""), ("Old/a.md", ""), ("Old/deep/index.md", ""), ("Old/deep/b.md", ""), ("Other/c.md", ""), ("Other/index.md", "")];
        var site = After(before, [.. before.Select(note => (note.Path.Replace("Old/", "New name/", StringComparison.Ordinal).Replace("Other/", "Else/", StringComparison.Ordinal), note.Text))]);

        Assert.Equal(
            ["../new-name/", "../../new-name/a/", "../../new-name/deep/", "../../../new-name/deep/b/", "../else/", "../../else/c/"],
            new[] { "old/", "old/a/", "old/deep/", "old/deep/b/", "other/", "other/c/" }.Select(page => RedirectOf(site, page)));
        Assert.DoesNotContain(site.Messages, message => message.Contains("KB030", StringComparison.Ordinal));
        Assert.Empty(Crawl.Problems(site));
    }

    [Theory]
    [InlineData("Old/a.md", "Old/b.md", "", "", "../")]
    [InlineData("Old/a.md", "Old/b.md", "Above/Old/", "Above/Old/", "../above/old/")]
    [InlineData("Old/deep/a.md", "Old/deep/b.md", "deep/", "deep/", "../")]
    public void It_is_found_wherever_it_was_moved_to(string first, string second, string firstTo, string secondTo, string href)
    {
        var site = After([("index.md", ""), (first, ""), (second, "")], [("index.md", ""), (firstTo + "a.md", ""), (secondTo + "b.md", "")]);

        Assert.Equal(href, RedirectOf(site, "old/"));
    }

    [Fact]
    public void A_folder_whose_notes_went_to_different_folders_is_gone()
    {
        var site = After([("index.md", ""), ("Old/a.md", ""), ("Old/b.md", "")], [("index.md", ""), ("One/a.md", ""), ("Two/b.md", "")]);

        Assert.Contains(site.Messages, message => message.Contains("KB030: The page '/old/' is gone", StringComparison.Ordinal));
        Assert.Equal("../../one/a/", RedirectOf(site, "old/a/"));
    }

    [Fact]
    public void A_note_that_shares_its_name_with_other_new_notes_is_found_by_where_its_folder_went()
    {
        var site = After(
            [("index.md", ""), ("One/Reading.md", "1"), ("One/a.md", ""), ("Two/Reading.md", "2"), ("Two/b.md", "")],
            [("index.md", ""), ("First/Reading.md", "1"), ("First/a.md", ""), ("Second/Reading.md", "2"), ("Second/b.md", "")]);

        Assert.Equal(["../../first/reading/", "../../second/reading/"], new[] { "one/reading/", "two/reading/" }.Select(page => RedirectOf(site, page)));
    }

    [Fact]
    public void An_attachment_that_was_moved_stands_at_its_old_place_too_until_it_is_gone()
    {
        (string, string)[] moved = [("a.md", "![[plot.png]]"), ("img/plot.png", "a picture")];
        var locked = Lock(("a.md", "![[plot.png]]"), ("plot.png", "a picture"));

        var site = TestSite.Of([.. moved, (AddressLock.FileName, locked)]);
        Assert.Equal("a picture", site.Text("plot.png"));
        Assert.Contains("transformers.lock:2:1: info KB031: '/plot.png' is now '/img/plot.png'; a copy is kept. 'build --accept' remembers that.", site.Messages);

        var accepted = Lock([.. moved, (AddressLock.FileName, locked)]);
        Assert.Contains("moved /plot.png /img/plot.png", accepted, StringComparison.Ordinal);
        Assert.Equal("a picture", TestSite.Of([.. moved, (AddressLock.FileName, accepted)]).Text("plot.png"));

        var gone = TestSite.Of(("a.md", ""), ("img/plot.png", "a picture"), (AddressLock.FileName, accepted));
        Assert.DoesNotContain(gone.Files.Keys, file => file.EndsWith("plot.png", StringComparison.Ordinal));
        Assert.Contains(gone.Messages, message => message.Contains("KB030: What '/plot.png' leads to is gone", StringComparison.Ordinal));
    }

    [Fact]
    public void Attachments_with_one_name_are_told_apart_by_where_their_folders_went()
    {
        var site = After(
            [("a.md", "![[one/plot.png]] ![[one/x.png]]"), ("b.md", "![[two/plot.png]] ![[two/y.png]]"), ("one/plot.png", "1"), ("one/x.png", ""), ("two/plot.png", "2"), ("two/y.png", "")],
            [("a.md", "![[first/plot.png]] ![[first/x.png]]"), ("b.md", "![[second/plot.png]] ![[second/y.png]]"), ("first/plot.png", "1"), ("first/x.png", ""), ("second/plot.png", "2"), ("second/y.png", "")]);

        Assert.Equal(["1", "2"], new[] { "one/plot.png", "two/plot.png" }.Select(site.Text));
    }

    [Fact]
    public void What_stands_now_where_an_attachment_stood_keeps_its_place()
    {
        var site = After([("a.md", "![[x.png]]"), ("x.png", "old")], [("a.md", "![[img/x.png]]"), ("x.png/b.md", ""), ("img/x.png", "old")]);

        Assert.Contains("x.png/b/index.html", site.Files.Keys);
        Assert.Contains(site.Messages, message => message.Contains("KB030: The file '/x.png' is gone", StringComparison.Ordinal));
    }

    [Fact]
    public void An_attachment_that_only_private_notes_use_now_is_nowhere()
    {
        var site = After([("a.md", "![[x.png]]"), ("x.png", "")], [("a.md", ""), ("secret.md", "---\npublish: false\n---\n![[img/x.png]]"), ("img/x.png", "")]);

        Assert.DoesNotContain(site.Files.Keys, file => file.EndsWith("x.png", StringComparison.Ordinal));
    }

    private static TestSite After((string, string)[] before, (string, string)[] now) => TestSite.Of([.. now, (AddressLock.FileName, Lock(before))]);

    private static string Lock(params (string, string)[] files)
    {
        var vault = Vault.Of(files);
        return SiteBuilder.Accept(SiteBuilder.Read(vault, Configuration.Default).Value, vault).ToString();
    }

    private static string? RedirectOf(TestSite site, string page) => site.Page(page).QuerySelector("body.redirect main a")?.GetAttribute("href");
}
