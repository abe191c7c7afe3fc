using System.Collections.Frozen;

namespace Transformers.Linking;

/// <summary>Tells by its name whether a file that is not there would be an attachment.</summary>
internal static class AttachmentNames
{
    private static readonly FrozenSet<string> Extensions = new[]
    {
        ".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp", ".tif", ".tiff", ".flac", ".m4a", ".mp3", ".ogg", ".opus",
        ".wav", ".3gp", ".webm", ".mkv", ".mov", ".mp4", ".ogv", ".pdf", ".zip", ".gz", ".csv", ".tsv", ".json", ".xml", ".yml", ".yaml",
        ".txt", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".epub", ".ipynb", ".bib", ".canvas", ".base", ".html", ".excalidraw",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a name that ends as files do which are no notes.</summary>
    public static bool IsAttachment(string name) => Extensions.Contains(Path.GetExtension(name));
}
