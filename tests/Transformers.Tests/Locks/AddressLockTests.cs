using Transformers.Locks;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Locks;

public sealed class AddressLockTests
{
    private const string Paper = "- #PAPER [One work here (Doe 2020)](https://arxiv.org/abs/2001.00001)";

    [Fact]
    public void It_remembers_addresses_ids_and_citation_keys_a_line_each_in_order()
    {
        var locked = Lock(
            ("index.md", "# Home"), ("AI/Deep learning.md", $"---\naliases: [DL]\n---\n# Heading\n\n{Paper} ^one\n- #BOOK Book\n\ntext ^b ![[plot.png]]\n\n![[plot.png]]"), ("plot.png", ""),
            ("secret.md", "---\npublish: false\n---\ntext ^s"));

        Assert.Equal(
            """
            # What is published, so that no link to it dies unseen. 'transformers build --accept' writes this file; keep it with the notes.
            entry /ai/deep-learning/#^one arxiv:2001.00001 url:arxiv.org/abs/2001.00001
            entry /ai/deep-learning/#book
            file /plot.png plot.png
            page / index.md
            page /ai/ AI/
            page /ai/deep-learning/ AI/Deep learning.md
            page /dl/ AI/Deep learning.md
            work /works/book/
            work /works/doe2020oneworkhere/ arxiv:2001.00001 url:arxiv.org/abs/2001.00001

            """, locked);
    }

    [Fact]
    public void A_site_that_publishes_what_the_lock_remembers_has_nothing_to_report()
    {
        var folder = VaultFolder.Open(new(Repository.Folder("tests", "KitchenSink"))).Value;
        var text = SiteBuilder.Accept(SiteBuilder.Read(folder, TestSite.ConfigurationOf(folder)).Value, folder).ToString();
        var path = SourcePath.Parse(AddressLock.FileName);

        var vault = new Vault([.. folder.Files, path], file => file == path ? System.Text.Encoding.UTF8.GetBytes(text) : folder.Read(file));
        var site = SiteBuilder.Read(vault, TestSite.ConfigurationOf(vault));

        Assert.DoesNotContain(site.Diagnostics, found => found.Path == path);
        Assert.Equal(0, site.Value.Kept.NewCount);
        Assert.Equal(text, SiteBuilder.Accept(site.Value, vault).ToString());
    }

