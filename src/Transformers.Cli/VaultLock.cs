using System.Text;
using Transformers.Diagnostics;
using Transformers.Locks;
using Transformers.Publishing;
using Transformers.Rendering;

namespace Transformers.Cli;

/// <summary>The lock of a vault on disk, which remembers what was published.</summary>
internal static class VaultLock
{
    /// <summary>Writes the lock that accepts what is published now.</summary>
    /// <returns>What it says that the last one did not, and the other way round.</returns>
    /// <exception cref="PublishException">It could not be written; the last one is whole.</exception>
    public static string Accept(Site site, VaultInput input)
    {
        var before = LockReader.Read(input.Vault).Value ?? AddressLock.Empty;
        var after = SiteBuilder.Accept(site, input.Vault);
        var file = new FileInfo(Path.Combine(input.Folder.FullName, AddressLock.FileName));
        var bytes = Encoding.UTF8.GetBytes(after.ToString());
        if (!file.Exists || !File.ReadAllBytes(file.FullName).AsSpan().SequenceEqual(bytes)) WholeFile.Write(file, bytes);

        var (was, now) = (before.Items.Select(item => item.Place).ToHashSet(), after.Items.Select(item => item.Place).ToHashSet());
        var moved = after.Items.Count(item => item.Kind == LockedKind.Moved) - before.Items.Count(item => item.Kind == LockedKind.Moved);
        return $"{AddressLock.FileName} remembers {Report.Many(now.Count, "place")}: {now.Except(was).Count():N0} new, {Math.Max(moved, 0):N0} moved, {was.Except(now).Count():N0} forgotten.";
    }

    /// <summary>What to say of a site whose lock stays as it is; null for nothing.</summary>
    public static string? Describe(Site site) => site.Kept.NewCount == 0 ? null
        : $"{Report.Many(site.Kept.NewCount, "place")} of this site {(site.Kept.NewCount == 1 ? "is" : "are")} not in {AddressLock.FileName} yet; 'build --accept' remembers what is published.";

    /// <summary>True for a finding that is none any more once the lock is written anew.</summary>
    public static bool IsAccepted(Diagnostic found) => found.Path == LockReader.Path && (found.Rule.Code == LockRules.Gone.Code || found.Rule.Code == LockRules.Moved.Code || found.Rule.Code == LockRules.Unreadable.Code);
}
