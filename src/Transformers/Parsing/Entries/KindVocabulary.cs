using System.Collections.Frozen;
using System.Collections.Immutable;
using Transformers.Parsing.Syntax;

namespace Transformers.Parsing.Entries;

/// <summary>The tags that make a list item an entry.</summary>
internal sealed class KindVocabulary
{
    private readonly FrozenSet<string> kinds;

    /// <summary>A vocabulary of one's own.</summary>
    /// <param name="kinds">Tags with or without <c>#</c>, in any case; blank ones are ignored.</param>
    public KindVocabulary(IEnumerable<string> kinds) =>
        this.kinds = kinds.Select(Fold).Where(kind => kind.Length > 0).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The kinds where the configuration gives none.</summary>
    public static KindVocabulary Default { get; } = new(
    [
        "paper", "code", "course", "talk", "book", "thesis", "review", "poster", "model", "dataset", "blog", "article", "video", "podcast", "tool",
        "website", "whitepaper", "bsc", "msc", "phd",
    ]);

    /// <summary>All of them, in ordinal order.</summary>
    public ImmutableArray<string> All => [.. kinds.Order(StringComparer.Ordinal)];

    /// <summary>Tells whether a tag is a kind, or nested under one: <c>#THESIS/MSC</c> is <c>thesis/msc</c>.</summary>
    /// <param name="tag">With or without <c>#</c>, in any case.</param>
    /// <param name="kind">The tag in lower case without <c>#</c>; empty when it is no kind.</param>
    public bool TryGetKind(string tag, out string kind)
    {
        var folded = Fold(tag);
        for (var end = folded.Length; end > 0; end = folded.LastIndexOf('/', end - 1))
        {
            if (!kinds.Contains(folded[..end])) continue;
            kind = folded;
            return true;
        }

        kind = "";
        return false;
    }

    /// <summary>True for what may stand in a list of kinds: a tag, with or without <c>#</c>, or nothing.</summary>
    public static bool CanBeKind(string text) => Fold(text) is var kind && TagParser.LengthOfName(kind) == kind.Length;

    private static string Fold(string tag) => tag.Trim().TrimStart('#').Trim('/').ToLowerInvariant();
}
