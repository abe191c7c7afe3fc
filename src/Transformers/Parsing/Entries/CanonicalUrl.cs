using System.Collections.Frozen;
using System.Text;
using Transformers.Text;

namespace Transformers.Parsing.Entries;

/// <summary>One spelling for all addresses that lead to the same thing.</summary>
/// <remarks>
/// Left out are <c>http(s)://</c>, <c>www.</c>, default ports, a final slash, parameters that only say where a reader came from, and fragments
/// that only say where to scroll. Percent-encoding is normalised as RFC 3986, 6.2.2, has it. Paths keep their case,
/// parameters their order, and a fragment that names a part stays: <c>#section</c> is another thing than the page.
/// </remarks>
internal static class CanonicalUrl
{
    /// <summary>Parameters that open a page to somebody, on any host.</summary>
    private static readonly FrozenSet<string> Tokens = FrozenSet.ToFrozenSet(["casa_token", "sharing_token", "share_token"], StringComparer.Ordinal);

    /// <summary>Parameters that mean nothing on one host, and elsewhere may.</summary>
    private static readonly FrozenDictionary<string, string[]> IdleByHost = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["academic.oup.com"] = ["redirectedfrom", "login"],
        ["github.com"] = ["tab"],
        ["ieeexplore.ieee.org"] = ["arnumber"],
        ["sciencedirect.com"] = ["via"],
        ["youtube.com"] = ["time_continue"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Hosts where <c>ref</c> is a branch.</summary>
    private static readonly FrozenSet<string> HostsWithBranches = FrozenSet.ToFrozenSet(["github.com", "gitlab.com", "bitbucket.org"], StringComparer.Ordinal);

    /// <summary>The address's canonical spelling; the same for all that are taken to be one, and empty for an empty one.</summary>
    public static string Of(string url)
    {
        var address = WebAddress.Of(url);
        var result = new StringBuilder(url.Length);
        var host = address.HostName();
        if (address.IsWeb)
        {
            result.Append(host);
            if (address.Port is not ("" or "80" or "443")) result.Append(':').Append(address.Port);
        }
        else
        {
            if (!address.Scheme.IsEmpty) result.Append(address.Scheme.ToString().ToLowerInvariant()).Append(':');
            if (!address.Host.IsEmpty) result.Append("//").Append(host);
            if (!address.Port.IsEmpty) result.Append(':').Append(address.Port);
        }

        PercentEncoding.Append(result, address.Path.TrimEnd('/'));
        AppendQuery(result, address.Query, host);
        AppendFragment(result, address.Fragment);
        return result.ToString();
    }

    private static void AppendQuery(StringBuilder result, ReadOnlySpan<char> query, string host)
    {
        var separator = '?';
        foreach (var range in query.Split('&'))
        {
            var parameter = query[range];
            if (parameter.IsEmpty || IsIdle(parameter, host)) continue;
            result.Append(separator);
            PercentEncoding.Append(result, parameter);
            separator = '&';
        }
    }

    private static bool IsIdle(ReadOnlySpan<char> parameter, string host)
    {
        var name = TrackingParameters.NameOf(parameter.ToString());
        return TrackingParameters.Contains(name, host)
            || Tokens.Contains(name)
            || (name is "ref" && !HostsWithBranches.Contains(host))
            || (name is "af" && host.EndsWith("onlinelibrary.wiley.com", StringComparison.Ordinal))
            || (IdleByHost.TryGetValue(host, out var names) && names.Contains(name));
    }

    /// <remarks>Judged as it is written in the end: <c>#%2E</c> is <c>#.</c>.</remarks>
    private static void AppendFragment(StringBuilder result, ReadOnlySpan<char> written)
    {
        var encoded = new StringBuilder(written.Length);
        PercentEncoding.Append(encoded, written);
        ReadOnlySpan<char> fragment = encoded.ToString();
        var text = fragment.IndexOf(":~:");
        if (text >= 0) fragment = fragment[..text];

        // "#.X8Y0emT0mx0" counts who shared a page (AddThis); "#scrollTo=…" is where a notebook was left.
        var isNoPart = fragment is "" or "!" or "/" || fragment[0] == '.' || fragment.StartsWith("scrollTo=", StringComparison.OrdinalIgnoreCase);
        if (!isNoPart) result.Append('#').Append(fragment);
    }
}
