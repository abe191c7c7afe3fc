using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Diagnostics;

/// <summary>A rule, a place and a sentence that helps.</summary>
/// <param name="Rule">What kind of finding it is.</param>
/// <param name="Path">The file, relative to the vault.</param>
/// <param name="Range">What the author would change.</param>
/// <param name="Message">One sentence: what is wrong and, where it is known, what to write instead.</param>
/// <param name="Suggestions">What could be meant, the likeliest first; often empty.</param>
public sealed record Diagnostic(
    DiagnosticRule Rule, SourcePath Path, SourceRange Range, string Message, ImmutableArray<string> Suggestions)
{
    /// <summary>The changes that mend it, all or none of which are to be made; empty where an author has to decide.</summary>
    public ImmutableArray<TextEdit> Fix { get; init; } = [];

    /// <summary>The line that a terminal shows: <c>path:line:column: severity CODE: message</c>.</summary>
    public override string ToString() =>
        $"{Path}:{Range.Line}:{Range.Column}: {SeverityName} {Rule.Code}: {Message}";

    /// <inheritdoc cref="DiagnosticRule.SeverityName"/>
    public string SeverityName => Rule.SeverityName;
}
