using System.Collections.Frozen;

namespace Transformers.Text;

/// <summary>The small words that belong to a last name: <c>van den</c> Oord.</summary>
internal static class NameParticles
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = FrozenSet.ToFrozenSet(
    [
        "van", "von", "der", "den", "de", "la", "le", "del", "della", "di", "da", "do", "dos", "das", "du", "des", "el", "al",
        "ten", "ter", "te", "bin", "ibn", "zu", "zur", "af", "y", "e", "i", "'t", "’t",
    ], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a particle as it is written within a name, without a capital.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
