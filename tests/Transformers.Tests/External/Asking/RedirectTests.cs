using Microsoft.AspNetCore.Http;
using Transformers.External;
using Transformers.Tests.Support;

namespace Transformers.Tests.External.Asking;

public sealed class RedirectTests
{
    private static readonly LinkAnswer Ok = new(AnswerKind.Ok, "200");

    [Theory]
    [InlineData("301 /b", "/b")]
    [InlineData("308 /b", "/b")]
    [InlineData("301 b?c#d", "/a/b?c")]
    [InlineData("301 ../b", "/b")]
    [InlineData("301 /b; 301 /c", "/c")]
    [InlineData("301 /b; 302 /c", "/b")]
    [InlineData("302 /b", null)]
    [InlineData("303 /b", null)]
    [InlineData("307 /b", null)]
    [InlineData("302 /b; 301 /c", null)]
    public async Task Permanent_redirects_from_the_first_on_say_where_a_link_is_now(string hops, string? expected)
    {
        await using var server = await OddServer.Start(Chain(hops));

        var answer = await Survey.Ask(server.Url("/a/"));

        Assert.Equal(expected is null ? Ok : new LinkAnswer(AnswerKind.Moved, hops[..3], server.Url(expected)), answer);
    }

    [Theory]
    [InlineData("301 file:///etc/passwd", "redirect")]
    [InlineData("301 javascript:alert(1)", "redirect")]
    [InlineData("301 data:text/plain,x", "redirect")]
    [InlineData("301 http://user:word@127.0.0.1/", "redirect")]
    [InlineData("301 http://", "redirect")]
    [InlineData("301", "redirect")]
    [InlineData("301 /a/", "redirects")]
    [InlineData("302 /b; 302 /a/", "redirects")]
    public async Task From_a_redirect_to_nowhere_nothing_follows(string hops, string cause)
    {
        await using var server = await OddServer.Start(Chain(hops));

        Assert.Equal(new LinkAnswer(AnswerKind.Odd, cause), await Survey.Ask(server.Url("/a/")));
    }

    [Fact]
    public async Task Redirects_on_and_on_are_followed_ten_times()
    {
        await using var server = await OddServer.Start((context, server) => Redirect(context, 301, $"/{server.Requests.Count}"));

        Assert.Equal(new LinkAnswer(AnswerKind.Odd, "redirects"), await Survey.Ask(server.Url("/a")));
        Assert.Equal(11, server.Lines.Count());
    }

    [Fact]
    public async Task A_redirect_to_what_is_missing_is_missing()
    {
        await using var server = await OddServer.Start((context, _) =>
            context.Request.Path == "/a" ? Redirect(context, 301, "/b") : OddServer.Status(context, 404));

        Assert.Equal(new LinkAnswer(AnswerKind.Missing, "404"), await Survey.Ask(server.Url("/a")));
    }

    [Fact]
    public async Task A_server_that_turns_visitors_without_a_cookie_round_gets_its_cookie_back()
    {
        await using var server = await OddServer.Start((context, _) =>
        {
            if (context.Request.Path == "/robots.txt" || context.Request.Cookies["seen"] == "yes") return Task.CompletedTask;
            context.Response.Headers.Append("Set-Cookie", "seen=yes");
            return Redirect(context, 302, "/a");
        });

        Assert.Equal(Ok, await Survey.Ask(server.Url("/a")));
        Assert.Equal(["HEAD /a", "HEAD /a"], server.Lines);
    }

    [Fact]
    public async Task A_cookie_is_told_to_no_other_link()
    {
        var cookies = 0;
        await using var server = await OddServer.Start((context, _) =>
        {
            cookies += context.Request.Cookies.Count;
            context.Response.Headers.Append("Set-Cookie", "seen=yes");
            return Task.CompletedTask;
        });

        await Survey.AskAll([server.Url("/a"), server.Url("/b")]);

        Assert.Equal(0, cookies);
    }

    [Fact]
    public async Task Another_host_is_asked_for_its_robots_first()
    {
        await using var server = await OddServer.Start((context, server) => (context.Request.Host.Host, context.Request.Path.Value) switch
        {
            ("127.0.0.1", "/open" or "/closed") => Redirect(context, 301, server.Url(context.Request.Path.Value, "localhost")),
            ("localhost", "/robots.txt") => Text(context, "User-agent: *\nDisallow: /closed"),
            _ => Task.CompletedTask,
        });

        var answers = await Survey.AskAll([server.Url("/open"), server.Url("/closed")]);

        Assert.Equal(new LinkAnswer(AnswerKind.Moved, "301", server.Url("/open", "localhost")), answers[server.Url("/open")]);
        Assert.Equal(new LinkAnswer(AnswerKind.Blocked, "robots"), answers[server.Url("/closed")]);
        Assert.DoesNotContain(server.Requests, request => request is { Host: "localhost", Path: "/closed" });
        Assert.Single(server.Requests, request => request is { Host: "localhost", Path: "/robots.txt" });
    }

    private static Func<HttpContext, OddServer, Task> Chain(string hops)
    {
        var steps = hops.Split("; ");
        return (context, server) => server.Lines.Count() is var count && context.Request.Path != "/robots.txt" && count <= steps.Length
            ? Redirect(context, int.Parse(steps[count - 1][..3], System.Globalization.CultureInfo.InvariantCulture), steps[count - 1][3..].Trim())
            : Task.CompletedTask;
    }

    private static Task Redirect(HttpContext context, int status, string location)
    {
        if (context.Request.Path == "/robots.txt") return Task.CompletedTask;
        if (location.Length > 0) context.Response.Headers.Location = location;
        return OddServer.Status(context, status);
    }

    private static Task Text(HttpContext context, string text)
    {
        context.Response.StatusCode = 200;
        return context.Response.WriteAsync(text);
    }
}
