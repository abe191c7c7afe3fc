using System.Buffers;
using System.Collections.Frozen;
using Transformers.Model;

namespace Transformers.Parsing.Entries;

/// <summary>Identifiers of repositories, models, data sets and videos.</summary>
internal static class HostedIdentifiers
{
    private const int VideoIdLength = 11;

    private static readonly SearchValues<char> RepositoryName =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>First segments on GitHub that are no owner.</summary>
    private static readonly FrozenSet<string> GitHubPages = FrozenSet.ToFrozenSet(
    [
        "about", "apps", "collections", "contact", "customer-stories", "enterprise", "events", "explore", "features", "issues", "login",
        "marketplace", "new", "notifications", "orgs", "organizations", "pricing", "pulls", "readme", "search", "security", "settings", "site",
        "sponsors", "stars", "topics", "trending", "users",
    ], StringComparer.Ordinal);

    /// <summary>First segments on Hugging Face that are no owner.</summary>
    private static readonly FrozenSet<string> HuggingFacePages = FrozenSet.ToFrozenSet(
    [
        "blog", "chat", "collections", "course", "datasets", "docs", "enterprise", "join", "learn", "login", "models", "new", "organizations",
        "papers", "posts", "pricing", "search", "settings", "spaces", "tasks",
    ], StringComparer.Ordinal);

    /// <summary>The identifier, or nothing.</summary>
    public static IEnumerable<Identifier> Read(ResourceAddress address) => address.Host switch
    {
        "github.com" when IsRepository(address) => [new("github", Name(address, 0, ".git"))],
        "huggingface.co" or "hf.co" => HuggingFace(address),
        "youtu.be" => Video(address.Segments is [var id, ..] ? id : null),
        "youtube.com" or "m.youtube.com" or "music.youtube.com" or "youtube-nocookie.com" => YouTube(address),
        _ => [],
    };

    /// <summary>The root of a repository or its README; a folder, a file, an issue or a section of the README is another thing.</summary>
    private static bool IsRepository(ResourceAddress address)
    {
        if (address.Segments.Length < 2 || GitHubPages.Contains(address.Lower(0))) return false;
        if (address.Segments.Take(2).Any(name => name.AsSpan().ContainsAnyExcept(RepositoryName))) return false;
        var isRoot = address.Segments.Length == 2
            || (address.Segments.Length == 4 && address.Lower(2) is "tree" && address.Lower(3) is "main" or "master")
            || (address.Segments.Length == 5 && address.Lower(2) is "blob" && address.Lower(4) is "readme.md" or "readme.rst" or "readme");
        return isRoot && address.Fragment is "" or "readme";
    }

    private static IEnumerable<Identifier> HuggingFace(ResourceAddress address)
    {
        var isCollection = address.Lower(0) is "datasets" or "spaces";
        var first = isCollection ? 1 : 0;
        var rest = address.Segments.Length - first;
        var isRoot = rest == 2 || (rest == 4 && address.Lower(first + 2) is "tree" && address.Lower(first + 3) is "main");
        if (!isRoot || HuggingFacePages.Contains(address.Lower(first)) || address.Segments.Any(s => s.AsSpan().ContainsAnyExcept(RepositoryName))) return [];
        var name = Name(address, first, suffix: "");
        return [new("huggingface", isCollection ? $"{address.Lower(0)}/{name}" : name)];
    }

    private static IEnumerable<Identifier> YouTube(ResourceAddress address) => address.Lower(0) switch
    {
        "watch" => Video(address.Parameter("v")),
        "embed" or "shorts" or "live" or "v" when address.Segments.Length >= 2 => Video(address.Segments[1]),
        "playlist" when address.Parameter("list") is { Length: > VideoIdLength } list => [new("youtube-playlist", list)],
        _ => [],
    };

    private static IEnumerable<Identifier> Video(string? id)
    {
        var isId = id is { Length: VideoIdLength } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return isId ? [new("youtube", id!)] : [];
    }

    /// <summary><c>owner/name</c> in lower case: neither site tells names by case.</summary>
    private static string Name(ResourceAddress address, int first, string suffix)
    {
        var name = address.Lower(first + 1);
        if (suffix.Length > 0 && name.EndsWith(suffix, StringComparison.Ordinal)) name = name[..^suffix.Length];
        return $"{address.Lower(first)}/{name}";
    }
}
