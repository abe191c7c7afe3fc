namespace Transformers.Text;

/// <summary>A range of a source text: a 0-based start and a length, both in UTF-16 code units.</summary>
/// <param name="Start">The first code unit.</param>
/// <param name="Length">How many code units; 0 for a place between two.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The code unit after the last one.</summary>
    public int End => Start + Length;
}
