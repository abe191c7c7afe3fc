using System.Collections.Frozen;

namespace Transformers.Text;

/// <summary>Parameters in an address's query that tell who shared it, and nothing about what it leads to.</summary>
internal static class TrackingParameters
{
    private static readonly FrozenSet<string> Anywhere = FrozenSet.ToFrozenSet(
    [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "ref_src", "ref_url",
    ], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> ByHost = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["linkedin.com"] = ["trk"],
        ["medium.com"] = ["source"],
        ["paperswithcode.com"] = ["from"],
        ["sciencedirect.com"] = ["dgcid"],
        ["towardsdatascience.com"] = ["source"],
        ["twitter.com"] = ["s", "t"],
        ["x.com"] = ["s", "t"],
        ["youtube.com"] = ["ab_channel", "feature", "pp", "si"],
        ["youtu.be"] = ["feature", "si"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True for a parameter that tracks; anything that begins with <c>utm_</c> does.</summary>
    /// <param name="name">Its name, decoded, in lower case.</param>
    /// <param name="host">The address's host as <see cref="WebAddress.HostName"/> gives it.</param>
    public static bool Contains(string name, string host) =>
        name.StartsWith("utm_", StringComparison.Ordinal)
        || Anywhere.Contains(name)
        || (name is "source" && host.EndsWith(".medium.com", StringComparison.Ordinal))
        || (ByHost.TryGetValue(host, out var names) && names.Contains(name));

    /// <summary>The address without the parameters that track.</summary>
    /// <returns>The very text where there are none.</returns>
    public static string Without(string url)
    {
        var address = WebAddress.Of(url);
        if (address.Query.IsEmpty) return url;
        var host = address.HostName();
        var kept = new List<string>();
        var removed = 0;
        foreach (var parameter in address.Query.ToString().Split('&'))
        {
            if (Contains(NameOf(parameter), host)) removed++;
            else kept.Add(parameter);
        }

        if (removed == 0) return url;
        var start = url.IndexOf('?', StringComparison.Ordinal);
        var end = start + 1 + address.Query.Length;
        return url[..start] + (kept.Count == 0 ? "" : "?" + string.Join('&', kept)) + url[end..];
    }

    /// <summary>The name of a <c>name=value</c>, decoded, in lower case.</summary>
    public static string NameOf(string parameter)
    {
        var name = parameter.Split('=', 2)[0];
        if (name.Contains('%', StringComparison.Ordinal)) name = Uri.UnescapeDataString(name).Split('=')[0];
        return name.ToLowerInvariant();
    }
}
