using System.Collections.Immutable;

namespace Transformers.External.Asking;

/// <summary>Asks many links: hosts beside each other, the links of one host one after the other.</summary>
public sealed class LinkSurvey : IDisposable
{
    private readonly AskingLimits _limits;
    private readonly TimeProvider _time;
    private readonly WebClient _client;
    private readonly LinkAsker _asker;
    private int _unreached;
    private int _hostsLeft;

    /// <summary>A survey, to be made once.</summary>
    /// <param name="limits">How polite and how patient it is.</param>
    /// <param name="userAgent">Who servers are told that is asking.</param>
    /// <param name="asksPrivate">True where hosts in private networks are asked, too.</param>
    /// <param name="time">The clock.</param>
    public LinkSurvey(AskingLimits limits, string userAgent, bool asksPrivate, TimeProvider time)
    {
        (_limits, _time) = (limits, time);
        _client = new(limits, userAgent, asksPrivate, time);
        _asker = new(_client, limits, time);
    }

    /// <summary>How many hosts have links that were not asked yet.</summary>
    public int HostsLeft => _hostsLeft;

    /// <summary>True where hosts were asked and none was reached, from which nothing follows about their links.</summary>
    public bool IsWithoutNetwork => _unreached > 0 && !_client.HasReached;

    /// <summary>Asks links until all have answered, or there is a reason to leave the rest for another time.</summary>
    /// <param name="links">As <see cref="AskedAddress"/> spells them, each once; the links of one host are asked in this order.</param>
    /// <param name="learn">Told each answer as it comes, from any thread.</param>
    /// <param name="cancellation">Ends it at once.</param>
    /// <exception cref="OperationCanceledException">It was ended; what was learnt was told.</exception>
    public async Task AskAsync(ImmutableArray<string> links, Action<string, LinkAnswer> learn, CancellationToken cancellation)
    {
        // Those with the most links first: they take longest.
        var hosts = links.GroupBy(link => AskedAddress.HostOf(new Uri(link)), StringComparer.Ordinal).OrderByDescending(host => host.Count()).ToArray();
        _hostsLeft = hosts.Length;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = _limits.Hosts, CancellationToken = end.Token }, async (host, token) =>
            {
                var isReached = await AskHostAsync(host, learn, token);
                Interlocked.Decrement(ref _hostsLeft);
                if (!isReached && Interlocked.Increment(ref _unreached) >= _limits.UnreachedHosts && IsWithoutNetwork) await end.CancelAsync();
            });
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // There is no network.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _asker.Dispose();
        _client.Dispose();
    }

    /// <returns>False where no link of the host was reached.</returns>
    private async Task<bool> AskHostAsync(IEnumerable<string> links, Action<string, LinkAnswer> learn, CancellationToken cancellation)
    {
        var (start, isReached) = (_time.GetTimestamp(), false);
        foreach (var link in links)
        {
            if (_time.GetElapsedTime(start) > _limits.HostTime || _asker.LaneTo(new Uri(link)).IsClosed) break;
            var answer = await _asker.AskAsync(link, cancellation);
            isReached |= !Cause.IsOfNetwork(answer.Cause);
            learn(link, answer);
        }

        return isReached;
    }
}
