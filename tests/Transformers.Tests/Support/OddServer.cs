using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace Transformers.Tests.Support;

/// <summary>A real server on loopback that answers as a test has it, however odd that is.</summary>
internal sealed class OddServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<AskedRequest> _requests = new();
    private int _atOnce;
    private int _mostAtOnce;

    private OddServer(WebApplication app) => _app = app;

    /// <summary>Ends when the server does: for answers that never come.</summary>
    public CancellationToken End => _app.Lifetime.ApplicationStopping;

    public int Port { get; private set; }

    /// <summary>What was asked for, in its order.</summary>
    public IReadOnlyCollection<AskedRequest> Requests => _requests;

    /// <summary>What was asked for, but for <c>robots.txt</c>, such as <c>HEAD /x</c>.</summary>
    public IEnumerable<string> Lines => _requests.Where(request => request.Path != "/robots.txt").Select(request => $"{request.Method} {request.Path}");

    /// <summary>The most requests that were open at once.</summary>
    public int MostAtOnce => _mostAtOnce;

    /// <summary>An address on it.</summary>
    /// <param name="path">Begins with a slash.</param>
    /// <param name="host">Another name of this machine.</param>
    public string Url(string path, string host = "127.0.0.1") => $"http://{host}:{Port}{path}";

    /// <summary>A server that speaks HTTP. There is no <c>robots.txt</c> unless the test answers for it.</summary>
    /// <param name="answer">Answers one request.</param>
    /// <param name="certificate">What it shows to who asks by TLS; null for one that speaks none.</param>
    public static async Task<OddServer> Start(Func<HttpContext, OddServer, Task> answer, X509Certificate2? certificate = null)
    {
        OddServer? server = null;
        server = new(Create(listen =>
        {
            if (certificate is not null) listen.UseHttps(certificate);
        }));
        server._app.Run(async context =>
        {
            server._requests.Enqueue(new(context.Request.Method, context.Request.Path + context.Request.QueryString, context.Request.Host.Host, context.Request.Headers.UserAgent.ToString(), DateTime.UtcNow));
            var now = Interlocked.Increment(ref server._atOnce);
            for (var most = server._mostAtOnce; most < now; most = server._mostAtOnce) Interlocked.CompareExchange(ref server._mostAtOnce, now, most);
            try
            {
                context.Response.StatusCode = context.Request.Path == "/robots.txt" ? 404 : 200;
                await answer(context, server);
            }
            catch (OperationCanceledException)
            {
                // Who asked has gone, or the server ends.
            }
            finally
            {
                Interlocked.Decrement(ref server._atOnce);
            }
        });
        await server.StartAsync();
        return server;
    }

    /// <summary>A server that says the same to everybody, whether or not that is HTTP; null to hang up at once.</summary>
    public static async Task<OddServer> StartRaw(string? answer)
    {
        OddServer? server = null;
        server = new(Create(listen => listen.Run(async connection =>
        {
            var read = await connection.Transport.Input.ReadAsync(server!.End);
            server._requests.Enqueue(new(Encoding.ASCII.GetString(read.Buffer.ToArray()).Split(' ')[0], "", "", "", DateTime.UtcNow));
            if (answer is null)
            {
                connection.Abort();
                return;
            }

            await connection.Transport.Output.WriteAsync(Encoding.Latin1.GetBytes(answer), server.End);
        })));
        await server.StartAsync();
        return server;
    }

    /// <summary>Answers with a status whatever is asked for, but for <c>robots.txt</c>.</summary>
    public static Task Status(HttpContext context, int status)
    {
        if (context.Request.Path != "/robots.txt") context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static WebApplication Create(Action<Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions> configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().UseShutdownTimeout(TimeSpan.Zero).ConfigureKestrel(options => options.Listen(IPAddress.Any, 0, configure));
        return builder.Build();
    }

    private async Task StartAsync()
    {
        await _app.StartAsync();
        var running = (IServer)_app.Services.GetService(typeof(IServer))!;
        Port = new Uri(running.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }
}

/// <summary>A request that a server got.</summary>
internal sealed record AskedRequest(string Method, string Path, string Host, string UserAgent, DateTime Time);
