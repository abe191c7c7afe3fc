using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Transformers.External.Asking;

/// <summary>Sends single requests. Whatever a server does, a reply says so; nothing is thrown but the cancellation of the whole.</summary>
internal sealed class WebClient : IDisposable
{
    // RFC 9309, 2.5: at least so much of a robots.txt is to be read.
    private const int MostText = 500 * 1024;
    private const int MostHeaderKilobytes = 64;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly HttpClient _http;
    private readonly AskingLimits _limits;
    private readonly TimeProvider _time;
    private readonly bool _asksPrivate;
    private volatile bool _hasReached;

    /// <summary>A client that says who it is.</summary>
    /// <param name="limits">How long it waits.</param>
    /// <param name="userAgent">Who it is (RFC 9110, 10.1.5).</param>
    /// <param name="asksPrivate">True where hosts in private networks may be asked, too.</param>
    /// <param name="time">The clock, for dates in answers.</param>
    public WebClient(AskingLimits limits, string userAgent, bool asksPrivate, TimeProvider time)
    {
        (_limits, _time, _asksPrivate) = (limits, time, asksPrivate);
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = limits.Connection,
            MaxResponseHeadersLength = MostHeaderKilobytes,
            MaxResponseDrainSize = 0,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            ConnectCallback = ConnectAsync,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8");
    }

    /// <summary>True once any server answered.</summary>
    public bool HasReached => _hasReached;

    /// <summary>Sends a request, and waits for the head of what comes back.</summary>
    /// <param name="method">Of the body nothing is read, whatever the method.</param>
    /// <param name="uri">What to ask for.</param>
    /// <param name="cookies">What the servers on the way here wanted to be told; what this one wants is added.</param>
    /// <param name="cancellation">Ends the asking as a whole.</param>
    public Task<Reply> SendAsync(HttpMethod method, Uri uri, CookieContainer cookies, CancellationToken cancellation) =>
        SendAsync(method, uri, cookies, readsText: false, cancellation);

    /// <summary>Fetches a text, or its beginning.</summary>
    public Task<Reply> FetchAsync(Uri uri, CancellationToken cancellation) => SendAsync(HttpMethod.Get, uri, new(), readsText: true, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<Reply> SendAsync(HttpMethod method, Uri uri, CookieContainer cookies, bool readsText, CancellationToken cancellation)
    {
        if (!_asksPrivate && !PublicNetwork.MayContain(AskedAddress.HostOf(uri))) return Reply.None(Cause.Private);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(_limits.Answer);
        try
        {
            using var request = new HttpRequestMessage(method, uri);
            if (cookies.GetCookieHeader(uri) is { Length: > 0 } cookie) request.Headers.TryAddWithoutValidation("Cookie", cookie);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limited.Token);
            _hasReached = true;
            Keep(response, uri, cookies);
            return Reply.Of((int)response.StatusCode) with
            {
                Location = LocationOf(response, uri),
                RetryAfter = RetryAfterOf(response),
                Text = readsText && response.IsSuccessStatusCode ? await ReadAsync(response, limited.Token) : "",
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Reply.None(Cause.Timeout);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or AuthenticationException)
        {
            return Reply.None(CauseOf(e));
        }
    }

    // By the addresses that a name leads to, at the moment in which they are used: what a name leads to may change from one look to the next.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(host.Host, cancellation);
        if (!_asksPrivate && !LeadsToProxy(context)) addresses = [.. addresses.Where(PublicNetwork.Contains)];
        if (addresses.Length == 0) throw new PrivateNetworkException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // A proxy of the environment's is the owner's choice, wherever it is.
    private static bool LeadsToProxy(SocketsHttpConnectionContext context) =>
        context.InitialRequestMessage is not { RequestUri: { } asked } request || request.Method == HttpMethod.Connect
        || asked.Port != context.DnsEndPoint.Port || !asked.IdnHost.Equals(context.DnsEndPoint.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);

    // Some servers send a visitor without a cookie round and round.
    private static void Keep(HttpResponseMessage response, Uri uri, CookieContainer cookies)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var values)) return;
        foreach (var value in values)
        {
            try
            {
                cookies.SetCookies(uri, value);
            }
            catch (CookieException)
            {
                // It is none; the server will see.
            }
        }
    }

    private static Uri? LocationOf(HttpResponseMessage response, Uri uri) =>
        response.Headers.NonValidated.TryGetValues("Location", out var values) && Uri.TryCreate(uri, values.ToString().Trim(), out var location) ? location : null;

    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) || response.Headers.RetryAfter is not { } header) return null;
        var wait = header.Delta ?? header.Date - _time.GetUtcNow() ?? TimeSpan.Zero;
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, Day.Ticks));
    }

    // What came counts, whether or not the rest of it can be read.
    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var (buffer, length) = (new byte[MostText], 0);
        try
        {
            using var body = await response.Content.ReadAsStreamAsync(cancellation);
            while (length < buffer.Length && await body.ReadAsync(buffer.AsMemory(length), cancellation) is var read and > 0) length += read;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static string CauseOf(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is PrivateNetworkException) return Cause.Private;
            if (inner is SocketException socket) return CauseOf(socket.SocketErrorCode);
        }

        return (e as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => Cause.Names,
            HttpRequestError.ConnectionError => Cause.Refused,
            HttpRequestError.SecureConnectionError => Cause.Tls,
            HttpRequestError.ProxyTunnelError => Cause.Proxy,
            _ => Cause.Broken,
        };
    }

    private static string CauseOf(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData => Cause.NoHost,
        SocketError.TryAgain or SocketError.NoRecovery => Cause.Names,
        SocketError.TimedOut => Cause.Timeout,
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => Cause.Broken,
        _ => Cause.Refused,
    };

    /// <summary>A host has addresses in private networks alone.</summary>
    private sealed class PrivateNetworkException : IOException;
}
