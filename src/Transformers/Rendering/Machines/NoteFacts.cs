using System.Globalization;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

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

    /// <summary>The absolute address of the picture that its front matter names in <c>image</c> or <c>cover</c>; null where it names none, or the site's own address is not known.</summary>
    /// <remarks>Those who show a link to a page take pictures made of pixels alone (The Open Graph protocol, <c>og:image</c>).</remarks>
    public static string? ImageOf(Note note, Site site) => Values(note, "image", "cover").Select(value => value switch
    {
        PropertyValue.Link(var ordinal, _) when site.Configuration.BaseUrl is { } root && site.Graph.From(note)[ordinal].Target is LinkTarget.Attachment(var path) && IsPicture(path) =>
            new Uri(root, site.Addresses.Of(path).Value).AbsoluteUri,
        PropertyValue.Text(var text) when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" => uri.AbsoluteUri,
        _ => null,
    }).FirstOrDefault(address => address is not null);

    private static bool IsPicture(SourcePath path) => path.Extension.ToLowerInvariant() is ".avif" or ".gif" or ".jpeg" or ".jpg" or ".png" or ".webp";

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
