using Transformers.Text;

namespace Transformers.Model;

/// <summary>The address of a link or an image outside the vault.</summary>
/// <param name="Url">The address, <c>http</c> or <c>https</c>, without Markdown's escapes; <c>http://</c> is put before one that begins with <c>www.</c>.</param>
/// <param name="Range">The address in the source; all that it stands in where that is not so plain: the tag of raw HTML, the quotes of a property.</param>
public sealed record OutsideLink(string Url, SourceRange Range)
{
    /// <summary>True where the source holds the very characters of <see cref="Url"/>.</summary>
    public bool IsAsWritten => Range.Line == Range.EndLine && Range.EndColumn - Range.Column == Url.Length;
}
