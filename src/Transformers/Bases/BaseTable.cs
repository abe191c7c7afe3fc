using System.Collections.Immutable;
using Transformers.Model;

namespace Transformers.Bases;

/// <summary>What a view shows.</summary>
/// <param name="View">The view.</param>
/// <param name="Groups">Its groups; one without a key where it has none.</param>
/// <param name="Summaries">What stands below each column; empty text where nothing does, no items where no column has one.</param>
/// <param name="More">How many notes there are beyond those it shows, its own limit aside.</param>
/// <param name="IsCut">True where its formulas took too long, so that not all of it is worked out.</param>
public sealed record BaseTable(BaseView View, ImmutableArray<BaseGroup> Groups, ImmutableArray<string> Summaries, int More, bool IsCut);

/// <summary>Notes that have one value in common.</summary>
/// <param name="Key">The value; null where the view has no groups.</param>
/// <param name="Rows">The notes, in the order of the view.</param>
public sealed record BaseGroup(BaseValue? Key, ImmutableArray<BaseRow> Rows);

/// <summary>A note in a view.</summary>
/// <param name="Note">The note.</param>
/// <param name="Cells">Its values, one a column.</param>
/// <param name="Image">The value of the property with its picture, or null.</param>
public sealed record BaseRow(Note Note, ImmutableArray<BaseValue> Cells, BaseValue? Image);
