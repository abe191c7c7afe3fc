using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Transformers.BrowserTests.Support;

/// <summary>A plain web server on a loopback port, as hosts of static pages are: sites under a sub-path, gzip, <c>404.html</c>.</summary>
internal sealed class StaticServer : IAsyncDisposable
{
    private const string Base = "/some/base";
    private readonly WebApplication _app;

    private StaticServer(WebApplication app) => _app = app;

    /// <summary>The absolute address of the served folder.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + Base + "/");

    /// <summary>Serves a folder, each folder in which is a site.</summary>
    public static async Task<StaticServer> StartAsync(DirectoryInfo folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        builder.Services.AddResponseCompression(options =>
        {
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });

        var app = builder.Build();
        app.UseResponseCompression();
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".mjs"] = "text/javascript";
        types.Mappings[".md"] = "text/markdown; charset=utf-8";
        types.Mappings[".bib"] = "application/x-bibtex; charset=utf-8";
        var files = new FileServerOptions { RequestPath = Base, FileProvider = new PhysicalFileProvider(folder.FullName) };
        files.StaticFileOptions.ContentTypeProvider = types;
        files.StaticFileOptions.ServeUnknownFileTypes = true;
        app.UseFileServer(files);
        app.Run(context => NotFound(context, folder));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task NotFound(HttpContext context, DirectoryInfo folder)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        var site = context.Request.Path.StartsWithSegments(Base, StringComparison.Ordinal, out var rest) ? rest.Value!.Split('/').ElementAtOrDefault(1) : null;
        var page = Path.Combine(folder.FullName, site ?? "", "404.html");
        if (site is not { Length: > 0 } || !File.Exists(page)) return Task.CompletedTask;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.SendFileAsync(page);
    }
}
