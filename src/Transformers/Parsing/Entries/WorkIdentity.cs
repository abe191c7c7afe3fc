using System.Collections.Immutable;
using Transformers.Model;

namespace Transformers.Parsing.Entries;

/// <summary>When two entries are about one work: when they share a key.</summary>
/// <remarks>Precision before recall: titles are no keys, and two ids of one registry are two works.</remarks>
internal static class WorkIdentity
{
    /// <summary>Prefixes of DOIs that another registry's id follows, with that registry's scheme.</summary>
    private static readonly ImmutableArray<(string Prefix, string Scheme)> Registries =
        [("10.48550/arxiv.", "arxiv"), ("10.18653/v1/", "acl"), ("10.2139/ssrn.", "ssrn")];

    /// <summary>The keys of an entry, the most telling first, each once: <c>arxiv:1706.03762</c>, <c>url:x.org/a</c>.</summary>
    /// <param name="identifiers">What <see cref="IdentifierReader"/> read, or a curator gave.</param>
    /// <param name="url">The entry's address, or null.</param>
    /// <returns>None when neither is known.</returns>
    public static ImmutableArray<string> KeysOf(ImmutableArray<Identifier> identifiers, string? url)
    {
        var keys = identifiers.Select(KeyOf);
        var address = url is null ? "" : CanonicalUrl.Of(url);
        return [.. (address.Length > 0 ? keys.Append($"url:{address}") : keys).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The most telling key of an address; empty for an empty one.</summary>
    public static string KeyOf(string url) => KeysOf(IdentifierReader.FromUrl(url), url) is [var first, ..] ? first : "";

    private static string KeyOf(Identifier identifier)
    {
        if (identifier.Scheme is "doi")
        {
            foreach (var (prefix, scheme) in Registries)
            {
                var value = identifier.Value;
                if (value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return Key(scheme, value[prefix.Length..]);
            }
        }

        return Key(identifier.Scheme, identifier.Value);
    }

    /// <summary>Registries but these do not tell ids by case.</summary>
    private static string Key(string scheme, string value) =>
        scheme is "openreview" or "youtube" or "youtube-playlist" ? $"{scheme}:{value}" : $"{scheme}:{value.ToLowerInvariant()}";
}
