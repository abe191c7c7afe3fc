using System.Collections.Immutable;
using System.Globalization;
using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.External;

/// <summary>Tells of each link in the notes what the ledger knows of it. Nobody is asked.</summary>
internal static class LinkFindings
{
    /// <summary><c>KB013</c> for a link that is gone, <c>KB033</c> for one that has moved.</summary>
    /// <param name="ledger">What is remembered.</param>
    /// <param name="notes">The notes.</param>
    public static ImmutableArray<Diagnostic> Of(LinkLedger ledger, ImmutableArray<Note> notes)
    {
        if (ledger.Records.IsEmpty) return [];
        return FindingList.Of([
            from note in notes
            from link in note.OutsideLinks
            let record = AskedAddress.Of(link.Url) is { } url ? ledger.Records.GetValueOrDefault(url) : null
            where record is { State: LinkState.Gone } or { State: LinkState.Moved, NewAddress: not null }
            select record.State == LinkState.Gone ? Dead(note.Path, link, record) : Moved(note.Path, link, record),
        ]);
    }

    private static Diagnostic Dead(SourcePath path, OutsideLink link, LinkRecord record)
    {
        var since = record.Failed is { } failed
            ? string.Create(CultureInfo.InvariantCulture, $" (asked on {failed.Count} {(failed.Count == 1 ? "day" : "days")} since {failed.Since:yyyy-MM-dd}{(record.LastOk is { } ok ? $", last there on {ok:yyyy-MM-dd}" : "")})")
            : "";
        var archived = $"https://web.archive.org/web/{record.LastOk?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "2"}/{record.Url}";
        return ExternalRules.Dead.At(path, link.Range, $"'{record.Url}' is gone: {Cause.Describe(record.Cause)}{since}. Link what took its place, or look for it at '{archived}'.", [archived]);
    }

    private static Diagnostic Moved(SourcePath path, OutsideLink link, LinkRecord record)
    {
        var (old, now) = (new Uri(record.Url), new Uri(record.NewAddress!));
        if (now.PathAndQuery == "/" && old.PathAndQuery != "/")
        {
            return ExternalRules.Moved.At(path, link.Range, $"'{record.Url}' leads to the home page '{now.AbsoluteUri}'; look whether what you mean is still there.");
        }

        var rewritten = Rewritten(link.Url, old, now);
        var suggestion = rewritten ?? now.AbsoluteUri;
        var found = ExternalRules.Moved.At(path, link.Range, $"'{record.Url}' has moved; write '{suggestion}'.", [suggestion]);
        return rewritten is null || !link.IsAsWritten ? found : found with { Fix = [new(link.Range, link.Url, rewritten)] };
    }

    /// <summary>The link with another beginning, where nothing else of it changed and it is sure to mean the same: <c>https</c>, and with or without <c>www.</c>; else null.</summary>
    private static string? Rewritten(string written, Uri old, Uri now)
    {
        var isSame = old.PathAndQuery == now.PathAndQuery && WithoutWww(old) == WithoutWww(now) && old.IsDefaultPort && now.IsDefaultPort;
        if (!isSame || now.Scheme != Uri.UriSchemeHttps) return null;
        var authority = written.IndexOf("//", StringComparison.Ordinal) + 2;
        var length = written.AsSpan(authority).IndexOfAny('/', '?', '#');
        return $"https://{AskedAddress.HostOf(now)}{(length < 0 ? "" : written[(authority + length)..])}";
    }

    private static string WithoutWww(Uri uri)
    {
        var host = AskedAddress.HostOf(uri);
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
