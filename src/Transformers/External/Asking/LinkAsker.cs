using System.Collections.Concurrent;
using System.Net;

namespace Transformers.External.Asking;

/// <summary>Asks single links, each at the pace of its host and with respect for what that wants.</summary>
internal sealed class LinkAsker(WebClient client, AskingLimits limits, TimeProvider time) : IDisposable
{
    /// <summary>The name by which a <c>robots.txt</c> can mean this program.</summary>
    private const string Product = "transformers";

    // RFC 9309, 2.3.1.2: at least five.
    private const int RobotsRedirects = 5;

    private readonly ConcurrentDictionary<string, HostLane> _lanes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<Permission>>> _permissions = new(StringComparer.Ordinal);

    /// <summary>The way to a host.</summary>
    public HostLane LaneTo(Uri uri) => _lanes.GetOrAdd(AskedAddress.HostOf(uri), _ => new(limits, time));

    /// <summary>Asks whether a link is there, following redirects.</summary>
    /// <param name="link">As <see cref="AskedAddress"/> spells it.</param>
    /// <param name="cancellation">Ends the asking as a whole.</param>
    public async Task<LinkAnswer> AskAsync(string link, CancellationToken cancellation)
    {
        var (at, cookies, seen) = (new Uri(link), new CookieContainer(), new HashSet<(string Address, string Cookies)>());
        var (isPermanent, now, status) = (true, (string?)null, "");
        for (var hop = 0; hop <= limits.Redirects && seen.Add((at.AbsoluteUri, cookies.GetCookieHeader(at))); hop++)
        {
            var permission = await PermissionFor(at, cancellation);
            if (permission.Rules is null) return permission.Failure!;
            if (!permission.Rules.Allow(at.PathAndQuery)) return new(AnswerKind.Blocked, Cause.Robots);

            var reply = await KnockAsync(at, cookies, cancellation);
            if (!reply.IsRedirect) return reply.IsOk && now is not null && now != link ? new(AnswerKind.Moved, status, now) : reply.ToAnswer();
            if (reply.Location is null || AskedAddress.Of(reply.Location.AbsoluteUri) is not { } next) return new(AnswerKind.Odd, Cause.Redirect);

            // What lies behind a temporary redirect is not for a note to name.
            isPermanent &= reply.IsPermanent;
            if (isPermanent) (now, status) = (next, status.Length > 0 ? status : reply.Word);
            at = new Uri(next);
        }

        return new(AnswerKind.Odd, Cause.Redirects);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var lane in _lanes.Values) lane.Dispose();
    }

    private async Task<Reply> KnockAsync(Uri at, CookieContainer cookies, CancellationToken cancellation)
    {
        var lane = LaneTo(at);
        var reply = await Send(HttpMethod.Head);
        if (reply.WantsGet && !lane.IsClosed) reply = await Send(HttpMethod.Get);
        return await RetryAsync(reply, lane, () => Send(HttpMethod.Get));

        Task<Reply> Send(HttpMethod method) => lane.InTurnAsync(() => client.SendAsync(method, at, cookies, cancellation), cancellation);
    }

    /// <summary>Sends again, after a longer while each time, what may be better a moment later.</summary>
    private async Task<Reply> RetryAsync(Reply reply, HostLane lane, Func<Task<Reply>> send)
    {
        for (var attempt = 1; attempt < limits.Attempts && reply.IsPassing; attempt++)
        {
            if (reply.RetryAfter is null) lane.Rest(limits.BackOff * (1 << (attempt - 1)) * (0.5 + Random.Shared.NextDouble()));
            if (lane.IsClosed) break;
            reply = await send();
        }

        return reply;
    }

    private Task<Permission> PermissionFor(Uri at, CancellationToken cancellation)
    {
        var server = at.GetLeftPart(UriPartial.Authority);
        return _permissions.GetOrAdd(server, _ => new(() => FetchPermissionAsync(new Uri(server + "/robots.txt"), LaneTo(at), cancellation))).Value;
    }

    private async Task<Permission> FetchPermissionAsync(Uri at, HostLane owner, CancellationToken cancellation)
    {
        for (var hop = 0; hop <= RobotsRedirects; hop++)
        {
            var (file, lane) = (at, LaneTo(at));
            var reply = await RetryAsync(await Fetch(), lane, Fetch);
            if (reply.IsRedirect && reply.Location is { } location && AskedAddress.Of(location.AbsoluteUri) is { } next)
            {
                at = new Uri(next);
                continue;
            }

            // RFC 9309, 2.3.1: a server that fails may forbid anything; one that has no such file, or does not show it, forbids nothing.
            if (reply.Status == 0 && hop == 0) return new(null, reply.ToAnswer());
            if (reply.Status is 0 or 429 or (>= 500 and < 600)) return new(null, new(AnswerKind.Odd, $"{Cause.Robots}-{reply.Word}"));
            if (!reply.IsOk) break;

            var rules = RobotsRules.Parse(reply.Text, Product);
            if (rules.CrawlDelay is { } pace) owner.SlowDown(pace);
            return new(rules, null);

            Task<Reply> Fetch() => lane.InTurnAsync(() => client.FetchAsync(file, cancellation), cancellation);
        }

        return new(RobotsRules.None, null);
    }

    /// <summary>What a server lets programs ask for.</summary>
    /// <param name="Rules">Its rules; null where they could not be learnt.</param>
    /// <param name="Failure">What its links answer then.</param>
    private sealed record Permission(RobotsRules? Rules, LinkAnswer? Failure);
}
