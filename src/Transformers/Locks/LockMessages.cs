using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Locks;

/// <summary>Says what is gone or has moved, at its line of the lock, and what to do about it.</summary>
internal sealed class LockMessages(SourcePath path, PlaceFinder finder, PublishedPlaces now)
{
    /// <summary>The finding for what leads nowhere.</summary>
    public Diagnostic Gone(LockedItem item)
    {
        var (what, mend) = item.Kind switch
        {
            LockedKind.Page => ($"The page '{item.Place}' is gone", AliasFor(item)),
            LockedKind.File => ($"The file '{item.Place}' is gone", "Put it back"),
            LockedKind.Work => ($"The citation key '{KeyOf(item)}' is gone", "List the work again"),
            LockedKind.Moved => ($"What '{item.Place}' leads to is gone", $"It was '{item.Mark}': bring it back"),
            _ => ($"'{item.Place}' is gone", item.Place.Anchor[0] == '^' ? $"Give '{item.Place.Anchor}' back to its block" : "List it again"),
        };
        return LockRules.Gone.At(path, RangeOf(item), $"{what}, and links to it lead nowhere. {mend}, or accept the loss with 'build --accept'.");
    }

    /// <summary>The finding for what is elsewhere.</summary>
    public Diagnostic Moved(LockedItem item, Move move)
    {
        var what = item.Kind == LockedKind.Work ? $"The citation key '{KeyOf(item)}' is now '{move.To.Address.Value.Split('/')[1]}'" : $"'{item.Place}' is now '{move.To}'";
        var kept = move.From.Anchor.Length > 0 ? "its old place leads there" : move.From.Address.IsPage ? "a redirect is kept" : "a copy is kept";
        return LockRules.Moved.At(path, RangeOf(item), $"{what}; {kept}. 'build --accept' remembers that.");
    }

    private static SourceRange RangeOf(LockedItem item) => new(item.Line, 1, item.Line, item.ToString().Length + 1);

    private static string KeyOf(LockedItem item) => item.Place.Address.Value.TrimEnd('/').Split('/')[^1];

    private string AliasFor(LockedItem item)
    {
        if (!SourcePath.TryParse(item.Mark, out var file)) return "Put the folder back";
        return Successor(item) is { } note
            ? $"'{note.Path}' lists what it listed: give that note the alias '{file.Name}'"
            : $"Give the note that took its place the alias '{file.Name}'";
    }

    /// <summary>The note that is new and lists most of what a page listed that is gone; null for none.</summary>
    private Note? Successor(LockedItem page)
    {
        var entries = finder.EntriesOn(page.Place.Address).ToArray();
        var best = entries.SelectMany(item => finder.EntriesLike(item).Select(entry => entry.Note).Distinct())
            .Where(note => finder.Remembered(new(now.Addresses.Of(note))) is null)
            .GroupBy(note => note.Path).MaxBy(notes => notes.Count());
        return best is not null && best.Count() * 2 > entries.Length ? best.First() : null;
    }
}
