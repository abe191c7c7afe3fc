using System.Globalization;
using System.IO.Hashing;
using System.Net;
using System.Text;
using Transformers.Rendering;
using Transformers.Rendering.Templates;
using Transformers.Text;

namespace Transformers.Cli.Serving;

/// <summary>What a browser gets for a path.</summary>
/// <param name="Status">200, 301, 404 or 500.</param>
/// <param name="Content">The bytes.</param>
/// <param name="FileName">What tells its type.</param>
/// <param name="Version">Another for other bytes.</param>
/// <param name="Location">Where it is instead, for 301.</param>
internal sealed record ServedPage(int Status, byte[] Content, string FileName, string Version, string? Location = null)
{
    private static readonly SiteAddress NotFound = new("404.html");

    /// <summary>True for a page that a browser shows, to which the script can be added.</summary>
    public bool IsHtml => FileName.EndsWith(".html", StringComparison.Ordinal);

    /// <summary>Makes the answer to a path.</summary>
    /// <param name="path">The path of the request without its first slash, percent-decoded.</param>
    /// <param name="pages">The site.</param>
    public static ServedPage Of(string path, LivePages pages)
    {
        if (pages.At(path) is { } file) return Made(200, file, pages);
        if (!path.EndsWith('/') && pages.At(path + "/") is { } page) return new(301, [], "", "", "/" + string.Join('/', page.Address.Value.Split('/').Select(Uri.EscapeDataString)));
        return pages.Find(NotFound) is { } notFound ? Made(404, notFound, pages) : Message(404, "Not found", "There is no such page.");
    }

    private static ServedPage Made(int status, SiteFile file, LivePages pages)
    {
        try
        {
            var bytes = pages.BytesOf(file);
            return new(status, bytes, file.Address.FilePath, VersionOf(bytes));
        }
        catch (Exception e) when (e is TemplateException or IOException or UnauthorizedAccessException)
        {
            return Message(500, "The page could not be made", e.Message);
        }
    }

    private static ServedPage Message(int status, string title, string text)
    {
        var bytes = Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body><h1>{title}</h1>\n<pre>{WebUtility.HtmlEncode(text)}</pre>\n</body></html>\n");
        return new(status, bytes, "message.html", VersionOf(bytes));
    }

    private static string VersionOf(byte[] bytes) => XxHash3.HashToUInt64(bytes).ToString("x16", CultureInfo.InvariantCulture);
}
