using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

/// <summary>What a browser sees of a vault that is being edited.</summary>
public sealed partial class ServeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_that_is_open_is_reloaded_when_its_note_is_saved()
    {
        await using var served = await ServedVault.Of(("notes/a.md", "before"), ("notes/b.md", "b"));
        using var events = await served.Open("/a/");

        served.Write("notes/a.md", "after");

        Assert.Equal("reload", (await ServedVault.Next(events)).Name);
        await served.Until("/a/", (_, text) => text.Contains("<p>after</p>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_is_reloaded_when_another_note_changes_what_it_shows_and_only_then()
    {
        await using var served = await ServedVault.Of(("notes/a.md", "![[b]]"), ("notes/b.md", "before"), ("notes/c.md", "c"));
        using var embedding = await served.Open("/a/");
        using var other = await served.Open("/c/");

        served.Write("notes/b.md", "after");
        await ServedVault.Next(embedding);
        served.Write("notes/c.md", "changed");

        // Had the first edit reloaded this page, two events would stand here.
        Assert.Equal("reload", (await ServedVault.Next(other)).Name);
        await served.Until("/a/", (_, text) => text.Contains("after", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_changed_between_the_loading_of_a_page_and_its_listening_is_not_missed()
    {
        await using var served = await ServedVault.Of(("notes/a.md", "a"));
        var response = await served.Client.GetAsync("/+live?page=/a/&version=older", HttpCompletionOption.ResponseHeadersRead, Token);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync(Token));

        Assert.Equal("reload", (await ServedVault.Next(events)).Name);
    }

    [Fact]
    public async Task Notes_that_are_renamed_deleted_replaced_and_moved_in_are_followed()
    {
        await using var served = await ServedVault.Of(("notes/a.md", "a"), ("notes/b.md", "b"), ("elsewhere/deep/er/d.md", "d"));

        File.Move(served.PathOf("notes/a.md"), served.PathOf("notes/c.md"));
        await served.Until("/c/", (status, _) => status == HttpStatusCode.OK);
        await served.Until("/a/", (status, _) => status == HttpStatusCode.NotFound);

        // As editors do that write a new file and rename it over the old one.
        served.Write("notes/.c.md.swp", "by renaming");
        File.Move(served.PathOf("notes/.c.md.swp"), served.PathOf("notes/c.md"), overwrite: true);
        await served.Until("/c/", (_, text) => text.Contains("by renaming", StringComparison.Ordinal));

        Directory.Move(served.PathOf("elsewhere"), served.PathOf("notes/moved"));
        await served.Until("/moved/deep/er/d/", (status, _) => status == HttpStatusCode.OK);

        File.Delete(served.PathOf("notes/b.md"));
        await served.Until("/b/", (status, _) => status == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_that_is_made_right_after_its_folder_is_seen()
    {
        await using var served = await ServedVault.Of(("notes/a.md", "a"));

        for (var i = 0; i < 20; i++) served.Write($"notes/fresh/{i}/deep/{i}.md", "new");

        for (var i = 0; i < 20; i++) await served.Until($"/fresh/{i}/deep/{i}/", (status, _) => status == HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("notes/transformers.yml", "titel: x", "There is no setting")]
    [InlineData("templates/note.html", "{{ if }}", "note.html")]
    [InlineData("templates/note.html", "{{ page.nothing }}", "note.html:1:")]
    public async Task What_stops_a_rebuild_is_shown_over_the_last_good_site_until_it_is_mended(string path, string text, string message)
    {
        await using var served = await ServedVault.Of(("notes/a.md", "good"));
        using var events = await served.Open("/a/");

        served.Write(path, text);

        var failure = await ServedVault.Next(events);
        Assert.Equal("failure", failure.Name);
        Assert.Contains(message, failure.Data, StringComparison.Ordinal);
        Assert.Contains("<p>good</p>", await served.Text("/a/"), StringComparison.Ordinal);
        File.Delete(served.PathOf(path));
        Assert.Equal(("failure", "\"\""), await ServedVault.Next(events));
    }

    [Fact]
    public async Task Folders_that_are_moved_out_of_the_vault_and_back_are_followed()
    {
        await using var served = await ServedVault.Of(("notes/a.md", "a"), ("notes/folder/deep/b.md", "b"), ("elsewhere/c.md", "c"));

        Directory.Move(served.PathOf("notes/folder"), served.PathOf("elsewhere/folder"));
        await served.Until("/folder/deep/b/", (status, _) => status == HttpStatusCode.NotFound);
        served.Write("elsewhere/folder/deep/b.md", "changed there");
        Directory.Move(served.PathOf("elsewhere/folder"), served.PathOf("notes/folder"));
        await served.Until("/folder/deep/b/", (_, text) => text.Contains("changed there", StringComparison.Ordinal));

        served.Write("notes/folder/deep/b.md", "changed here");
        await served.Until("/folder/deep/b/", (_, text) => text.Contains("changed here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vault_that_is_deleted_leaves_the_last_good_site_and_is_followed_again_when_it_is_restored()
    {
        await using var served = await ServedVault.Of(("notes/a.md", "before"));
        using var events = await served.Open("/a/");

        Directory.Delete(served.PathOf("notes"), recursive: true);
        Assert.Equal("failure", (await ServedVault.Next(events)).Name);
        Assert.Contains("<p>before</p>", await served.Text("/a/"), StringComparison.Ordinal);

        served.Write("notes/a.md", "restored");
        await served.Until("/a/", (_, text) => text.Contains("<p>restored</p>", StringComparison.Ordinal));
        served.Write("notes/a.md", "edited");
        await served.Until("/a/", (_, text) => text.Contains("<p>edited</p>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_burst_of_files_as_another_branch_brings_is_read_whole()
    {
        await using var served = await ServedVault.Of([.. Enumerable.Range(0, 500).Select(i => ($"notes/folder {i % 10}/{i}.md", "before"))]);

        for (var i = 0; i < 500; i++)
        {
            if (i % 5 == 0) File.Delete(served.PathOf($"notes/folder {i % 10}/{i}.md"));
            else served.Write($"notes/folder {i % 10}/{i}.md", "after");
        }

        await served.Until("/folder-9/499/", (_, text) => text.Contains("<p>after</p>", StringComparison.Ordinal));
        await served.Until("/folder-5/495/", (status, _) => status == HttpStatusCode.NotFound);
        for (var i = 0; i < 500; i += 7)
        {
            await served.Until($"/folder-{i % 10}/{i}/", (status, text) => i % 5 == 0 ? status == HttpStatusCode.NotFound : text.Contains("<p>after</p>", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_picture_that_changed_reloads_the_pages()
    {
        await using var served = await ServedVault.Of(("notes/a.md", "![[p.png]]"), ("notes/p.png", "one"));
        using var events = await served.Open("/a/");

        served.Write("notes/p.png", "another");

        Assert.Equal("reload", (await ServedVault.Next(events)).Name);
        Assert.Equal("another", await served.Text("/p.png"));
    }

    [Theory]
    [InlineData("/a", 301)]
    [InlineData("/a/index.html", 200)]
    [InlineData("/catalog.json", 200)]
    [InlineData("/nowhere/", 404)]
    [InlineData("/../../../../etc/passwd", 404)]
    [InlineData("/%2e%2e/%2e%2e/%2e%2e/etc/passwd", 404)]
    [InlineData("/..%2f..%2f..%2fetc%2fpasswd", 404)]
    [InlineData("//etc/passwd", 404)]
    [InlineData("/a/%00", 400)]
    [InlineData("/notes/a.md", 404)]
    [InlineData("/.transformers-manifest", 404)]
    public async Task Nothing_but_the_site_is_served(string path, int status)
    {
        await using var served = await ServedVault.Of(("notes/a.md", "a"));

        Assert.Equal(status, int.Parse((await Raw(served, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0", "405")]
    [InlineData("GET / HTTP/1.1\r\nHost: evil.example", "421")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1", "200")]
    [InlineData("GET", "400")]
    public async Task Odd_requests_are_answered_and_the_server_goes_on(string request, string status)
    {
        await using var served = await ServedVault.Of(("notes/a.md", "a"));

        Assert.StartsWith($"HTTP/1.1 {status} ", await Raw(served, request + "\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.Contains("<p>a</p>", await served.Text("/a/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_has_a_page_is_told_so_and_HEAD_tells_about_it()
    {
        await using var served = await ServedVault.Of(("notes/a.md", "a"));
        var page = await served.Client.GetAsync("/a/", Token);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/a/");
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        using var head = new HttpRequestMessage(HttpMethod.Head, "/a/");
        var told = await served.Client.SendAsync(head, Token);

        Assert.Equal(HttpStatusCode.NotModified, (await served.Client.SendAsync(again, Token)).StatusCode);
        Assert.Equal(page.Content.Headers.ContentLength, told.Content.Headers.ContentLength);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.True(page.Headers.CacheControl!.NoCache);
    }

    [Theory]
    [InlineData("--port", "70000", "is no port")]
    [InlineData("--port", "x", "")]
    [InlineData("--host", "example.org", "is no address of this machine")]
    [InlineData("--prot", "80", "is '--port' meant?")]
    [InlineData("--strict", "", "'serve' goes on until it is stopped")]
    public async Task What_can_not_be_meant_exits_with_two(string option, string value, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", "");

        var (exit, _, error) = await CommandLine.Run(["serve", folder.Path, option, .. value.Length > 0 ? [value] : Array.Empty<string>()]);

        Assert.Equal(2, exit);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error_that_says_what_to_do()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", "");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exit, _, error) = await CommandLine.Run("serve", folder.Path, "--port", $"{port}");

        Assert.Equal(2, exit);
        Assert.Equal($"transformers: Port {port} is taken; choose another with --port, or any free one with --port 0.\n", error);
    }

    [Fact]
    public async Task Below_a_path_of_its_host_the_page_of_what_is_not_found_leads_to_what_there_is()
    {
        await using var served = await ServedVault.Of(("notes/transformers.yml", "baseUrl: https://example.org/my%20notes/"), ("notes/folder/a.md", "a"));
        var page = await (await served.Client.GetAsync("/no/where/", Token)).Content.ReadAsStringAsync(Token);
        var links = Links().Matches(page).Select(link => link.Groups["path"].Value).Distinct().ToArray();

        Assert.Contains("/my%20notes/folder/", links);
        foreach (var link in links) Assert.Equal((HttpStatusCode.OK, link), ((await served.Client.GetAsync(link, Token)).StatusCode, link));
    }

    private static async Task<string> Raw(ServedVault served, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, served.Client.BaseAddress!.Port, Token);
        var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(request), Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Token);
    }

    [GeneratedRegex("(href|src)=\"(?<path>/[^\"?#+]*)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}
