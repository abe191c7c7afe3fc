namespace Transformers.Locks;

/// <summary>One thing that was published, and what it can be known by should it be elsewhere one day.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Mark">
/// Of a page or a file its path in the vault, a folder's with <c>/</c> at its end; of an entry or a work its identity keys, with blanks
/// between them; of what was moved the place where it is now; else empty.
/// </param>
public sealed record LockedItem(LockedKind Kind, Place Place, string Mark)
{
    /// <summary>The line of the lock that says so, from 1; 0 where none does.</summary>
    public int Line { get; init; }

    /// <summary>The identity keys of an entry or a work, the most telling first.</summary>
    public IEnumerable<string> Keys => Kind is LockedKind.Entry or LockedKind.Work ? Mark.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>The mark of what has these identity keys.</summary>
    public static string MarkOf(IEnumerable<string> keys) => string.Join(' ', keys.Select(key => key.Replace(" ", "%20", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal));

    /// <summary>The line without its end.</summary>
    public override string ToString() => Mark.Length > 0 ? $"{NameOf(Kind)} {Place} {Mark}" : $"{NameOf(Kind)} {Place}";

    /// <summary>Reads a line; null for one that says nothing.</summary>
    public static LockedItem? Parse(string line)
    {
        if (line.Split(' ', 3) is not [var name, var written, .. var rest] || !Place.TryParse(written, out var place)) return null;
        foreach (var kind in Enum.GetValues<LockedKind>())
        {
            if (NameOf(kind) == name) return new(kind, place, rest is [var mark] ? mark : "");
        }

        return null;
    }

    private static string NameOf(LockedKind kind) => kind switch
    {
        LockedKind.Block => "block",
        LockedKind.Entry => "entry",
        LockedKind.File => "file",
        LockedKind.Moved => "moved",
        LockedKind.Page => "page",
        _ => "work",
    };
}

/// <summary>What is remembered.</summary>
public enum LockedKind
{
    /// <summary>A block with an id that is no entry.</summary>
    Block,

    /// <summary>An entry.</summary>
    Entry,

    /// <summary>An attachment.</summary>
    File,

    /// <summary>Something that is elsewhere now, which the owner of the vault knows.</summary>
    Moved,

    /// <summary>The page of a note or a folder, or an alias that leads to one.</summary>
    Page,

    /// <summary>A work with its citation key.</summary>
    Work,
}
