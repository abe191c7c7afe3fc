using Transformers.Text;

namespace Transformers.Diagnostics;

/// <summary>One kind of finding. Its code never changes meaning and is never reused.</summary>
/// <param name="Code"><c>KB</c> and three digits, as the contract lists them.</param>
/// <param name="Severity">The severity of every occurrence.</param>
/// <param name="Title">What is wrong, in a few words, the same for every occurrence.</param>
public sealed record DiagnosticRule(string Code, Severity Severity, string Title)
{
    /// <summary><c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public string SeverityName => Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary>Makes the finding for one occurrence.</summary>
    /// <param name="path">The file.</param>
    /// <param name="range">What the author would change.</param>
    /// <param name="message">What is wrong here and, where it is known, what to write instead.</param>
    /// <param name="suggestions">What could be meant, the likeliest first.</param>
    public Diagnostic At(SourcePath path, SourceRange range, string message, IEnumerable<string>? suggestions = null) =>
        new(this, path, range, message, [.. suggestions ?? []]);
}
