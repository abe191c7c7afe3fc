using Transformers.Text;

namespace Transformers.Diagnostics;

/// <summary>A change of a file that mends a finding without changing what the author meant.</summary>
/// <param name="Range">What is replaced; empty where something is only inserted.</param>
/// <param name="Old">What must stand there; where the file has anything else, as with escapes, there is no safe change.</param>
/// <param name="New">What is to stand there.</param>
public sealed record TextEdit(SourceRange Range, string Old, string New);
