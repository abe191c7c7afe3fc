using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Vaults;

/// <summary>What was added to a vault, and when.</summary>
/// <param name="Additions">The oldest first; empty where nothing is known.</param>
/// <param name="Unknown">Why nothing is known, as the end of a sentence; null where the history is whole.</param>
public sealed record VaultHistory(ImmutableArray<Addition> Additions, string? Unknown)
{
    /// <summary>A vault that nobody asked about.</summary>
    public static VaultHistory None { get; } = new([], "the history was not read");
}

/// <summary>Bullets that one change added to one file.</summary>
/// <param name="Time">When, in UTC.</param>
/// <param name="Path">The file as it was called then.</param>
/// <param name="Bullets">The list items, a line each, without their indentation.</param>
public sealed record Addition(DateTimeOffset Time, SourcePath Path, string Bullets);
