using System.ComponentModel;
using System.Diagnostics;
using System.Xml.Linq;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering;

public sealed class NewPagesTests : IDisposable
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void An_entry_keeps_the_day_on_which_it_was_first_written_wherever_it_is_moved()
    {
        Git("init", "--quiet");
        Commit("2024-03-01T12:00:00Z", ("a.md", "- #PAPER [One (Doe 2020)](https://arxiv.org/abs/2001.00001)\n- #CODE [Old](https://github.com/x/old)\n"));
        Commit("2024-05-02T12:00:00Z", ("a.md", "# A\n"), ("deep/b.md", "# B\n\n- #COURSE [Two](https://two.org)\n\t- #PAPER [One, renamed (Doe 2020)](https://arxiv.org/pdf/2001.00001v2)\n"));

        var page = Site().Page("new/");

        Assert.Equal(["2024-05-02", "2024-03-01"], page.QuerySelectorAll("time").Select(day => day.TextContent));
        Assert.Equal(["Two", "One, renamed"], page.QuerySelectorAll(".recent li > a").Select(a => a.TextContent));
        Assert.Equal("../deep/b/#two", page.QuerySelector(".recent li > a")!.GetAttribute("href"));
    }

    [Fact]
    public void There_is_a_feed_of_all_entries_and_one_of_each_kind_where_the_address_is_known()
    {
        Git("init", "--quiet");
        Commit("2024-03-01T12:00:00Z", ("a.md", "- #PAPER [A & \\<b\\> (Doe 2020)](https://a.org) - what it is ^x\n- #CODE [C](https://c.org)\n"));

        var site = Site(new() { BaseUrl = new("https://example.org/notes/") });

        var feed = XDocument.Parse(site.Text("feed.xml")).Root!;
        Assert.Equal(["A & <b>", "C"], feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value));
        Assert.Equal("https://example.org/notes/a/#%5Ex", feed.Element(Atom + "entry")!.Element(Atom + "id")!.Value);
        Assert.Equal("2024-03-01T12:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal("C", Assert.Single(XDocument.Parse(site.Text("catalog/code/feed.xml")).Root!.Elements(Atom + "entry")).Element(Atom + "title")!.Value);
    }

    [Fact]
    public void What_stands_in_a_private_note_says_nothing_about_when_an_entry_came()
    {
        Git("init", "--quiet");
        Commit("2024-03-01T12:00:00Z", ("secret.md", "---\ndraft: true\n---\n- #PAPER [One](https://one.org)\n"));
        Commit("2024-05-02T12:00:00Z", ("a.md", "- #PAPER [One](https://one.org)\n"));

        Assert.Equal(["2024-05-02"], Site().Page("new/").QuerySelectorAll("time").Select(day => day.TextContent));
    }

    [Fact]
    public void What_stands_in_ignored_and_in_dot_folders_says_as_little()
    {
        Git("init", "--quiet");
        Commit("2024-03-01T12:00:00Z", (".trash/a.md", "- #PAPER [One](https://one.org)\n"));
        Commit("2024-04-01T12:00:00Z", ("ignored/a.md", "- #PAPER [One](https://one.org)\n"));
        Commit("2024-05-02T12:00:00Z", ("a.md", "- #PAPER [One](https://one.org)\n"));

        Assert.Equal(["2024-05-02"], Site(new() { Ignore = ["ignored"] }).Page("new/").QuerySelectorAll("time").Select(day => day.TextContent));
    }

    [Fact]
    public void Without_the_whole_history_there_are_no_dates_and_it_is_said_why()
    {
        _folder.Write("notes/a.md", "- #PAPER [One](https://one.org)\n");

        var vault = VaultFolder.Open(new(Path.Combine(_folder.Path, "notes"))).Value;

        Assert.Equal("the vault is in no git repository", vault.History.Unknown);
        Assert.DoesNotContain("new/index.html", TestSite.Of(vault).Files.Keys);
    }

    [Fact]
    public void A_part_of_the_history_is_not_enough()
    {
        Git("init", "--quiet");
        Commit("2024-03-01T12:00:00Z", ("a.md", "one\n"));
        Commit("2024-05-02T12:00:00Z", ("a.md", "two\n"));
        Git("clone", "--quiet", "--depth", "1", "file://" + _folder.Path, "shallow");

        Assert.StartsWith("the git history is not whole", VaultFolder.Open(new(Path.Combine(_folder.Path, "shallow"))).Value.History.Unknown, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private TestSite Site(Configuration? configuration = null) => TestSite.Of(VaultFolder.Open(_folder.Directory).Value, configuration);

    private void Commit(string date, params ReadOnlySpan<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files) _folder.Write(path, text);
        Git("add", "--all");
        Git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "x", "--date", date);
    }

    private void Git(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder.Path, UseShellExecute = false })!;
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no program 'git'.");
        }
    }
}
