using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Transformers.External;
using Transformers.Tests.Support;

namespace Transformers.Tests.External.Asking;

public sealed class LinkAskingTests
{
    private static readonly LinkAnswer Ok = new(AnswerKind.Ok, "200");

    [Fact]
    public async Task A_link_that_is_there_is_asked_once_by_HEAD_and_told_who_asks()
    {
        await using var server = await OddServer.Start((_, _) => Task.CompletedTask);

        Assert.Equal(Ok, await Survey.Ask(server.Url("/x?y")));
        Assert.Equal(["HEAD /x?y"], server.Lines);
        Assert.All(server.Requests, request => Assert.Equal(Survey.UserAgent, request.UserAgent));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(406)]
    [InlineData(410)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(999)]
    public async Task What_a_server_says_to_HEAD_alone_does_not_count(int status)
    {
        await using var server = await OddServer.Start((context, _) => OddServer.Status(context, context.Request.Method == "HEAD" ? status : 200));

        Assert.Equal(Ok, await Survey.Ask(server.Url("/")));
        Assert.Equal(["HEAD /", "GET /"], server.Lines);
    }

    [Theory]
    [InlineData(404, AnswerKind.Missing, 2)]
    [InlineData(410, AnswerKind.Missing, 2)]
    [InlineData(401, AnswerKind.Blocked, 1)]
    [InlineData(402, AnswerKind.Blocked, 1)]
    [InlineData(403, AnswerKind.Blocked, 2)]
    [InlineData(429, AnswerKind.Blocked, 3)]
    [InlineData(451, AnswerKind.Blocked, 1)]
    [InlineData(999, AnswerKind.Blocked, 2)]
    [InlineData(400, AnswerKind.Odd, 2)]
    [InlineData(418, AnswerKind.Odd, 1)]
    [InlineData(304, AnswerKind.Odd, 1)]
    [InlineData(500, AnswerKind.Silent, 4)]
    [InlineData(522, AnswerKind.Silent, 4)]
    [InlineData(503, AnswerKind.Odd, 4)]
    public async Task A_status_says_what_it_says_after_so_many_requests(int status, AnswerKind expected, int requests)
    {
        await using var server = await OddServer.Start((context, _) => OddServer.Status(context, status));

        Assert.Equal(new LinkAnswer(expected, status.ToString(CultureInfo.InvariantCulture)), await Survey.Ask(server.Url("/")));
        Assert.Equal(requests, server.Lines.Count());
    }

    [Theory]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task One_bad_answer_is_followed_by_another_question(int status)
    {
        await using var server = await OddServer.Start((context, server) => OddServer.Status(context, server.Lines.Count() == 1 ? status : 200));

        Assert.Equal(Ok, await Survey.Ask(server.Url("/")));
    }

