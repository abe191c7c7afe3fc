using System.Collections.Frozen;

namespace Transformers.Text;

/// <summary>What a browser shows a file as.</summary>
internal enum MediaKind
{
    /// <summary>A file that is linked, not shown.</summary>
    None,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>Sound, with a player.</summary>
    Audio,

    /// <summary>A film, with a player.</summary>
    Video,

    /// <summary>A document in the browser's own viewer.</summary>
    Pdf,
}

/// <summary>Tells a file's kind by its name.</summary>
/// <remarks>Obsidian help, "Accepted file formats".</remarks>
internal static class MediaKinds
{
    private static readonly FrozenDictionary<string, MediaKind> ByExtension = new (MediaKind Kind, string Extensions)[]
    {
        (MediaKind.Image, ".avif .bmp .gif .jpeg .jpg .png .svg .webp"),
        (MediaKind.Audio, ".flac .m4a .mp3 .ogg .opus .wav .3gp"),
        (MediaKind.Video, ".webm .mkv .mov .mp4 .ogv"),
        (MediaKind.Pdf, ".pdf"),
    }.SelectMany(kind => kind.Extensions.Split(' ').Select(extension => (extension, kind.Kind))).ToFrozenDictionary(pair => pair.extension, pair => pair.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of a file.</summary>
    /// <param name="path">Its path or its name.</param>
    public static MediaKind Of(string path) => ByExtension.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>The kind of what a web address leads to, as far as its path tells.</summary>
    public static MediaKind OfAddress(string url) => Of(url[..(url.IndexOfAny(['?', '#']) is >= 0 and var end ? end : url.Length)]);
}
