using System.Collections.Frozen;

namespace Transformers.Model;

/// <summary>What formulas of a base may name. What is not in here is not supported, and said to be so where it is used.</summary>
/// <remarks>
/// Obsidian help, "Functions". Left out on purpose: <c>now</c>, <c>today</c>, <c>relative</c> and <c>random</c>, as a site built twice is the same;
/// <c>html</c>, as notes are not trusted; the dates and the size of a file, which a copy of the vault does not keep.
/// </remarks>
public static class BaseVocabulary
{
    /// <summary>Functions that stand alone.</summary>
    public static FrozenSet<string> Functions { get; } = Words("if list link file number min max date duration escapeHTML");

    /// <summary>Functions behind a dot.</summary>
    public static FrozenSet<string> Methods { get; } = Words(
        "isTruthy isType toString isEmpty contains containsAll containsAny startsWith endsWith lower upper title trim replace repeat reverse slice split " +
        "abs ceil floor round toFixed filter map reduce flat join sort unique date time format asFile linksTo asLink hasLink hasProperty hasTag inFolder keys values");

    /// <summary>Properties of a file.</summary>
    public static FrozenSet<string> FileProperties { get; } = Words("name basename path folder ext tags links embeds backlinks properties aliases file");

    /// <summary>What can stand below a column, in any case, and its name.</summary>
    public static FrozenDictionary<string, string> Summaries { get; } =
        "Sum Average Min Max Median Range Earliest Latest Checked Unchecked Empty Filled Unique".Split(' ').ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
