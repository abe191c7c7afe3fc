using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Transformers.Cli.Serving;

/// <summary>Serves a site that changes.</summary>
/// <remarks>Under <c>/+live</c> browsers hear of changes (WHATWG HTML, "Server-sent events"). A plus sign stands in no address of a site.</remarks>
internal sealed class SiteServer : IAsyncDisposable
{
    private const string ScriptPath = "/+live.js";
    private const string EventsPath = "/+live";

    private static readonly FileExtensionContentTypeProvider Types = new(new Dictionary<string, string>(new FileExtensionContentTypeProvider().Mappings, StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = "text/markdown",
        [".bib"] = "application/x-bibtex",
        [".mjs"] = "text/javascript",
        [".avif"] = "image/avif",
    });

    private static readonly byte[] Script = ReadScript();

    private readonly WebApplication _app;
    private readonly LiveSite _site;
    private readonly bool _isLocal;

    private SiteServer(LiveSite site, IPAddress address, int port)
    {
        _site = site;
        _isLocal = IPAddress.IsLoopback(address);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(address, port);
        });
        _app = builder.Build();
        _app.Run(Answer);
    }

    /// <summary>The address that a browser is told.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>Starts to serve.</summary>
    /// <returns>Null where the port is taken.</returns>
    /// <exception cref="UnusableInputException">The machine has no such address, or the port may not be used.</exception>
    public static async Task<SiteServer?> Start(LiveSite site, IPAddress address, int port, CancellationToken cancellation)
    {
        var server = new SiteServer(site, address, port);
        try
        {
            await server._app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await server.DisposeAsync();
            return null;
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            await server.DisposeAsync();
            throw new UnusableInputException($"'{address}' port {port} cannot be listened at: {e.Message}");
        }

        var bound = new Uri(server._app.Services.GetService(typeof(Microsoft.AspNetCore.Hosting.Server.IServer)) is Microsoft.AspNetCore.Hosting.Server.IServer running
            ? running.Features.Get<IServerAddressesFeature>()!.Addresses.First() : "http://localhost/");
        server.Address = new UriBuilder("http", IPAddress.IsLoopback(address) ? "localhost" : address.Equals(IPAddress.Any) ? Dns.GetHostName() : bound.Host, bound.Port).Uri;
        return server;
    }

    /// <summary>Stops, and ends what is still open.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";

        // A site elsewhere whose name leads to this machine is not to read the notes.
        if (_isLocal && !IsLocalName(request.Host.Host)) return Text(response, StatusCodes.Status421MisdirectedRequest, "This server answers to localhost alone.\n");
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            return Text(response, StatusCodes.Status405MethodNotAllowed, "Pages can only be read.\n");
        }

        return request.Path.Value switch
        {
            ScriptPath => Send(context, 200, Script, "text/javascript; charset=utf-8", null),
            EventsPath => Events(context),
            var path => Page(context, ServedPage.Of(path?.TrimStart('/') ?? "", _site.Pages)),
        };
    }

    private static bool IsLocalName(string host) => host is "localhost" or "" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static Task Page(HttpContext context, ServedPage page)
    {
        if (page.Location is not null)
        {
            context.Response.Headers.Location = page.Location + context.Request.QueryString;
            return Text(context.Response, page.Status, "");
        }

        var type = Types.TryGetContentType(page.FileName, out var known) ? known : "application/octet-stream";
        if (type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/xml") type += "; charset=utf-8";
        return Send(context, page.Status, page.IsHtml ? WithScript(page) : page.Content, type, page.Version);
    }

    private static async Task Send(HttpContext context, int status, byte[] content, string type, string? version)
    {
        var response = context.Response;
        response.Headers.CacheControl = "no-cache";
        if (version is not null && status == 200)
        {
            var tag = $"\"{version}\"";
            response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch.Contains(tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(content, context.RequestAborted);
    }

    private async Task Events(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(request.Method)) return;

        using var page = _site.Browsers.Open(request.Query["page"].ToString().TrimStart('/'), request.Query["version"].ToString());
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _app.Lifetime.ApplicationStopping);
        try
        {
            // What changed between the loading of the page and now is not missed.
            page.Refresh(ServedPage.Of(page.Path, _site.Pages).Version);
            await response.WriteAsync("retry: 500\n\n", ended.Token);
            await response.Body.FlushAsync(ended.Token);
            await foreach (var message in page.Events(ended.Token))
            {
                await response.WriteAsync(message, ended.Token);
                await response.Body.FlushAsync(ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser went elsewhere, or the server stops.
        }
    }

    private static Task Text(HttpResponse response, int status, string text)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(text);
    }

    private static byte[] WithScript(ServedPage page)
    {
        var script = Encoding.UTF8.GetBytes($"<script src=\"{ScriptPath}\" data-version=\"{page.Version}\"></script>\n");
        var at = page.Content.AsSpan().LastIndexOf("</body>"u8);
        if (at < 0) at = page.Content.Length;
        return [.. page.Content.AsSpan(0, at), .. script, .. page.Content.AsSpan(at)];
    }

    private static byte[] ReadScript()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("live.js")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
