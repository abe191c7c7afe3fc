using System.Buffers;
using System.Globalization;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Rendering;

/// <summary>Shows an attachment in place.</summary>
internal static class AttachmentWriter
{
    /// <summary>Writes an image, a player, a frame, or a link for what browsers can't show.</summary>
    /// <param name="link">What was written.</param>
    /// <param name="path">The attachment.</param>
    /// <param name="href">Its address, relative to the page.</param>
    /// <param name="output">Where to.</param>
    /// <remarks>Obsidian help, "Accepted file formats".</remarks>
    public static void Embed(LinkReference link, SourcePath path, string href, IBufferWriter<byte> output)
    {
        switch (path.Extension.ToLowerInvariant())
        {
            case ".avif" or ".bmp" or ".gif" or ".jpeg" or ".jpg" or ".png" or ".svg" or ".webp":
                output.WriteAttribute("<img src=\""u8, href);
                output.WriteAttribute(" alt=\""u8, link.Label ?? path.Name);
                Size(link.Size, output);
                output.Write(" loading=\"lazy\">"u8);
                break;
            case ".flac" or ".m4a" or ".mp3" or ".ogg" or ".opus" or ".wav" or ".3gp":
                output.WriteAttribute("<audio controls preload=\"none\" src=\""u8, href);
                output.Write("></audio>"u8);
                break;
            case ".webm" or ".mkv" or ".mov" or ".mp4" or ".ogv":
                output.WriteAttribute("<video controls preload=\"metadata\" src=\""u8, href);
                Size(link.Size, output);
                output.Write("></video>"u8);
                break;
            case ".pdf":
                output.WriteAttribute("<iframe class=\"pdf\" loading=\"lazy\" src=\""u8, link.Fragment is { } page ? $"{href}#{page}" : href);
                output.WriteAttribute(" title=\""u8, link.Label ?? path.Name);
                Size(link.Size, output);
                output.Write("></iframe>"u8);
                break;
            default:
                output.WriteAttribute("<a class=\"internal\" href=\""u8, href);
                output.Write(">"u8);
                output.WriteText(link.Label ?? path.FileName);
                output.Write("</a>"u8);
                break;
        }
    }

    private static void Size(ImageSize? size, IBufferWriter<byte> output)
    {
        if (size is not { } pixels) return;
        output.WriteAttribute(" width=\""u8, pixels.Width.ToString(CultureInfo.InvariantCulture));
        if (pixels.Height is { } height) output.WriteAttribute(" height=\""u8, height.ToString(CultureInfo.InvariantCulture));
    }
}
