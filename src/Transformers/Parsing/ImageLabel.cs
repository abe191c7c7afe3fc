using System.Globalization;
using Transformers.Model;

namespace Transformers.Parsing;

/// <summary>Reads an image's size from its label: <c>100</c>, <c>100x145</c>, <c>a cat|100</c>.</summary>
/// <remarks>Obsidian help, "Embed files" and "Basic formatting syntax: external images".</remarks>
internal static class ImageLabel
{
    private const int Most = 10_000;

    /// <summary>The text before the size, null where it is empty, and the size, null where there is none.</summary>
    public static (string? Text, ImageSize? Size) Split(string? label)
    {
        if (label is null) return (null, null);
        var bar = label.LastIndexOf('|');
        var size = ReadSize(label.AsSpan(bar + 1).Trim());
        var text = size is null ? label.Trim() : bar < 0 ? "" : label[..bar].Trim();
        return (text.Length > 0 ? text : null, size);
    }

    private static ImageSize? ReadSize(ReadOnlySpan<char> text)
    {
        var x = text.IndexOf('x');
        if (x < 0) return ReadLength(text) is { } alone ? new(alone, null) : null;
        return ReadLength(text[..x]) is { } width && ReadLength(text[(x + 1)..]) is { } height ? new(width, height) : null;
    }

    private static int? ReadLength(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels is > 0 and <= Most ? pixels : null;
}
