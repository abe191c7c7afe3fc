using System.Collections.Immutable;
using System.Globalization;
using Transformers.Vaults;

namespace Transformers.Parsing.Html.Raw;

/// <summary>A page of another site that a reader may load in place.</summary>
/// <param name="Source">The address to load.</param>
/// <param name="Link">The address for those who would rather go there.</param>
/// <param name="Title">What it is.</param>
internal sealed record Frame(string Source, string Link, string Title);

/// <summary>Tells which pages of other sites may be shown in a frame.</summary>
internal static class Frames
{
    /// <summary>The frame for the address of an <c>iframe</c>.</summary>
    /// <returns>Null where the address is none of the web's or its host is not among the owner's.</returns>
    public static Frame? Of(string url, string? title, Configuration configuration)
    {
        return WebAddress(url) is { } uri && FrameOf(uri, title) is var frame && MayLoad(url, frame, configuration) ? frame : null;
    }

    /// <summary>The frame for the address of a video's own page, which Obsidian shows as <c>![](address)</c>; null for all else.</summary>
    /// <remarks>Obsidian help, "Embed web pages".</remarks>
    public static Frame? OfVideoPage(string url, string? title) => SourceOfVideo(url) is { } source ? FrameOf(new Uri(source), title) : null;

    /// <summary>True where the owner named the host that was written, or the one that is loaded.</summary>
    /// <param name="url">The address as written.</param>
    /// <param name="frame">What it becomes.</param>
    /// <param name="configuration">The owner's decisions.</param>
    public static bool MayLoad(string url, Frame frame, Configuration configuration)
    {
        string[] hosts = [new Uri(frame.Source).IdnHost, WebAddress(url)?.IdnHost ?? ""];
        return configuration.Iframes.Any(host => hosts.Contains(host, StringComparer.OrdinalIgnoreCase));
    }

    private static Frame FrameOf(Uri uri, string? title)
    {
        var source = Privately(uri);
        return new(source.AbsoluteUri, LinkOf(source), string.IsNullOrWhiteSpace(title) ? NameOf(source) : title.Trim());
    }

    /// <summary>True for the address of a video's own page.</summary>
    public static bool IsVideoPage(string url) => SourceOfVideo(url) is not null;

    private static string? SourceOfVideo(string url)
    {
        if (!url.Contains("youtu", StringComparison.Ordinal) || WebAddress(url) is not { } uri) return null;
        var id = uri.IdnHost switch
        {
            "youtu.be" => uri.AbsolutePath[1..],
            "www.youtube.com" or "youtube.com" or "m.youtube.com" when uri.AbsolutePath == "/watch" => QueryOf(uri, "v"),
            _ => null,
        };
        if (id is null || !IsId(id)) return null;
        var start = (QueryOf(uri, "t") ?? QueryOf(uri, "start"))?.TrimEnd('s');
        var seconds = int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? $"?start={number}" : "";
        return $"https://www.youtube-nocookie.com/embed/{id}{seconds}";
    }

    private static Uri? WebAddress(string url) =>
        Uri.TryCreate(url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url, UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0 && HasName(uri)
            ? uri
            : null;

    /// <summary>False for a host that can't be asked for, with half of a pair in it or the like: its name throws.</summary>
    private static bool HasName(Uri uri)
    {
        try
        {
            return uri.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    private static Uri Privately(Uri uri)
    {
        var host = uri.IdnHost is "www.youtube.com" or "youtube.com" && uri.AbsolutePath.StartsWith("/embed/", StringComparison.Ordinal) ? "www.youtube-nocookie.com" : uri.IdnHost;
        var builder = new UriBuilder(uri) { Host = host, Scheme = "https" };
        if (uri.IsDefaultPort) builder.Port = -1;
        if (host == "player.vimeo.com" && !uri.Query.Contains("dnt=", StringComparison.Ordinal)) builder.Query = uri.Query.Length > 1 ? uri.Query[1..] + "&dnt=1" : "dnt=1";
        return builder.Uri;
    }

    private static string LinkOf(Uri source) => source.IdnHost switch
    {
        "www.youtube-nocookie.com" when IdIn(source, "/embed/") is { } id => $"https://www.youtube.com/watch?v={id}",
        "player.vimeo.com" when IdIn(source, "/video/") is { } id => $"https://vimeo.com/{id}",
        _ => source.AbsoluteUri,
    };

    private static string NameOf(Uri source) => source.IdnHost switch
    {
        "www.youtube-nocookie.com" => "Video on YouTube",
        "player.vimeo.com" => "Video on Vimeo",
        var host => host,
    };

    private static string? IdIn(Uri uri, string prefix) =>
        uri.AbsolutePath.StartsWith(prefix, StringComparison.Ordinal) && uri.AbsolutePath[prefix.Length..] is var id && IsId(id) ? id : null;

    private static bool IsId(string text) => text.Length is > 0 and <= 64 && text != "videoseries" && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string? QueryOf(Uri uri, string name)
    {
        ImmutableArray<string> parts = [.. uri.Query.TrimStart('?').Split('&', 32)];
        return parts.FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
    }
}
