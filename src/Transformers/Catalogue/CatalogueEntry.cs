using System.Collections.Immutable;
using Transformers.Model;

namespace Transformers.Catalogue;

/// <summary>An entry with the note that it stands in.</summary>
/// <param name="Ordinal">Its place in <see cref="VaultCatalogue.Entries"/>.</param>
/// <param name="Note">The note.</param>
/// <param name="Place">Its place in <see cref="Note.Entries"/>.</param>
/// <param name="Tags">The tags that it bears, without <c>#</c>: its kinds in lower case, then others as first written in the note.</param>
public sealed record CatalogueEntry(int Ordinal, Note Note, int Place, ImmutableArray<string> Tags)
{
    /// <summary>What the curator wrote.</summary>
    public Entry Entry => Note.Entries[Place];

    /// <summary>True for the same place in the catalogue; a note's content is not compared.</summary>
    public bool Equals(CatalogueEntry? other) => other is not null && Ordinal == other.Ordinal && ReferenceEquals(Note, other.Note);

    /// <inheritdoc/>
    public override int GetHashCode() => Ordinal;

    /// <summary>The note's path and the line.</summary>
    public override string ToString() => $"{Note.Path}:{Entry.Range.Line}";
}
