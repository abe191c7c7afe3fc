namespace Transformers.External.Asking;

/// <summary>How polite and how patient the asking is.</summary>
public sealed record AskingLimits
{
    /// <summary>What people's servers are asked with.</summary>
    public static AskingLimits Default { get; } = new();

    /// <summary>How many hosts are asked at once.</summary>
    public int Hosts { get; init; } = 16;

    /// <summary>The time between the end of a request and the next one to the same host.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest such time that a host's <c>robots.txt</c> may ask for.</summary>
    public TimeSpan MostPace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often an address is asked that does not answer, or only that its server is busy.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>The time before the second attempt, give or take a half; it doubles with each further one.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest that is waited for a host that wants to be left alone.</summary>
    public TimeSpan MostWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The time for a connection.</summary>
    public TimeSpan Connection { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The time for an answer, that for the connection included.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The time for all links of a host; what is not asked by then waits for the next run.</summary>
    public TimeSpan HostTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many redirects are followed.</summary>
    public int Redirects { get; init; } = 10;

    /// <summary>How many hosts in a row, from the first on, are not reached by a machine without a network.</summary>
    public int UnreachedHosts { get; init; } = 16;
}