    [Theory]
    [InlineData("a.md", "b.md", "---\naliases: [a]\n---\n", "a/")]
    [InlineData("Deep/Old name.md", "Deep/New.md", "---\naliases: [old name]\n---\n", "deep/old-name/")]
    [InlineData("Deep/Old.md", "Other/New.md", "---\nalias: Deep/Old\n---\n", "deep/old/")]
    [InlineData("Deep/Old.md", "Other/Old.md", "", "deep/old/")]
    [InlineData("a.md", "a.md", "---\npermalink: b\n---\n", "a/")]
    public void A_page_that_moved_keeps_a_redirect(string before, string after, string frontMatter, string address)
    {
        var locked = Lock((before, "text ^x"), ("other.md", ""));

        var site = TestSite.Of((after, frontMatter + "text ^x"), ("other.md", ""), (AddressLock.FileName, locked));

        var redirect = site.Page(address).QuerySelector("main a")!.GetAttribute("href")!;
        Assert.Contains(new Uri(new Uri("https://x.org/" + address), redirect).AbsolutePath[1..] + "index.html", site.Files.Keys);
        Assert.DoesNotContain(site.Messages, message => message.Contains("KB030", StringComparison.Ordinal) && !message.Contains("'/deep/'", StringComparison.Ordinal));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void What_has_moved_is_reported_at_its_line_until_it_is_accepted()
    {
        var locked = Lock(("Deep/a.md", "text"), ("Deep/c.md", ""));
        (string, string)[] vault = [("Deep/b.md", "---\naliases: [a]\n---\ntext"), ("Deep/c.md", "")];

        var site = TestSite.Of([.. vault, (AddressLock.FileName, locked)]);
        Assert.Equal(["transformers.lock:4:1: info KB031: '/deep/a/' is now '/deep/b/'; a redirect is kept. 'build --accept' remembers that."], MessagesOf(site));

        var accepted = TestSite.Of([.. vault, (AddressLock.FileName, Accept([.. vault, (AddressLock.FileName, locked)]))]);
        Assert.Empty(MessagesOf(accepted));
        Assert.Equal(site.Text("deep/a/index.html"), accepted.Text("deep/a/index.html"));
    }

    [Fact]
    public void What_was_moved_and_accepted_is_found_when_it_moves_on()
    {
        var first = Lock(("a.md", $"{Paper} ^one"), ("home.md", ""));
        var second = Accept(("b.md", $"---\naliases: [a]\n---\n{Paper} ^one"), ("home.md", ""), (AddressLock.FileName, first));
        (string, string)[] third = [("x/c.md", "---\naliases: [b]\n---\n"), ("d.md", $"{Paper} ^one"), ("home.md", "")];

        var site = TestSite.Of([.. third, (AddressLock.FileName, second)]);
        var settled = TestSite.Of([.. third, (AddressLock.FileName, Accept([.. third, (AddressLock.FileName, second)]))]);

        Assert.Empty(MessagesOf(settled));
        Assert.All(new[] { site, settled }, now =>
        {
            Assert.Equal(["../x/c/", "../x/c/"], new[] { "a/", "b/" }.Select(page => now.Page(page).QuerySelector("main a")!.GetAttribute("href")));
            Assert.Equal("../../d/#^one", now.Page("x/c/").QuerySelector("[id='^one'] a")!.GetAttribute("href"));
            Assert.Empty(Crawl.Problems(now));
        });
    }

    [Theory]
    [InlineData("- #PAPER [Renamed by its author (Doe 2020)](https://arxiv.org/pdf/2001.00001v3)", "renamed-by-its-author")]
    [InlineData("- #PAPER [Another (Doe 2020)](https://arxiv.org/abs/2001.00001) ^two", "^two")]
    public void An_entry_that_moved_is_found_by_its_identity_and_its_old_place_leads_there(string entry, string anchor)
    {
        var locked = Lock(("a.md", $"{Paper} ^one\n\nIn `a`."), ("b.md", "# B"));

        var site = TestSite.Of(("a.md", "In `a`."), ("b.md", $"# B\n\n{entry}"), (AddressLock.FileName, locked));

        Assert.Equal($"../b/#{anchor}", site.Page("a/").QuerySelector(".moved li[id='^one'] a")!.GetAttribute("href"));
        Assert.Contains($"transformers.lock:2:1: info KB031: '/a/#^one' is now '/b/#{anchor}'; its old place leads there. 'build --accept' remembers that.", site.Messages);
        Assert.DoesNotContain(site.Messages, message => message.Contains("KB030", StringComparison.Ordinal));
        Assert.Empty(Crawl.Problems(site));
    }

    [Fact]
    public void An_entry_whose_title_was_mended_keeps_its_old_id_on_its_page()
    {
        var locked = Lock(("a.md", Paper));

        var site = TestSite.Of(("a.md", Paper.Replace("One work here", "One work here, mended", StringComparison.Ordinal)), (AddressLock.FileName, locked));

        Assert.Equal("#one-work-here-mended", site.Page("a/").QuerySelector("[id='one-work-here'] a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_citation_key_that_changed_keeps_its_page()
    {
        var locked = Lock(("a.md", Paper));

        var site = TestSite.Of(("a.md", Paper.Replace("2020", "2021", StringComparison.Ordinal)), (AddressLock.FileName, locked));

        Assert.Equal("../doe2021oneworkhere/", site.Page("works/doe2020oneworkhere/").QuerySelector("main a")!.GetAttribute("href"));
        Assert.Contains("transformers.lock:5:1: info KB031: The citation key 'doe2020oneworkhere' is now 'doe2021oneworkhere'; a redirect is kept. 'build --accept' remembers that.", site.Messages);
    }

    [Fact]
    public void A_block_is_found_by_its_id_where_only_one_new_block_has_it()
    {
        var locked = Lock(("a.md", "text ^x\n\ntext ^y\n\ntext ^z"), ("b.md", "text ^y"), ("c.md", ""));

        var site = TestSite.Of(("a.md", ""), ("b.md", "text ^y\n\nmore ^x\n\nmore ^z"), ("c.md", "text ^z"), (AddressLock.FileName, locked));

        Assert.Equal("../b/#^x", site.Page("a/").QuerySelector("[id='^x'] a")!.GetAttribute("href"));
        Assert.Equal(
            [
                "transformers.lock:2:1: info KB031: '/a/#^x' is now '/b/#^x'; its old place leads there. 'build --accept' remembers that.",
                "transformers.lock:3:1: warning KB030: '/a/#^y' is gone, and links to it lead nowhere. Give '^y' back to its block, or accept the loss with 'build --accept'.",
                "transformers.lock:4:1: warning KB030: '/a/#^z' is gone, and links to it lead nowhere. Give '^z' back to its block, or accept the loss with 'build --accept'.",
            ], MessagesOf(site));
    }

    [Fact]
    public void A_page_that_is_gone_is_reported_once_whatever_was_on_it_with_the_note_that_lists_the_same()
    {
        var locked = Lock(("Old.md", $"{Paper} ^one\n- #BOOK [Two](https://two.org) ^two\n\ntext ^b"), ("other.md", ""));

        var site = TestSite.Of(("New.md", $"{Paper} ^one\n- #BOOK [Two](https://two.org) ^two"), ("other.md", ""), (AddressLock.FileName, locked));

        Assert.Equal(["transformers.lock:6:1: warning KB030: The page '/old/' is gone, and links to it lead nowhere. 'New.md' lists what it listed: give that note the alias 'Old', or accept the loss with 'build --accept'."], MessagesOf(site));
    }

    [Fact]
    public void A_file_that_is_gone_is_reported()
    {
        var locked = Lock(("a.md", "![[plot.png]]"), ("plot.png", ""));

        Assert.Equal(["transformers.lock:2:1: warning KB030: The file '/plot.png' is gone, and links to it lead nowhere. Put it back, or accept the loss with 'build --accept'."], MessagesOf(TestSite.Of(("a.md", ""), (AddressLock.FileName, locked))));
    }

    [Fact]
    public void What_is_accepted_as_gone_is_forgotten() =>
        Assert.DoesNotContain("/a/", Accept(("b.md", ""), (AddressLock.FileName, Lock(("a.md", "text ^x"), ("b.md", "")))), StringComparison.Ordinal);

    [Theory]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("page ai/ AI/")]
    [InlineData("page /../up/ a.md")]
    [InlineData("moved /a/../../etc/ /b/")]
    [InlineData("page //etc/passwd/ a.md")]
    [InlineData("page /C:/x/ a.md")]
    [InlineData(@"page /..\x/ a.md")]
    [InlineData("something /a/ b")]
    [InlineData("page")]
    public void A_line_that_can_not_be_read_is_reported_and_leads_nowhere(string line)
    {
        var site = TestSite.Of(("a.md", ""), (AddressLock.FileName, $"# lock\r\n{line}\r\n"));

        Assert.Equal(["transformers.lock:2:1: error KB032: This line of the lock can't be read; remove it, or write the file anew with 'build --accept'."], MessagesOf(site));
        Assert.All(site.Files.Keys, file => Assert.True(SourcePath.TryParse(file, out _), file));
    }

    [Fact]
    public void The_lock_is_no_attachment() =>
        Assert.DoesNotContain(AddressLock.FileName, TestSite.Of(new Configuration { PublishesAllAttachments = true }, ("a.md", "[[transformers.lock]]"), (AddressLock.FileName, "")).Files.Keys);

    [Fact]
    public void A_vault_without_a_lock_remembers_nothing() =>
        Assert.Equal(0, SiteBuilder.Read(Vault.Of(("a.md", "text ^x")), Configuration.Default).Value.Kept.NewCount);

    [Fact]
    public void Redirects_are_no_pages_to_be_found()
    {
        var site = TestSite.Of(new Configuration { BaseUrl = new("https://example.org/") }, ("b/a.md", ""), (AddressLock.FileName, Lock(("a.md", ""))));

        Assert.Contains("noindex", site.Text("a/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("https://example.org/a/", site.Text("sitemap.xml"), StringComparison.Ordinal);
    }

    private static string Lock(params ReadOnlySpan<(string Path, string Text)> files) => Accept(files);

    private static string Accept(params ReadOnlySpan<(string Path, string Text)> files)
    {
        var vault = Vault.Of(files.ToArray());
        return SiteBuilder.Accept(SiteBuilder.Read(vault, Configuration.Default).Value, vault).ToString();
    }

    private static IEnumerable<string> MessagesOf(TestSite site) => site.Messages.Where(message => message.StartsWith(AddressLock.FileName, StringComparison.Ordinal));
}
