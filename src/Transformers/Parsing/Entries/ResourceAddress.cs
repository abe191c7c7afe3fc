using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Parsing.Entries;

/// <summary>An address as the readers of identifiers look at it.</summary>
internal sealed record ResourceAddress
{
    /// <summary>Lower case, without <c>www.</c>; for <c>doi:10.…</c> the scheme itself.</summary>
    public required string Host { get; init; }

    /// <summary>The path, decoded, without the empty segments.</summary>
    public required ImmutableArray<string> Segments { get; init; }

    /// <summary>Behind <c>#</c>, as written.</summary>
    public required string Fragment { get; init; }

    private string Url { get; init; } = "";

    /// <summary>Reads an address.</summary>
    public static ResourceAddress Of(string url)
    {
        var address = WebAddress.Of(url);
        return new ResourceAddress
        {
            Host = address.Host.IsEmpty ? address.Scheme.ToString().ToLowerInvariant() : address.HostName(),
            Segments = address.Segments(),
            Fragment = address.Fragment.ToString(),
            Url = url,
        };
    }

    /// <summary>The decoded value of a parameter in the query, or null.</summary>
    public string? Parameter(string name) => WebAddress.Of(Url).Parameter(name);

    /// <summary>True for the host itself and what lies below it.</summary>
    public bool IsAt(string domain) =>
        string.Equals(Host, domain, StringComparison.Ordinal) || (Host.Length > domain.Length && Host.EndsWith(domain, StringComparison.Ordinal) && Host[^(domain.Length + 1)] == '.');

    /// <summary>The segment at a place, in lower case; empty when the path is shorter.</summary>
    public string Lower(int index) => index < Segments.Length ? Segments[index].ToLowerInvariant() : "";

    /// <summary>The segments from a place on, joined by <c>/</c>; empty when the path is shorter.</summary>
    public string From(int index) => index < Segments.Length ? string.Join('/', Segments.Skip(index)) : "";
}
