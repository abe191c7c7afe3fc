using System.Collections.Immutable;
using Transformers.Diagnostics;

namespace Transformers.Checking;

/// <summary>The stage after cataloguing: what a curator would want to know. It changes nothing.</summary>
internal static class SiteChecks
{
    private static readonly ImmutableArray<Func<CheckedSite, IEnumerable<Diagnostic>>> All =
    [
        OrphanNotes.Check,
        EmptySections.Check,
        EntryYears.Check,
        DeadLinks.Check,
        InsecureLinks.Check,
        TrackingLinks.Check,
    ];

    /// <summary>Runs every check, in time linear in the notes.</summary>
    public static ImmutableArray<Diagnostic> Run(CheckedSite site) => FindingList.Of(All.Select(check => check(site)));
}
