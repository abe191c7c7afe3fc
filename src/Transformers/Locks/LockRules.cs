using Transformers.Diagnostics;

namespace Transformers.Locks;

/// <summary>What comparing a site with its lock can find: its codes.</summary>
public static class LockRules
{
    /// <summary>What others may lead to is gone, and nobody knows where to.</summary>
    public static readonly DiagnosticRule Gone = new("KB030", Severity.Warning, "Address that is no longer published");

    /// <summary>What others may lead to is elsewhere; the site leads there.</summary>
    public static readonly DiagnosticRule Moved = new("KB031", Severity.Info, "Address that has moved");

    /// <summary>A line of the lock says nothing.</summary>
    public static readonly DiagnosticRule Unreadable = new("KB032", Severity.Error, "Line of transformers.lock that cannot be read");
}
