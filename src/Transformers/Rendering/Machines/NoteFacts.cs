using System.Globalization;
using Transformers.Model;

namespace Transformers.Rendering.Machines;

/// <summary>What the front matter of a note says of who wrote it and when, by the names that authors use for that.</summary>
internal static class NoteFacts
{
    private const int MostAuthors = 50;

    /// <summary>The people who wrote it, from <c>author</c> or <c>authors</c>; often none.</summary>
    public static IEnumerable<string> AuthorsOf(Note note) => Values(note, "author", "authors").SelectMany(TextsOf).Take(MostAuthors);

    /// <summary>The day it was published, from <c>date</c>, <c>published</c> or <c>created</c>, in ISO 8601; or null.</summary>
    public static string? PublishedOn(Note note) => DayOf(Values(note, "date", "published", "created"));

    /// <summary>The day it was last changed, from <c>updated</c>, <c>modified</c> or <c>lastmod</c>, in ISO 8601; or null.</summary>
    public static string? ModifiedOn(Note note) => DayOf(Values(note, "updated", "modified", "lastmod"));

    private static IEnumerable<PropertyValue> Values(Note note, params string[] names) =>
        names.SelectMany(name => note.FrontMatter.Properties.Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(property => property.Value));

    private static IEnumerable<string> TextsOf(PropertyValue value) => value switch
    {
        PropertyValue.Text(var text) when !string.IsNullOrWhiteSpace(text) => [text.Trim()],
        PropertyValue.Link(_, var label) => [label],
        PropertyValue.List(var items) => items.SelectMany(TextsOf),
        _ => [],
    };

    private static string? DayOf(IEnumerable<PropertyValue> values) =>
        values.OfType<PropertyValue.Text>()
            .Select(text => text.Value.Trim())
            .Where(text => text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .Select(text => text[..10])
            .FirstOrDefault();
}
