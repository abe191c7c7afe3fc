using System.Diagnostics.CodeAnalysis;

namespace Transformers.Vaults;

/// <summary>Reads the absolute address of a site's root.</summary>
public static class SiteUri
{
    /// <summary>Reads an <c>http</c> or <c>https</c> address without query and fragment; a slash is added at its end.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? uri)
    {
        if (Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out uri)
            && uri.Scheme is "http" or "https" && uri.Query.Length == 0 && uri.Fragment.Length == 0)
        {
            return true;
        }

        uri = null;
        return false;
    }
}
