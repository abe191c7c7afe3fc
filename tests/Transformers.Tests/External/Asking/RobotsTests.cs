using Microsoft.AspNetCore.Http;
using Transformers.External;
using Transformers.Tests.Support;

namespace Transformers.Tests.External.Asking;

public sealed class RobotsTests
{
    private const string Closed = "User-agent: *\nDisallow: /";
    private static readonly LinkAnswer Ok = new(AnswerKind.Ok, "200");
    private static readonly LinkAnswer Blocked = new(AnswerKind.Blocked, "robots");

    [Fact]
    public async Task A_link_that_it_forbids_is_not_asked()
    {
        await using var server = await Serve(context => context.Response.WriteAsync("User-agent: *\nDisallow: /\n\nUser-agent: Transformers\nDisallow: /private"));

        var answers = await Survey.AskAll([server.Url("/private/x"), server.Url("/open")]);

        Assert.Equal((Blocked, Ok), (answers[server.Url("/private/x")], answers[server.Url("/open")]));
        Assert.Equal(["HEAD /open"], server.Lines);
    }

    [Fact]
    public async Task It_is_fetched_once_for_all_links_of_a_server()
    {
        await using var server = await Serve(context => context.Response.WriteAsync(""));

        await Survey.AskAll(Enumerable.Range(0, 5).Select(i => server.Url($"/{i}")));

        Assert.Single(server.Requests, request => request.Path == "/robots.txt");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(999)]
    public async Task Where_there_is_none_everything_may_be_asked(int status)
    {
        await using var server = await Serve(context => Status(context, status));

        Assert.Equal(Ok, await Survey.Ask(server.Url("/")));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Where_it_can_not_be_had_nothing_is_asked_and_nothing_follows(int status)
    {
        await using var server = await Serve(context => Status(context, status));

        Assert.Equal(new LinkAnswer(AnswerKind.Odd, $"robots-{status}"), await Survey.Ask(server.Url("/")));
        Assert.Empty(server.Lines);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task It_may_be_elsewhere()
    {
        await using var server = await OddServer.Start((context, _) =>
        {
            if (context.Request.Path == "/robots.txt") context.Response.Redirect("/elsewhere");
            else context.Response.StatusCode = 200;
            return context.Request.Path == "/elsewhere" ? context.Response.WriteAsync(Closed) : Task.CompletedTask;
        });

        Assert.Equal(Blocked, await Survey.Ask(server.Url("/")));
    }

    [Fact]
    public async Task One_that_leads_in_a_circle_is_none()
    {
        await using var server = await OddServer.Start((context, _) =>
        {
            if (context.Request.Path == "/robots.txt") context.Response.Redirect("/robots.txt");
            return Task.CompletedTask;
        });

        Assert.Equal(Ok, await Survey.Ask(server.Url("/")));
    }

    [Fact]
    public async Task Of_one_without_an_end_the_beginning_counts()
    {
        await using var server = await Serve(async context =>
        {
            await context.Response.WriteAsync(Closed + "\n");
            for (var chunk = new byte[64 * 1024]; ;) await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        });

        Assert.Equal(Blocked, await Survey.Ask(server.Url("/")));
    }

    [Fact]
    public async Task One_that_breaks_off_counts_as_far_as_it_came()
    {
        await using var server = await OddServer.StartRaw($"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{Closed}\n");

        Assert.Equal(Blocked, await Survey.Ask(server.Url("/")));
    }

    [Theory]
    [InlineData("text/plain", "gzip")]
    [InlineData("application/octet-stream", null)]
    public async Task One_that_is_no_text_forbids_nothing(string type, string? encoding)
    {
        await using var server = await Serve(async context =>
        {
            context.Response.ContentType = type;
            if (encoding is not null) context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(Enumerable.Range(0, 4096).Select(i => (byte)(i * 37)).ToArray());
        });

        Assert.Equal(Ok, await Survey.Ask(server.Url("/")));
    }

    [Theory]
    [InlineData("0.3", 0.25)]
    [InlineData("3600", 0.45)]
    public async Task The_pause_that_it_asks_for_is_made_within_bounds(string delay, double least)
    {
        await using var server = await Serve(context => context.Response.WriteAsync($"User-agent: *\nCrawl-delay: {delay}"));

        await Survey.AskAll([server.Url("/1"), server.Url("/2")], Survey.Limits with { MostPace = TimeSpan.FromSeconds(0.5) });

        var times = server.Requests.Select(request => request.Time).ToArray();
        Assert.InRange((times[2] - times[1]).TotalSeconds, least, 30);
    }

    /// <summary>A server whose <c>robots.txt</c> a test answers for, and that has everything else.</summary>
    private static Task<OddServer> Serve(Func<HttpContext, Task> robots) => OddServer.Start((context, _) =>
    {
        context.Response.StatusCode = 200;
        return context.Request.Path == "/robots.txt" ? robots(context) : Task.CompletedTask;
    });

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
