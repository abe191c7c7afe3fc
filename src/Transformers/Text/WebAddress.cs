using System.Collections.Immutable;

namespace Transformers.Text;

/// <summary>An outside address, cut into its parts but not judged: also what is no valid URL has some.</summary>
/// <remarks>
/// RFC 3986, appendix B, by hand: authors write addresses that strict parsers refuse, and every part is wanted as written.
/// </remarks>
internal readonly ref struct WebAddress
{
    private WebAddress(ReadOnlySpan<char> scheme, ReadOnlySpan<char> host, ReadOnlySpan<char> port, ReadOnlySpan<char> path, ReadOnlySpan<char> query, ReadOnlySpan<char> fragment)
    {
        Scheme = scheme;
        Host = host;
        Port = port;
        Path = path;
        Query = query;
        Fragment = fragment;
    }

    /// <summary>Before <c>:</c>, as written; empty for <c>//host</c> and for text without one.</summary>
    public ReadOnlySpan<char> Scheme { get; }

    /// <summary>As written, without user and port; empty for <c>mailto:</c> and its like.</summary>
    public ReadOnlySpan<char> Host { get; }

    /// <summary>The digits after the host's <c>:</c>, if any.</summary>
    public ReadOnlySpan<char> Port { get; }

    /// <summary>From the first <c>/</c> on, or all behind the scheme where there is no host.</summary>
    public ReadOnlySpan<char> Path { get; }

    /// <summary>Between <c>?</c> and <c>#</c>, without them.</summary>
    public ReadOnlySpan<char> Query { get; }

    /// <summary>Behind the first <c>#</c>, without it.</summary>
    public ReadOnlySpan<char> Fragment { get; }

    /// <summary>True for <c>http</c> and <c>https</c>, in any case, with a host.</summary>
    public bool IsWeb => !Host.IsEmpty && (Is(Scheme, "http") || Is(Scheme, "https") || Scheme.IsEmpty);

    /// <summary>Cuts an address; white space and <c>&lt;&gt;</c> around it are no part of it.</summary>
    public static WebAddress Of(ReadOnlySpan<char> url)
    {
        url = url.Trim().TrimStart('<').TrimEnd('>').Trim();
        var (rest, fragment) = CutAt(url, '#');
        (rest, var query) = CutAt(rest, '?');

        ReadOnlySpan<char> scheme = [];
        var colon = rest.IndexOf(':');
        if (colon > 0 && rest[..colon].IndexOfAny('/', '.', ' ') < 0)
        {
            scheme = rest[..colon];
            rest = rest[(colon + 1)..];
        }

        if (!rest.StartsWith("//")) return new(scheme, [], [], rest, query, fragment);

        rest = rest[2..];
        var slash = rest.IndexOf('/');
        var authority = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? [] : rest[slash..];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        var portColon = authority.LastIndexOf(':');
        var hasPort = portColon >= 0 && !authority[portColon..].Contains(']');
        return hasPort
            ? new(scheme, authority[..portColon], authority[(portColon + 1)..], path, query, fragment)
            : new(scheme, authority, [], path, query, fragment);
    }

    /// <summary>The host in lower case, without <c>www.</c> and a final dot.</summary>
    public string HostName()
    {
        var host = Host.TrimEnd('.').ToString().ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    /// <summary>The path's segments, decoded; <c>%2F</c> cuts like <c>/</c>, and empty ones are left out.</summary>
    public ImmutableArray<string> Segments() =>
        [.. Uri.UnescapeDataString(Path).Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The decoded value of the query's first parameter of that name, or null.</summary>
    public string? Parameter(string name)
    {
        foreach (var range in Query.Split('&'))
        {
            var (key, value) = CutAt(Query[range], '=');
            if (Is(key, name)) return Uri.UnescapeDataString(value.ToString());
        }

        return null;
    }

    private static bool Is(ReadOnlySpan<char> text, ReadOnlySpan<char> expected) => text.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static Cut CutAt(ReadOnlySpan<char> text, char separator)
    {
        var at = text.IndexOf(separator);
        return at < 0 ? new(text, []) : new(text[..at], text[(at + 1)..]);
    }

    private readonly ref struct Cut(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        private readonly ReadOnlySpan<char> before = before;
        private readonly ReadOnlySpan<char> after = after;

        public void Deconstruct(out ReadOnlySpan<char> first, out ReadOnlySpan<char> second)
        {
            first = before;
            second = after;
        }
    }
}
