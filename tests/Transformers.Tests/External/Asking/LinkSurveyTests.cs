using System.Collections.Concurrent;
using Transformers.External;
using Transformers.External.Asking;
using Transformers.Tests.Support;

namespace Transformers.Tests.External.Asking;

public sealed class LinkSurveyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_host_is_asked_one_thing_at_a_time_with_a_pause_between()
    {
        await using var server = await OddServer.Start((_, _) => Task.Delay(20, Token));

        await Survey.AskAll(Enumerable.Range(0, 4).Select(i => server.Url($"/{i}")), Survey.Limits with { Pace = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(1, server.MostAtOnce);
        var times = server.Requests.Select(request => request.Time).ToArray();
        Assert.Equal(5, times.Length);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalMilliseconds, 195, 30_000));
    }

    [Fact]
    public async Task A_redirect_keeps_to_the_pace_of_the_host_that_it_leads_to()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "All of 127.0.0.0/8 is this machine on Linux alone.");
        await using var server = await OddServer.Start(async (context, server) =>
        {
            await Task.Delay(20, Token);
            if (context.Request.Host.Host != "127.0.0.1" && context.Request.Path != "/robots.txt") context.Response.Redirect(server.Url(context.Request.Path));
        });

        await Survey.AskAll(Hosts(2, 6).Select(host => server.Url("/x", host)), Survey.Limits with { Pace = TimeSpan.FromMilliseconds(100) });

        var times = server.Requests.Where(request => request.Host == "127.0.0.1").Select(request => request.Time).ToArray();
        Assert.Equal(7, times.Length);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalMilliseconds, 95, 30_000));
    }

    [Fact]
    public async Task Hosts_are_asked_beside_each_other()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "All of 127.0.0.0/8 is this machine on Linux alone.");
        var all = new TaskCompletionSource();
        await using var server = await OddServer.Start((_, server) =>
        {
            // Nobody is answered before everybody has asked.
            if (server.Requests.Count >= 5) all.TrySetResult();
            return all.Task.WaitAsync(Token);
        });

        var answers = await Survey.AskAll(Hosts(1, 5).Select(host => server.Url("/", host)));

        Assert.All(answers.Values, answer => Assert.Equal(AnswerKind.Ok, answer.Kind));
    }

    [Fact]
    public async Task No_more_hosts_are_asked_at_once_than_the_limit_says()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "All of 127.0.0.0/8 is this machine on Linux alone.");
        await using var server = await OddServer.Start((_, _) => Task.Delay(20, Token));

        await Survey.AskAll(Hosts(1, 9).Select(host => server.Url("/", host)), Survey.Limits with { Hosts = 2 });

        Assert.InRange(server.MostAtOnce, 1, 2);
    }

    [Fact]
    public async Task What_a_host_has_no_time_for_waits_for_the_next_run()
    {
        await using var server = await OddServer.Start((_, _) => Task.Delay(100, Token));

        var answers = await Survey.AskAll(Enumerable.Range(0, 100).Select(i => server.Url($"/{i}")), Survey.Limits with { HostTime = TimeSpan.FromMilliseconds(500) });

        Assert.InRange(answers.Count, 1, 20);
        Assert.Contains(server.Url("/0"), answers.Keys);
    }

    [Fact]
    public async Task What_was_learnt_before_an_interruption_is_told()
    {
        await using var server = await OddServer.Start((context, server) => context.Request.Path == "/2" ? Task.Delay(Timeout.Infinite, server.End) : Task.CompletedTask);
        using var survey = new LinkSurvey(Survey.Limits, Survey.UserAgent, asksPrivate: true, TimeProvider.System);
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var learnt = new ConcurrentQueue<string>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => survey.AskAsync([server.Url("/1"), server.Url("/2"), server.Url("/3")], (link, _) =>
        {
            learnt.Enqueue(link);
            interruption.CancelAfter(50);
        }, interruption.Token));

        Assert.Equal([server.Url("/1")], learnt);
    }

    [Fact]
    public async Task Without_a_network_it_gives_up_soon_and_says_so()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "All of 127.0.0.0/8 is this machine on Linux alone.");
        var closed = await OddServer.Start((_, _) => Task.CompletedTask);
        await closed.DisposeAsync();
        using var survey = new LinkSurvey(Survey.Limits with { Hosts = 4 }, Survey.UserAgent, asksPrivate: true, TimeProvider.System);
        var asked = new ConcurrentQueue<string>();

        await survey.AskAsync([.. Hosts(1, 200).Select(host => closed.Url("/", host))], (link, _) => asked.Enqueue(link), Token);

        Assert.True(survey.IsWithoutNetwork);
        Assert.InRange(asked.Count, 16, 24);
    }

    [Fact]
    public async Task One_host_that_answers_is_a_network()
    {
        await using var server = await OddServer.Start((_, _) => Task.CompletedTask);
        var closed = await OddServer.Start((_, _) => Task.CompletedTask);
        await closed.DisposeAsync();
        using var survey = new LinkSurvey(Survey.Limits, Survey.UserAgent, asksPrivate: true, TimeProvider.System);

        await survey.AskAsync([closed.Url("/"), server.Url("/", "localhost")], (_, _) => { }, Token);

        Assert.False(survey.IsWithoutNetwork);
        Assert.Equal(0, survey.HostsLeft);
    }

    private static IEnumerable<string> Hosts(int from, int count) => Enumerable.Range(from, count).Select(i => $"127.0.{i / 250}.{i % 250}");
}