    [Fact]
    public async Task A_HEAD_that_hangs_is_followed_by_GET()
    {
        await using var server = await OddServer.Start((context, server) => context.Request.Method == "HEAD" ? Hang(server) : Task.CompletedTask);

        Assert.Equal(Ok, await Survey.Ask(server.Url("/"), Survey.Limits with { Answer = TimeSpan.FromSeconds(1) }));
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_none()
    {
        await using var server = await OddServer.Start((context, server) => context.Request.Path == "/slow" ? Hang(server) : Task.CompletedTask);

        Assert.Equal(new LinkAnswer(AnswerKind.Silent, "timeout"), await Survey.Ask(server.Url("/slow"), Survey.Limits with { Answer = TimeSpan.FromSeconds(1), Attempts = 2 }));
        Assert.Equal(["HEAD /slow", "GET /slow", "GET /slow"], server.Lines);
    }

    [Fact]
    public async Task A_body_without_an_end_is_not_read()
    {
        var sent = 0L;
        await using var server = await OddServer.Start(async (context, server) =>
        {
            if (await Refuse(context, "HEAD")) return;
            for (var chunk = new byte[64 * 1024]; ; sent += chunk.Length)
            {
                // As slow as a network: what is written to a connection that was closed a moment ago counts as sent.
                await Task.Delay(10, context.RequestAborted);
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        });

        Assert.Equal(Ok, await Survey.Ask(server.Url("/")));
        Assert.InRange(sent, 0, 64 * 1024 * 1024);
    }

    [Theory]
    [InlineData("Content-Encoding", "gzip")]
    [InlineData("Content-Encoding", "br, deflate, nonsense")]
    [InlineData("Content-Length", "5000")]
    [InlineData("Content-Type", "???")]
    [InlineData("Set-Cookie", "=;;;=, \u0001")]
    public async Task What_is_wrong_with_a_body_does_not_matter(string header, string value)
    {
        await using var server = await OddServer.StartRaw($"HTTP/1.1 200 OK\r\n{header}: {value}\r\n\r\nno such thing");

        Assert.Equal(Ok, await Survey.Ask(server.Url("/")));
    }

    [Theory]
    [InlineData("HTTP/1.1 okay\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n")]
    [InlineData("HTTP/1.1 99999 Too much\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno header\r\n\r\n")]
    [InlineData("")]
    [InlineData(null)]
    public async Task What_is_no_HTTP_is_no_answer(string? answer)
    {
        await using var server = await OddServer.StartRaw(answer);

        Assert.Equal(new LinkAnswer(AnswerKind.Silent, "broken"), await Survey.Ask(server.Url("/")));

        // HttpClient by itself asks again where a connection ends without a word.
        Assert.InRange(server.Requests.Count, 3, 12);
    }

    [Fact]
    public async Task A_head_without_an_end_is_no_answer()
    {
        await using var server = await OddServer.StartRaw($"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Range(0, 2000).Select(i => $"X-{i}: {new string('x', 100)}\r\n"))}\r\n");

        Assert.Equal("broken", (await Survey.Ask(server.Url("/"))).Cause);
    }

    [Fact]
    public async Task A_server_that_does_not_speak_TLS_is_asked_once()
    {
        await using var server = await OddServer.Start((_, _) => Task.CompletedTask);

        Assert.Equal(new LinkAnswer(AnswerKind.Silent, "tls"), await Survey.Ask(server.Url("/").Replace("http:", "https:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_makes_no_connection()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var server = await OddServer.Start((_, _) => Task.CompletedTask, certificate);

        Assert.Equal(new LinkAnswer(AnswerKind.Silent, "tls"), await Survey.Ask(server.Url("/").Replace("http:", "https:", StringComparison.Ordinal)));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_no_answer()
    {
        var closed = await OddServer.Start((_, _) => Task.CompletedTask);
        await closed.DisposeAsync();

        Assert.Equal(new LinkAnswer(AnswerKind.Silent, "refused"), await Survey.Ask(closed.Url("/")));
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_missing_where_there_is_a_name_server_to_say_so() =>
        Assert.Contains(await Survey.Ask("http://no-such-host.invalid/"), new LinkAnswer[] { new(AnswerKind.Missing, "no-host"), new(AnswerKind.Silent, "names") });

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("date")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("Wed, 25 Nov 1998 00:00:00 GMT")]
    public async Task A_busy_server_is_asked_again_when_it_says(string retryAfter)
    {
        await using var server = await OddServer.Start((context, server) =>
        {
            if (server.Lines.Count() > 1) return Task.CompletedTask;
            context.Response.Headers.RetryAfter = retryAfter == "date" ? DateTime.UtcNow.AddSeconds(2).ToString("R", CultureInfo.InvariantCulture) : retryAfter;
            return OddServer.Status(context, 429);
        });

        Assert.Equal(Ok, await Survey.Ask(server.Url("/")));
        var times = server.Requests.Select(request => request.Time).ToArray();
        Assert.InRange((times[^1] - times[^2]).TotalSeconds, retryAfter is "1" or "date" ? 0.9 : 0, 30);
    }

    [Theory]
    [InlineData(429, "3600", AnswerKind.Blocked)]
    [InlineData(429, "99999999999", AnswerKind.Blocked)]
    [InlineData(503, "Fri, 31 Dec 9999 23:59:59 GMT", AnswerKind.Odd)]
    public async Task A_server_that_wants_to_be_left_alone_for_long_is_and_its_other_links_wait(int status, string retryAfter, AnswerKind expected)
    {
        await using var server = await OddServer.Start((context, _) =>
        {
            if (context.Request.Path == "/robots.txt") return Task.CompletedTask;
            context.Response.Headers.RetryAfter = retryAfter;
            return OddServer.Status(context, status);
        });

        var answers = await Survey.AskAll([server.Url("/1"), server.Url("/2")]);

        // What is no number of seconds at all is passed over.
        if (retryAfter != "99999999999") Assert.Equal(["HEAD /1"], server.Lines);
        Assert.Equal(expected, answers[server.Url("/1")].Kind);
    }

    [Fact]
    public async Task Nobody_in_a_private_network_is_asked_unless_the_owner_wants_it()
    {
        await using var server = await OddServer.Start((_, _) => Task.CompletedTask);
        string[] links = [server.Url("/"), server.Url("/", "localhost"), server.Url("/", "[::1]"), server.Url("/", "127.1.2.3"), server.Url("/", Environment.MachineName.ToLowerInvariant())];

        var answers = await Survey.AskAll(links.Distinct(), asksPrivate: false);

        Assert.All(answers, answer => Assert.Equal(new LinkAnswer(AnswerKind.Odd, "private"), answer.Value));
        Assert.Empty(server.Requests);
    }

    private static async Task<bool> Refuse(HttpContext context, string method)
    {
        if (context.Request.Path == "/robots.txt") return true;
        if (context.Request.Method != method) return false;
        await OddServer.Status(context, 405);
        return true;
    }

    private static Task Hang(OddServer server) => Task.Delay(Timeout.Infinite, server.End);
}
