using Transformers.Diagnostics;

namespace Transformers.External;

/// <summary>What the answers of outside links can tell: its codes.</summary>
public static class ExternalRules
{
    /// <summary>An outside link that a reader follows into nothing.</summary>
    public static readonly DiagnosticRule Dead = new("KB013", Severity.Warning, "Outside link that is dead");

    /// <summary>An outside link that is elsewhere; its server leads there.</summary>
    public static readonly DiagnosticRule Moved = new("KB033", Severity.Info, "Outside link that has moved");

    /// <summary>A line of the ledger says nothing.</summary>
    public static readonly DiagnosticRule Unreadable = new("KB034", Severity.Warning, "Line of transformers.links that cannot be read");
}
