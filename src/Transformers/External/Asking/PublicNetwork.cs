using System.Collections.Immutable;
using System.Net;

namespace Transformers.External.Asking;

/// <summary>Tells hosts that anybody can reach from those of a private network, which the author of a note has no business to ask.</summary>
internal static class PublicNetwork
{
    // IANA, "IPv4 / IPv6 Special-Purpose Address Registry" (RFC 6890): what is not globally reachable, is multicast, or carries an IPv4 address.
    private static readonly ImmutableArray<IPNetwork> Special =
    [
        .. ("0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 "
            + "198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 ::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/9 ff00::/8")
            .Split(' ').Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly string[] PrivateDomains = [".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa"];

    /// <summary>True for an address that belongs to the public network.</summary>
    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return !Special.Any(network => network.Contains(address));
    }

    /// <summary>False for a host whose name alone tells that it is private: a private address, a name without a dot, a domain that no one can register.</summary>
    /// <param name="host">As <see cref="AskedAddress.HostOf"/> gives it.</param>
    public static bool MayContain(string host)
    {
        if (IPAddress.TryParse(host.AsSpan().Trim("[]"), out var address)) return Contains(address);
        host = host.TrimEnd('.');
        return host.Contains('.', StringComparison.Ordinal) && !PrivateDomains.Any(domain => host.EndsWith(domain, StringComparison.Ordinal));
    }
}
