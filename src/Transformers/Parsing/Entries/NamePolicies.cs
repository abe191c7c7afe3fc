namespace Transformers.Parsing.Entries;

/// <summary>Which policy a kind has.</summary>
internal static class NamePolicies
{
    /// <summary>The policy for a kind tag in any case; null for text without one.</summary>
    public static NamePolicy Of(string? kind) => RootOf(kind) switch
    {
        "talk" or "video" or "podcast" or "poster" => NamePolicy.Speakers,
        "book" or "thesis" or "phd" or "msc" or "bsc" => NamePolicy.People,
        "course" => NamePolicy.FullNames,
        _ => NamePolicy.KnownPublishers,
    };

    private static string? RootOf(string? kind) => kind?.TrimStart('#').Split('/')[0].ToLowerInvariant();
}
