using System.Collections.Immutable;
using Transformers.Catalogue;
using Transformers.Diagnostics;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Locks;

/// <summary>The stage after cataloguing and addresses: what of earlier sites is where no longer, and where it is now.</summary>
public static class LockComparison
{
    /// <summary>Compares a site with what the vault remembers, in time linear in both.</summary>
    /// <param name="locked">What the vault remembers.</param>
    /// <param name="path">The file that says so.</param>
    /// <param name="notes">The published notes, in path order.</param>
    /// <param name="catalogue">What they list.</param>
    /// <param name="addresses">Where they stand, assigned with the remembered addresses.</param>
    /// <returns>What is to be kept; <c>KB031</c> for each of it that nobody accepted yet, <c>KB030</c> for what is gone.</returns>
    public static StageResult<KeptPlaces> Compare(AddressLock locked, SourcePath path, ImmutableArray<Note> notes, VaultCatalogue catalogue, AddressBook addresses)
    {
        var now = new PublishedPlaces(notes, catalogue, addresses);
        var finder = new PlaceFinder(locked, now);
        var messages = new LockMessages(path, finder, now);
        var redirects = new SortedDictionary<SiteAddress, Move>();
        var copies = new SortedDictionary<SiteAddress, SourcePath>();
        var anchors = new Dictionary<Place, Move>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var item in locked.Items.Where(item => !now.Items.ContainsKey(item.Place)))
        {
            var from = HostOf(item.Place, finder);
            if (from is { } host && now.Has(host)) continue;

            // Of a page that is gone with all that is on it the page alone is told.
            if (item.Place.Anchor.Length > 0 && finder.Remembered(new(item.Place.Address)) is { } page && !now.Items.ContainsKey(page.Place) && !CanBeKept(page.Place)) continue;

            var to = from is null ? null : finder.Find(item);
            var file = to is null || from!.Value.Address.IsPage ? null : now.FileAt(to.Value.Address);
            if (to is null || !CanBeKept(from!.Value) || (file is null && !from.Value.Address.IsPage))
            {
                diagnostics.Add(messages.Gone(item));
                continue;
            }

            var move = new Move(from!.Value, to.Value, now.TitleOf(to.Value));
            if (move.From.Anchor.Length > 0) anchors.TryAdd(move.From, move);
            else if (file is not null) copies.TryAdd(move.From.Address, file);
            else redirects.TryAdd(move.From.Address, move);
            if (item.Kind != LockedKind.Moved) diagnostics.Add(messages.Moved(item, move));
        }

        var newCount = now.Items.Count - locked.Items.Count(item => now.Items.ContainsKey(item.Place));
        bool CanBeKept(Place place) => place.Anchor.Length > 0 || (addresses.Remembered.Contains(place.Address) && finder.Find(finder.Remembered(place)!) is not null);
        return new(new([.. redirects.Values], [.. copies.Select(copy => (copy.Key, copy.Value))], [.. anchors.Values.OrderBy(move => move.From.ToString(), StringComparer.Ordinal)], newCount), diagnostics.ToImmutable());
    }

    /// <summary>The lock of a vault that accepts what is published now: all of it, and what has moved to it.</summary>
    /// <param name="locked">What the vault remembered.</param>
    /// <param name="notes">The published notes, in path order.</param>
    /// <param name="catalogue">What they list.</param>
    /// <param name="addresses">Where they stand.</param>
    public static AddressLock Accept(AddressLock locked, ImmutableArray<Note> notes, VaultCatalogue catalogue, AddressBook addresses)
    {
        var now = new PublishedPlaces(notes, catalogue, addresses);
        var finder = new PlaceFinder(locked, now);
        var moved = from item in locked.Items
                    where !now.Items.ContainsKey(item.Place)
                    let host = HostOf(item.Place, finder)
                    where host is not null && !now.Has(host.Value)
                    let to = finder.Find(item)
                    where to is not null
                    select new LockedItem(LockedKind.Moved, item.Place, to.Value.ToString());
        return new([.. now.Items.Values.Concat(moved).OrderBy(item => item.ToString(), StringComparer.Ordinal)]);
    }

    /// <summary>Where a place that is gone can be kept: itself, or the same element of the page to which its own leads now; null for nowhere.</summary>
    private static Place? HostOf(Place place, PlaceFinder finder) =>
        place.Anchor.Length == 0 ? place : finder.PageFor(place.Address) is { } page ? place with { Address = page } : null;
}
