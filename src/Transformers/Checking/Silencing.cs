using System.Collections.Immutable;
using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Checking;

/// <summary>What authors say of findings themselves: comments in notes that silence single ones, severities in the configuration.</summary>
internal static class Silencing
{
    /// <summary>A comment silences a code that there is not.</summary>
    public static readonly DiagnosticRule UnknownCode = new("KB029", Severity.Warning, "Comment that silences an unknown code");

    /// <summary>The findings that the comments leave, as severe as the configuration says.</summary>
    /// <param name="found">What the stages found.</param>
    /// <param name="notes">The notes in which comments stand.</param>
    /// <param name="configuration">The owner's decisions.</param>
    public static IEnumerable<Diagnostic> Apply(IEnumerable<Diagnostic> found, IEnumerable<Note> notes, Configuration configuration)
    {
        var silent = (from note in notes
                      from silencer in note.Silencers
                      from code in silencer.Codes
                      select (note.Path, code.Code, silencer.Line)).ToHashSet();
        return from diagnostic in found
               let code = diagnostic.Rule.Code
               where !silent.Contains((diagnostic.Path, code, null)) && !silent.Contains((diagnostic.Path, code, diagnostic.Range.Line))
               let severity = configuration.Severities.GetValueOrDefault(code, diagnostic.Rule.Severity)
               where severity is not null
               select severity == diagnostic.Rule.Severity ? diagnostic : diagnostic with { Rule = diagnostic.Rule with { Severity = severity.Value } };
    }

    /// <summary>One finding for each code in a comment that is none.</summary>
    /// <param name="notes">The notes.</param>
    /// <param name="codes">Those that there are.</param>
    public static IEnumerable<Diagnostic> Check(IEnumerable<Note> notes, ImmutableSortedSet<string> codes) =>
        from note in notes
        from silencer in note.Silencers
        from code in silencer.Codes
        where !codes.Contains(code.Code)
        let closest = Likeness.Closest(code.Code, codes, 3)
        select UnknownCode.At(note.Path, code.Range, $"There is no code '{code.Code}'{(closest.IsEmpty ? "" : $"; is '{closest[0]}' meant?")}", closest);
}
