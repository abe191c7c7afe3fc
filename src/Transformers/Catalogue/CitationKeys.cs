using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Transformers.Text;

namespace Transformers.Catalogue;

/// <summary>Gives each work its citation key: <c>vaswani2017attentionneed</c>.</summary>
/// <remarks>The rule is the contract's, "Addresses", "Works".</remarks>
internal sealed class CitationKeys
{
    /// <summary>A key is a folder's name as well; nobody's three words are longer but on purpose.</summary>
    private const int MostCharacters = 100;

    private const int MostWords = 3;

    // "all" and "you" stand in the contract's example, not in its list.
    private static readonly FrozenSet<string> StopWords = FrozenSet.ToFrozenSet(
    [
        "a", "an", "the", "of", "for", "and", "in", "on", "with", "to", "from", "by", "is", "are", "at", "as", "via", "towards", "using",
        "all", "you",
    ], StringComparer.Ordinal);

    private readonly Dictionary<string, int> _repeats = new(StringComparer.Ordinal);

    /// <summary>Takes the key of a work; a later work that wants the same one gets <c>-2</c>, <c>-3</c> ….</summary>
    /// <param name="authors">As cited; only the first counts.</param>
    /// <param name="year">The year, or null.</param>
    /// <param name="title">The title, or null.</param>
    /// <param name="identity">What the key is made of if those say nothing in ASCII.</param>
    public string Take(ImmutableArray<string> authors, int? year, string? title, string identity)
    {
        var wanted = Of(authors, year, title);
        if (wanted.Length == 0) wanted = $"work-{ShortHash.Of(identity)}";

        // Neither form ends in a hyphen and a small number of its own, so that numbered keys are free.
        var number = _repeats[wanted] = _repeats.GetValueOrDefault(wanted) + 1;
        return number == 1 ? wanted : string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
    }

    private static string Of(ImmutableArray<string> authors, int? year, string? title)
    {
        var key = new StringBuilder();
        if (authors is [var first, ..]) key.Append(Folding.ToAscii(AuthorName.Of(first).LastName));
        key.Append(CultureInfo.InvariantCulture, $"{year}");
        foreach (var word in Words(title ?? "").Select(Folding.ToAscii).Where(word => word.Length > 0 && !StopWords.Contains(word)).Take(MostWords)) key.Append(word);
        return key.Length > MostCharacters ? key.ToString(0, MostCharacters) : key.ToString();
    }

    /// <summary>Cuts at whatever is no letter, mark or digit, but not at hyphens, apostrophes and dots within a word: <c>pre-training</c>, <c>fast.ai</c>.</summary>
    private static IEnumerable<string> Words(string title)
    {
        var start = 0;
        for (var at = 0; at <= title.Length; at++)
        {
            if (at < title.Length && IsOfWord(title, at)) continue;
            if (at > start) yield return title[start..at];
            start = at + 1;
        }
    }

    private static bool IsOfWord(string title, int at) => title[at] switch
    {
        '-' or '‐' or '‑' or '\'' or '’' => true,
        '.' => at + 1 < title.Length && char.IsLetterOrDigit(title[at + 1]),
        var c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark,
    };
}
