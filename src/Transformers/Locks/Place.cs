using Transformers.Text;

namespace Transformers.Locks;

/// <summary>What a link from elsewhere leads to: a page or a file of the site, or an element of a page.</summary>
/// <param name="Address">The page or the file.</param>
/// <param name="Anchor">The element's <c>id</c>; empty for the whole.</param>
public readonly record struct Place(SiteAddress Address, string Anchor)
{
    /// <summary>The whole of a page or a file.</summary>
    public Place(SiteAddress address)
        : this(address, "") { }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <returns>False also for an address that no site has: a file is written there, and who merged what into a lock nobody knows.</returns>
    public static bool TryParse(string text, out Place place)
    {
        place = default;
        if (text is not ['/', .. var rest]) return false;
        var hash = rest.IndexOf('#', StringComparison.Ordinal);
        var (address, anchor) = hash < 0 ? (rest, "") : (rest[..hash], rest[(hash + 1)..]);
        place = new(new SiteAddress(address), anchor);
        return (hash < 0 || anchor.Length > 0) && (address.Length == 0 || address.TrimEnd('/').Split('/').All(segment => segment.Length > 0 && Slug.Of(segment) == segment));
    }

    /// <summary>As a link from the site's root: <c>/ai/vision/#^vit</c>.</summary>
    public override string ToString() => Anchor.Length > 0 ? $"/{Address}#{Anchor}" : $"/{Address}";
}
