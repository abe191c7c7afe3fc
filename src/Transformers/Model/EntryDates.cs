using System.Collections.Frozen;
using Transformers.Text;

namespace Transformers.Model;

/// <summary>When entries entered the vault.</summary>
/// <param name="ByKey">The first time that a key was seen, in UTC; see <see cref="KeysOf"/>.</param>
/// <param name="Unknown">Why no dates are known, as the end of a sentence; null where they are.</param>
public sealed record EntryDates(FrozenDictionary<string, DateTimeOffset> ByKey, string? Unknown)
{
    /// <summary>When an entry, in whatever note and under whatever heading, was first there; null where that is not known.</summary>
    public DateTimeOffset? Of(Entry entry)
    {
        DateTimeOffset? first = null;
        foreach (var key in KeysOf(entry))
        {
            if (ByKey.TryGetValue(key, out var time) && (first is null || time < first)) first = time;
        }

        return first;
    }

    /// <summary>What stays the same when an entry is moved or reworded: what it is about, else its title.</summary>
    public static IEnumerable<string> KeysOf(Entry entry)
    {
        if (!entry.IdentityKeys.IsEmpty) return entry.IdentityKeys;
        return entry.Citation?.Title is { } title ? ["title:" + Folding.Fold(title)] : [];
    }
}
