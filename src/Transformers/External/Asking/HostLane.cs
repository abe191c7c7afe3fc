namespace Transformers.External.Asking;

/// <summary>The way to one host: one request at a time, with a pause between two.</summary>
internal sealed class HostLane(AskingLimits limits, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private TimeSpan _pace = limits.Pace;

    /// <summary>True for a host that wants to be left alone for longer than anybody waits.</summary>
    public bool IsClosed => Wait > limits.MostWait;

    private TimeSpan Wait
    {
        get
        {
            lock (_lock) return _next - time.GetUtcNow();
        }
    }

    /// <summary>Waits for its turn, and sends a request.</summary>
    /// <returns>What came back; <see cref="Cause.Busy"/> where the host is closed.</returns>
    public async Task<Reply> InTurnAsync(Func<Task<Reply>> request, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (IsClosed) return Reply.None(Cause.Busy);
            if (Wait is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
            var reply = await request();
            Rest(_pace);
            if (reply.RetryAfter is { } longer) Rest(longer);
            return reply;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Leaves the host alone for a time from now on.</summary>
    public void Rest(TimeSpan pause)
    {
        lock (_lock)
        {
            var next = time.GetUtcNow() + pause;
            if (next > _next) _next = next;
        }
    }

    /// <summary>Makes the pause between two requests as long as the host asks for, if that is longer, and within bounds.</summary>
    public void SlowDown(TimeSpan pace)
    {
        lock (_lock) _pace = TimeSpan.FromTicks(Math.Max(_pace.Ticks, Math.Min(pace.Ticks, limits.MostPace.Ticks)));
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
