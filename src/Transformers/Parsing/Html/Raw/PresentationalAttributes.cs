using System.Globalization;

namespace Transformers.Parsing.Html.Raw;

/// <summary>Turns the few declarations of a <c>style</c> that can't leave their box into attributes that say the same.</summary>
/// <remarks>
/// The pages' policy refuses styles in markup, so that a <c>style</c> as such would do nothing. What no attribute can say stands in
/// <see cref="Style"/>, and a script of the page sets it.
/// </remarks>
internal static class PresentationalAttributes
{
    /// <summary>The attribute that holds what a script sets; see <see cref="StyleDeclarations.Harmless"/>.</summary>
    public const string Style = "data-style";

    /// <summary>The attributes of a tag, its <c>style</c> replaced, its sizes within bounds.</summary>
    public static IEnumerable<RawAttribute> Of(RawTag tag)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name is "style" or Style || (attribute.Name is "width" or "height" && !IsLength(attribute.Value, isStyle: false))) continue;
            yield return attribute;
        }

        if (tag.Name == "center" && tag["align"] is null) yield return new("align", "center");
        if (StyleDeclarations.Harmless(tag) is { } harmless) yield return new(Style, harmless);
        foreach (var (name, value) in StyleDeclarations.Read(tag["style"] ?? ""))
        {
            if (Translate(tag, name, value) is { } attribute && tag[attribute.Name] is null) yield return attribute;
        }
    }

    private static RawAttribute? Translate(RawTag tag, string property, string value) =>
        (property, value) switch
        {
            ("text-align", "left" or "right" or "center" or "justify") => new("align", value),
            ("float", "left" or "right") when tag.Name == "img" => new("align", value),
            ("vertical-align", "top" or "middle" or "bottom") when tag.Name is "td" or "th" => new("valign", value),
            ("width", var width) when tag.Name is "img" or "table" or "td" or "th" or "video" && IsLength(width, isStyle: true) => new("width", width.Replace("px", "", StringComparison.Ordinal)),
            _ => null,
        };

    /// <summary>True for at most 9999 pixels or 100 per cent.</summary>
    private static bool IsLength(string text, bool isStyle)
    {
        var number = text.AsSpan().Trim();
        var isPercentage = number.EndsWith('%');
        if (isPercentage) number = number[..^1];
        else if (number.EndsWith("px", StringComparison.OrdinalIgnoreCase)) number = number[..^2];
        else if (isStyle) return false;
        return number.Length is > 0 and <= 4 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && (!isPercentage || length <= 100);
    }
}
