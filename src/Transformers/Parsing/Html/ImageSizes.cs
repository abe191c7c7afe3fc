using System.Globalization;
using Transformers.Model;

namespace Transformers.Parsing.Html;

/// <summary>Writes an image's size.</summary>
internal static class ImageSizes
{
    /// <summary>Adds <c> width="…"</c> and, where it is known, <c> height="…"</c>.</summary>
    public static void Write(HtmlBuffer html, ImageSize size)
    {
        html.Attribute(" width=\""u8, size.Width.ToString(CultureInfo.InvariantCulture));
        if (size.Height is { } height) html.Attribute(" height=\""u8, height.ToString(CultureInfo.InvariantCulture));
    }
}
