namespace Transformers.Text;

/// <summary>A text file as it was read.</summary>
/// <param name="Path">Where it lies in the vault.</param>
/// <param name="Text">Its text without a byte order mark, its line ends as they are.</param>
public sealed record SourceFile(SourcePath Path, string Text);
