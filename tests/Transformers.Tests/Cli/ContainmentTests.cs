using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

/// <summary>Whatever a vault holds, nothing outside it is opened, and nothing outside the output is written.</summary>
public sealed partial class ContainmentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ContainmentTests()
    {
        _folder.Write("outside/secret.md", "canary ^x");
        _folder.Write("outside/secret.png", "canary");
        _folder.Write("a/vault/.hidden/secret.md", "canary");
        _folder.Write("a/vault/.secret", "canary");
    }

    /// <summary>Ways to write a place that is not in the vault; <c>{outside}</c> is the folder of the canaries.</summary>
    public static IEnumerable<string> Places =>
    [
        "../../outside/secret.md", "../../outside/secret.png", "x/../../../outside/secret.md", "./../../outside/secret.png", "/../../outside/secret.md", "/../outside/secret.png",
        "{outside}/secret.md", "{outside}/secret.png", "file://{outside}/secret.md", "FILE:///{outside}/secret.png", "file:{outside}/secret.md", "file:../../outside/secret.md",
        "//server/share/secret.md", @"\\server\share\secret.png", @"\\?\C:\secret.md", "C:/secret.md", @"c:\secret.png", "C:secret.md", @"..\..\outside\secret.md",
        "%2e%2e/%2e%2e/outside/secret.md", "..%2f..%2foutside%2fsecret.png", "%2Fetc/passwd", "../../../../../../../../etc/passwd", "/etc/passwd", "~/secret.md", ".hidden/secret.md", ".secret", "../VAULT/.secret",
        "..", "../..", "/", ".", "/..", "../../outside", "\0/secret.md",
    ];

    [Fact]
    public async Task No_link_opens_what_is_not_in_the_vault_whatever_it_says()
    {
        WriteLinks();

        var (exit, _, error) = await CommandLine.Run("build", Path("a/vault"), "-o", Path("a/site"), "-v", "detailed");

        Assert.Equal(1, exit);
        Assert.Contains("error KB014: '../../outside/secret.md' leads out of the vault", error, StringComparison.Ordinal);
        AssertNoCanary();
    }

    [Theory]
    [InlineData("out.md", "../../outside/secret.md", "leads out of the vault")]
    [InlineData("out.png", "{outside}/secret.png", "leads out of the vault")]
    [InlineData("folder", "../../outside", "leads out of the vault")]
    [InlineData("up", "..", "leads out of the vault")]
    [InlineData("out.md", "folder/secret.md", "leads out of the vault", "folder", "../../outside")]
    [InlineData("out.md", "two.md", "leads out of the vault", "two.md", "three.md", "three.md", "../../outside/secret.md")]
    [InlineData("loop.md", "loop.md", "leads in a circle")]
    [InlineData("loop.md", "pool.md", "leads in a circle", "pool.md", "loop.md")]
    [InlineData("loop", "loop/loop", "leads in a circle")]
    [InlineData("gone.md", "nowhere.md", "leads to nothing")]
    [InlineData("hidden.md", ".hidden/secret.md", "leads to a hidden file")]
    [InlineData("hidden.png", ".secret", "leads to a hidden file")]
    public async Task A_symbolic_link_is_not_followed_out_of_the_vault_however_it_gets_there(string link, string target, string why, params string[] others)
    {
        _folder.Write("a/vault/a.md", "# A\n\n![[out]] ![[out.md]] ![[out.png]] ![[hidden.md]] ![[hidden.png]] ![[loop]] ![[folder/secret]]\n");
        for (var i = 0; i < others.Length; i += 2) Link(others[i], others[i + 1]);
        Link(link, target);

        var (exit, _, error) = await CommandLine.Run("build", Path("a/vault"), "-o", Path("a/site"));

        Assert.Equal(1, exit);
        Assert.Contains($"{link}:1:1: error KB014: The symbolic link {why}; it is not followed.", error, StringComparison.Ordinal);
        AssertNoCanary();
    }

    [Fact]
    public async Task A_symbolic_link_to_a_file_of_the_vault_is_that_file_and_one_to_a_folder_makes_no_second_one()
    {
        _folder.Write("real/vault/sub/b.md", "# B");
        Directory.CreateSymbolicLink(Path("linked"), Path("real"));
        File.CreateSymbolicLink(Path("real/vault/relative.md"), "sub/b.md");
        File.CreateSymbolicLink(Path("real/vault/absolute.md"), Path("linked/vault/sub/b.md"));
        Directory.CreateSymbolicLink(Path("real/vault/again"), "sub");
        Directory.CreateSymbolicLink(Path("real/vault/sub/around"), "..");

        var (exit, _, error) = await CommandLine.Run("build", Path("linked/vault"), "-o", Path("site"));

        Assert.Equal((0, ""), (exit, error));
        Assert.All(new[] { "relative", "absolute", "sub/b" }, page => Assert.True(File.Exists(Path($"site/{page}/index.html")), page));
        Assert.False(Directory.Exists(Path("site/again")) || Directory.Exists(Path("site/sub/around")));
    }

    [Fact]
    public async Task The_system_is_asked_for_no_file_outside_the_vault_and_for_no_writing_outside_the_output()
    {
        Assert.SkipUnless(Tool.IsInstalled("strace"), "strace is not installed (apt-get install strace).");
        WriteLinks();
        Link("out.md", "../../outside/secret.md");
        Link("folder", "../../outside");
        Link("around.md", "folder/secret.md");
        _folder.Write("a/site/foreign.txt", "mine");
        await Build();
        File.Delete(Path("a/vault/b.md"));
        var calls = await Build();

        // Where a link leads and what is there may be asked, and no more.
        string[] notToBeOpened = [Path("outside"), "/a/vault/.hidden/", "/a/vault/.secret"];
        Assert.DoesNotContain(calls, call => notToBeOpened.Any(path => call.Contains(path, StringComparison.Ordinal)) && !Asking().IsMatch(call));
        var changing = calls.Where(call => Changing().IsMatch(call) && call.Contains(_folder.Path, StringComparison.Ordinal)).ToArray();
        Assert.Contains(changing, call => call.Contains("unlink", StringComparison.Ordinal) && call.Contains("/a/site/b/index.html", StringComparison.Ordinal));
        Assert.All(changing, call => Assert.All(Paths().Matches(call).Where(path => path.Value.Contains(_folder.Path, StringComparison.Ordinal)), path => Assert.Matches($"^\"{Regex.Escape(Path("a"))}/(site|\\.transformers-cache)(/|\"|$)", path.Value)));
        Assert.Equal("mine", File.ReadAllText(Path("a/site/foreign.txt")));
    }

    [Theory]
    [InlineData("a/vault")]
    [InlineData("a/vault/site")]
    [InlineData("a/vault/../vault/deep/er")]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData("a/../..")]
    [InlineData("to-vault/site")]
    [InlineData("to-above")]
    public async Task An_output_in_the_vault_or_around_it_is_refused_however_it_is_called(string output)
    {
        _folder.Write("a/vault/a.md", "");
        Directory.CreateSymbolicLink(Path("to-vault"), Path("a/vault"));
        Directory.CreateSymbolicLink(Path("to-above"), Path("a"));
        var before = FolderContent.Of(Path("a"));

        var (exit, _, error) = await CommandLine.Run("build", Path("a/vault"), "-o", Path(output));

        Assert.Equal(2, exit);
        Assert.Matches("is, or lies in, the vault|holds the vault", error);
        Assert.Equal(before, FolderContent.Of(Path("a")));
    }

    [Fact]
    public async Task A_staging_folder_that_is_a_symbolic_link_loses_nothing_that_it_leads_to()
    {
        _folder.Write("a/vault/a.md", "");
        Directory.CreateDirectory(Path("a/site"));
        Directory.CreateSymbolicLink(Path("a/site/.transformers-new"), Path("outside"));

        var (exit, _, error) = await CommandLine.Run("build", Path("a/vault"), "-o", Path("a/site"));

        Assert.Equal(3, exit);
        Assert.Contains("is a symbolic link", error, StringComparison.Ordinal);
        Assert.Equal(["secret.md", "secret.png"], FolderContent.Of(Path("outside")).Keys);
    }

    public void Dispose() => _folder.Dispose();

    private string Path(string path) => System.IO.Path.GetFullPath(System.IO.Path.Combine(_folder.Path, path));

    private void Link(string path, string target) => File.CreateSymbolicLink(System.IO.Path.Combine(_folder.Path, "a/vault", path), target.Replace("{outside}", Path("outside"), StringComparison.Ordinal));

    private void WriteLinks()
    {
        var note = new StringBuilder();
        var number = 0;
        foreach (var place in Places.Select(place => place.Replace("{outside}", Path("outside"), StringComparison.Ordinal)))
        {
            note.Append(CultureInfo.InvariantCulture, $"![[{place}]] [[{place}]] ![[{place}#^x]] ![[{place}|canvas]] [x]({place}) ![x](<{place}>) <img src=\"{place}\"> <a href=\"{place}\">x</a> <video src=\"{place}\"></video>\n\n");
            _folder.Write($"a/vault/drawings/{number}.canvas", $$"""{"nodes":[{"id":"a","type":"file","file":{{System.Text.Json.JsonSerializer.Serialize(place)}},"x":0,"y":0,"width":100,"height":50},{"id":"b","type":"link","url":{{System.Text.Json.JsonSerializer.Serialize(place)}},"x":0,"y":90,"width":100,"height":50}]}""");
            _folder.Write($"a/vault/properties/{number++}.md", $"---\ncover: {System.Text.Json.JsonSerializer.Serialize($"[[{place}]]")}\npermalink: {System.Text.Json.JsonSerializer.Serialize(place)}\naliases: [{System.Text.Json.JsonSerializer.Serialize(place)}]\n---\n");
        }

        _folder.Write("a/vault/a.md", note.ToString());
        _folder.Write("a/vault/b.md", "# B");
    }

    private void AssertNoCanary()
    {
        var site = new DirectoryInfo(Path("a/site"));
        Assert.NotEmpty(site.EnumerateFiles("index.html"));
        Assert.DoesNotContain(site.EnumerateFiles("*", SearchOption.AllDirectories), file => File.ReadAllText(file.FullName).Contains("canary", StringComparison.Ordinal));
        Assert.DoesNotContain(_folder.Directory.EnumerateFileSystemInfos(), item => item.Name is not ("a" or "outside"));
    }

    /// <summary>Builds in a process of its own.</summary>
    /// <returns>What it and its children asked the system about files, a line a call.</returns>
    private async Task<string[]> Build()
    {
        var log = System.IO.Path.Combine(_folder.Path, "calls");
        var start = new ProcessStartInfo("strace", ["-f", "-qq", "--seccomp-bpf", "-s", "4096", "-e", "trace=%file", "-o", log, "dotnet", typeof(Transformers.Cli.App).Assembly.Location, "build", Path("a/vault"), "-o", Path("a/site"), "-v", "quiet"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path("a");
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 1, error);
        var calls = await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
        File.Delete(log);
        Assert.Contains(calls, call => call.Contains("/a/vault/a.md", StringComparison.Ordinal));
        return calls;
    }

    [GeneratedRegex(@"^\d+\s+(readlink|lstat|stat|newfstatat|statx|access|faccessat2?)\(")]
    private static partial Regex Asking();

    [GeneratedRegex(@"^\d+\s+(creat|mkdir|mkdirat|rmdir|unlink|unlinkat|rename|renameat2?|link|linkat|symlink|symlinkat|truncate|chmod|fchmodat|chown|utimensat|open(at2?)?\(.*(O_WRONLY|O_RDWR|O_CREAT))")]
    private static partial Regex Changing();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Paths();
}
