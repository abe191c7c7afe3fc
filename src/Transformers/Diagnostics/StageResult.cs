using System.Collections.Immutable;

namespace Transformers.Diagnostics;

/// <summary>What a stage made, and what it found while making it.</summary>
/// <remarks>
/// The value is always there. A stage recovers from whatever an author can write and says so in
/// its diagnostics; it throws only for a bug in this program or a failing disk.
/// </remarks>
/// <param name="Value">What the stage made.</param>
/// <param name="Diagnostics">What it found, in the order of the files.</param>
public sealed record StageResult<T>(T Value, ImmutableArray<Diagnostic> Diagnostics);
