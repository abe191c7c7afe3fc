using System.Collections.Frozen;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing;

/// <summary>What the address of a Markdown link is: outside the vault, within it, or nothing that a page may link.</summary>
internal static class LinkAddress
{
    /// <summary>The schemes of what a reader's browser or desktop opens without running it. Not <c>file</c>: that is a path out of the vault.</summary>
    public static readonly FrozenSet<string> SafeSchemes = new[]
    {
        "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sftp", "ssh", "git", "irc", "ircs", "xmpp", "matrix", "geo",
        "magnet", "news", "doi", "ipfs", "obsidian", "zotero",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a path or a fragment, which the vault resolves.</summary>
    public static bool IsInternal(LinkInline link) => !link.IsAutoLink && link.Url is { Length: > 0 } url && IsInternal(url);

    /// <inheritdoc cref="IsInternal(LinkInline)"/>
    public static bool IsInternal(string url) =>
        !url.StartsWith("//", StringComparison.Ordinal)
        && (SchemeOf(url) is not { } scheme || scheme.Equals("file", StringComparison.OrdinalIgnoreCase));

    /// <summary>True for an address outside the vault that a page may link.</summary>
    public static bool IsSafe(string url) =>
        url.StartsWith("//", StringComparison.Ordinal) || (SchemeOf(url) is { } scheme && SafeSchemes.Contains(scheme));

    /// <summary>True for a picture that the address itself holds, in a format that can't run anything.</summary>
    public static bool IsImageData(string url)
    {
        const string Prefix = "data:image/";
        if (!url.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return false;
        var format = url.AsSpan(Prefix.Length);
        var end = format.IndexOfAny(';', ',');
        return end > 0 && format[..end].ToString().ToLowerInvariant() is "png" or "jpeg" or "jpg" or "gif" or "webp";
    }

    /// <summary>The host of a web address without <c>www.</c>, or null.</summary>
    public static string? HostOf(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        return uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
    }

    /// <summary>Cuts a path from its fragment and decodes both.</summary>
    public static (string Target, string? Fragment) Split(string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        return hash < 0
            ? (Uri.UnescapeDataString(url), null)
            : (Uri.UnescapeDataString(url[..hash]), Uri.UnescapeDataString(url[(hash + 1)..]));
    }

    // RFC 3986, 3.1; a single letter is a Windows drive.
    private static string? SchemeOf(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || !char.IsAsciiLetter(url[0])) return null;
        foreach (var c in url.AsSpan(0, colon))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return null;
        }

        return url[..colon];
    }
}
