using System.Globalization;
using System.Text;

namespace Transformers.External;

/// <summary>The address by which an outside link is asked and remembered: one for all links that a server can't tell apart.</summary>
internal static class AskedAddress
{
    /// <summary>The address: ASCII, without white space, without a fragment, which no server ever sees.</summary>
    /// <param name="url">A link as it was written.</param>
    /// <returns>Null for one that is not asked: it is no <c>http</c> or <c>https</c> address that a server could be asked for, or it holds a user's name or password.</returns>
    public static string? Of(string url)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) || !IsWeb(uri) || uri.UserInfo.Length > 0) return null;
        var host = HostOf(uri);
        if (host.Length == 0) return null;
        var port = uri.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{uri.Port}");
        return $"{uri.Scheme}://{host}{port}{uri.GetComponents(UriComponents.PathAndQuery, UriFormat.UriEscaped)}";
    }

    /// <summary>The host as the network knows it: lower case, an internationalised name in its ASCII form (RFC 3490), an IPv6 address in brackets; empty for one that has no such form.</summary>
    public static string HostOf(Uri uri)
    {
        try
        {
            // A name that has no ASCII form comes back as it was written.
            var host = uri.IdnHost;
            return !Ascii.IsValid(host) ? "" : uri.HostNameType == UriHostNameType.IPv6 ? $"[{host}]" : host;
        }
        catch (UriFormatException)
        {
            return "";
        }
    }

    /// <summary>True for <c>http</c> and <c>https</c>.</summary>
    public static bool IsWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;
}
