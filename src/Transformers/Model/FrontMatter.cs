using System.Collections.Immutable;

namespace Transformers.Model;

/// <summary>What a note's front matter says, what is absent being null or empty.</summary>
public sealed record FrontMatter
{
    /// <summary>A note without front matter.</summary>
    public static FrontMatter None { get; } = new();

    /// <summary>The title to show.</summary>
    public string? Title { get; init; }

    /// <summary>One or two sentences for listings and search engines.</summary>
    public string? Description { get; init; }

    /// <summary>The address that replaces the path's.</summary>
    public string? Permalink { get; init; }

    /// <summary>Whether the note is to be published; null where nothing is said.</summary>
    public bool? Publish { get; init; }

    /// <summary>True for a note that is not ready.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Other names that links may use.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Tags without <c>#</c>.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>CSS classes for the note's article; each a plain identifier.</summary>
    public ImmutableArray<string> CssClasses { get; init; } = [];

    /// <summary>Everything else that it holds, in its order, for the reader.</summary>
    public ImmutableArray<Property> Properties { get; init; } = [];
}

/// <summary>A named value of the front matter.</summary>
/// <param name="Name">The key as written.</param>
/// <param name="Value">Its value.</param>
public sealed record Property(string Name, PropertyValue Value);

/// <summary>A value of the front matter. One of the cases nested here, and no other.</summary>
public abstract record PropertyValue
{
    private PropertyValue() { }

    /// <summary>Nothing was written.</summary>
    public sealed record Empty : PropertyValue;

    /// <summary>Any text, a date as it was written among them.</summary>
    public sealed record Text(string Value) : PropertyValue;

    /// <summary>A number.</summary>
    public sealed record Number(double Value, string Written) : PropertyValue;

    /// <summary>A checkbox.</summary>
    public sealed record Checkbox(bool IsChecked) : PropertyValue;

    /// <summary>A wikilink; what to show is its label, else its target.</summary>
    /// <param name="Ordinal">The place in <see cref="Note.Links"/>.</param>
    /// <param name="Label">The text to show.</param>
    public sealed record Link(int Ordinal, string Label) : PropertyValue;

    /// <summary>Several values.</summary>
    public sealed record List(ImmutableArray<PropertyValue> Items) : PropertyValue;

    /// <summary>Named values.</summary>
    public sealed record Map(ImmutableArray<Property> Items) : PropertyValue;
}
