using System.Collections.Immutable;

namespace Transformers.Model;

/// <summary>A view of a base: which notes, in which order, and what of each is shown.</summary>
public sealed record BaseView
{
    /// <summary>The name; empty where it has none.</summary>
    public required string Name { get; init; }

    /// <summary>What it looks like.</summary>
    public required BaseLayout Layout { get; init; }

    /// <summary>Which notes are in it; the filters of the base are in here as well.</summary>
    public required BaseFilter Filter { get; init; }

    /// <summary>What it shows of each note; at least one.</summary>
    public required ImmutableArray<BaseColumn> Columns { get; init; }

    /// <summary>The order, the first being the most important.</summary>
    public ImmutableArray<BaseSort> Sort { get; init; } = [];

    /// <summary>What parts the notes into groups, or null.</summary>
    public BaseSort? Group { get; init; }

    /// <summary>The most notes that it shows, or null.</summary>
    public int? Limit { get; init; }

    /// <summary>The property with the picture of a card, or null.</summary>
    public BaseProperty? Image { get; init; }

    /// <summary>True where a list is numbered.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>The formulas of its base, by name.</summary>
    public required ImmutableDictionary<string, BaseExpression> Formulas { get; init; }

    /// <summary>True where what it shows depends on the page that it stands on, as it says <c>this</c>.</summary>
    public required bool DependsOnPage { get; init; }
}

/// <summary>What a view looks like.</summary>
public enum BaseLayout
{
    /// <summary>A row a note.</summary>
    Table,

    /// <summary>A card a note.</summary>
    Cards,

    /// <summary>An item a note.</summary>
    List,
}

/// <summary>A property that a view shows.</summary>
/// <param name="Property">Which.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Summary">What stands below its column (<c>Sum</c>, <c>Average</c> …), or null.</param>
public sealed record BaseColumn(BaseProperty Property, string Title, string? Summary);

/// <summary>What notes are ordered by.</summary>
public sealed record BaseSort(BaseProperty Property, bool IsDescending);

/// <summary>Which notes a view takes. One of the cases nested here, and no other.</summary>
public abstract record BaseFilter
{
    private BaseFilter() { }

    /// <summary>Those that all of these take; all notes where there are none.</summary>
    public sealed record And(ImmutableArray<BaseFilter> Filters) : BaseFilter;

    /// <summary>Those that one of these takes.</summary>
    public sealed record Or(ImmutableArray<BaseFilter> Filters) : BaseFilter;

    /// <summary>Those that none of these takes.</summary>
    public sealed record Not(ImmutableArray<BaseFilter> Filters) : BaseFilter;

    /// <summary>Those for which a formula holds.</summary>
    public sealed record Statement(BaseExpression Expression) : BaseFilter;
}
