using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Checking;

/// <summary>Finds links to places that are known to be gone: those that the configuration names, and a few that everybody linked.</summary>
internal static class DeadLinks
{
    private static readonly DeadLink[] Known =
    [
        new("paperswithcode.com", null, "was closed in July 2025"),
        new("plus.google.com", null, "was closed in April 2019"),
    ];

    /// <summary>The host, or this part of it, is gone.</summary>
    public static readonly DiagnosticRule Rule = new("KB028", Severity.Warning, "Link to a place that is gone");

    /// <summary>One finding a link.</summary>
    public static IEnumerable<Diagnostic> Check(CheckedSite site)
    {
        var byHost = site.Configuration.DeadLinks.Concat(Known).ToLookup(dead => HostOf(dead.Prefix), StringComparer.OrdinalIgnoreCase);
        return from note in site.Notes
               from link in note.OutsideLinks
               let written = WithoutScheme(link.Url)
               let dead = byHost[HostOf(written)].Where(dead => Covers(dead.Prefix, written)).MaxBy(dead => dead.Prefix.Length)
               where dead is not null
               select At(note.Path, link, written, dead);
    }

    private static Diagnostic At(SourcePath path, OutsideLink link, string written, DeadLink dead)
    {
        var what = $"'{dead.Prefix.TrimEnd('/')}' {dead.Reason ?? "is gone"}";
        if (dead.Replacement is null) return Rule.At(path, link.Range, $"{what}; link what took its place, or name that under 'deadLinks' in {Configuration.FileName}.");
        var replacement = dead.Prefix.EndsWith('/') && dead.Replacement.EndsWith('/') ? dead.Replacement + written[dead.Prefix.Length..] : dead.Replacement;
        return Rule.At(path, link.Range, $"{what}; write '{replacement}'.", [replacement]) with { Fix = link.IsAsWritten ? [new(link.Range, link.Url, replacement)] : [] };
    }

    private static string WithoutScheme(string url)
    {
        var rest = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..];
        return rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest;
    }

    private static string HostOf(string written)
    {
        var end = written.AsSpan().IndexOfAny("/?#:");
        return end < 0 ? written : written[..end];
    }

    // Hosts in any case, paths as they are; a prefix ends where a segment does.
    private static bool Covers(string prefix, string written)
    {
        var host = HostOf(prefix).Length;
        return written.Length >= prefix.TrimEnd('/').Length
            && written.AsSpan(host).StartsWith(prefix.AsSpan(host).TrimEnd('/'), StringComparison.Ordinal)
            && (written.Length == prefix.TrimEnd('/').Length || written[prefix.TrimEnd('/').Length] is '/' or '?' or '#' or ':');
    }
}
