using Transformers.Diagnostics;

namespace Transformers.Catalogue;

/// <summary>What cataloguing can find: its codes.</summary>
public static class CatalogueRules
{
    /// <summary>Several entries have one identifier or address.</summary>
    public static readonly DiagnosticRule SameWork = new("KB006", Severity.Info, "The same work in several entries");

    /// <summary>Works with different identifiers have one title.</summary>
    public static readonly DiagnosticRule PerhapsSameWork = new("KB018", Severity.Info, "Perhaps the same work under two addresses");
}
