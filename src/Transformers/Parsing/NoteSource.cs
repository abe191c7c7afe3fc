using System.Collections.Immutable;
using Markdig.Syntax;
using Transformers.Diagnostics;
using Transformers.Parsing.Entries;
using Transformers.Text;

namespace Transformers.Parsing;

/// <summary>The note that is being parsed: where its text stands in the file, and what was found in it.</summary>
/// <param name="path">The file.</param>
/// <param name="lines">The lines of the whole file.</param>
/// <param name="inFile">Where a character of the text stands in the file, both in UTF-16 code units.</param>
/// <param name="kinds">The tags that make an entry.</param>
internal sealed class NoteSource(SourcePath path, LineMap lines, Func<int, int> inFile, KindVocabulary kinds)
{
    private readonly FindingList _findings = new();

    public SourcePath Path => path;

    public KindVocabulary Kinds => kinds;

    /// <summary>What was found, in the order of the lines.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. _findings.ToImmutable().OrderBy(d => (d.Range.Line, d.Range.Column))];

    /// <summary>The place in the file of a span of the body; Markdig's ends are inclusive.</summary>
    public SourceRange Locate(SourceSpan span) => Locate(inFile(span.Start), inFile(span.Start + Math.Max(0, span.Length)));

    private SourceRange Locate(int start, int end) => lines.Locate(new TextSpan(start, Math.Max(0, end - start)));

    /// <summary>Reports a finding in the body.</summary>
    public void Report(DiagnosticRule rule, SourceSpan span, string message) => Report(rule.At(path, Locate(span), message));

    /// <summary>Reports a finding.</summary>
    public void Report(Diagnostic diagnostic) => _findings.Add(diagnostic);
}
