using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Locks;

/// <summary>The places of earlier sites that still lead somewhere, as the vault's lock remembers them.</summary>
/// <param name="Redirects">Addresses at which nothing else is, and where what was there is now; by address.</param>
/// <param name="Copies">Addresses of attachments that stand elsewhere now, to which nothing can lead on: so the attachment stands there, too; by address.</param>
/// <param name="Anchors">Elements that are gone from pages which are there, and where they are now; by their places.</param>
/// <param name="NewCount">How many places of now the lock does not know; 0 for a vault without a lock.</param>
public sealed record KeptPlaces(ImmutableArray<Move> Redirects, ImmutableArray<(SiteAddress From, SourcePath File)> Copies, ImmutableArray<Move> Anchors, int NewCount)
{
    private readonly Lazy<ILookup<SiteAddress, Move>> _anchors = new(() => Anchors.ToLookup(move => move.From.Address));

    /// <summary>Those of a vault without a lock.</summary>
    public static KeptPlaces None { get; } = new([], [], [], 0);

    /// <summary>The elements that are gone from a page.</summary>
    public IEnumerable<Move> AnchorsOn(SiteAddress page) => _anchors.Value[page];
}

/// <summary>Something that is elsewhere.</summary>
/// <param name="From">Where it was.</param>
/// <param name="To">Where it is.</param>
/// <param name="Title">What it is called.</param>
public sealed record Move(Place From, Place To, string Title);
