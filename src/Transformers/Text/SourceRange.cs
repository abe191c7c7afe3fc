namespace Transformers.Text;

/// <summary>A range of a file as editors show it: lines and columns from 1, columns in UTF-16 code units.</summary>
/// <param name="Line">The line of the first character.</param>
/// <param name="Column">The column of the first character.</param>
/// <param name="EndLine">The line of the end.</param>
/// <param name="EndColumn">The column after the last character.</param>
public readonly record struct SourceRange(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The place before a file's first character: what concerns the file as a whole.</summary>
    public static SourceRange FileStart { get; } = new(1, 1, 1, 1);
}
