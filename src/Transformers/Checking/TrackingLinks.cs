using Transformers.Diagnostics;
using Transformers.Text;

namespace Transformers.Checking;

/// <summary>Finds links that tell the other side where the curator had them from.</summary>
internal static class TrackingLinks
{
    /// <summary>The address has parameters that track.</summary>
    public static readonly DiagnosticRule Rule = new("KB027", Severity.Info, "Link with tracking parameters");

    /// <summary>One finding a link.</summary>
    public static IEnumerable<Diagnostic> Check(CheckedSite site) =>
        from note in site.Notes
        from link in note.OutsideLinks
        where link.Url.Contains('?', StringComparison.Ordinal)
        let clean = TrackingParameters.Without(link.Url)
        where clean.Length < link.Url.Length
        select Rule.At(note.Path, link.Range, $"The address holds parameters that only track readers; write '{clean}'.", [clean]) with { Fix = link.IsAsWritten ? [new(link.Range, link.Url, clean)] : [] };
}
