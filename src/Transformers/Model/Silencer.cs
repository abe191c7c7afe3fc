using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Model;

/// <summary>A comment by which an author silences findings: <c>%% transformers-ignore KB003 %%</c>.</summary>
/// <param name="Line">The line, from 1, on which findings are silenced: the comment's own or, where it stands alone, the next one; null for the whole note.</param>
/// <param name="Codes">The codes as written, with their places; at least one.</param>
public sealed record Silencer(int? Line, ImmutableArray<SilencedCode> Codes);

/// <summary>A code in a <see cref="Silencer"/>.</summary>
/// <param name="Code">As written, in capitals.</param>
/// <param name="Range">Its place.</param>
public readonly record struct SilencedCode(string Code, SourceRange Range);
