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
    public static void Embed(LinkReference link, SourcePath path, string href, IBufferWriter<byte> output)
    {
        switch (MediaKinds.Of(path.Value))
        {
            case MediaKind.Image:
                output.WriteAttribute("<img src=\""u8, href);
                output.WriteAttribute(" alt=\""u8, link.Label ?? path.Name);
                Size(link.Size, output);
                if (link.Title is { } title) output.WriteAttribute(" title=\""u8, title);
                output.Write(" loading=\"lazy\">"u8);
                break;
            case MediaKind.Audio:
                output.WriteAttribute("<audio controls preload=\"none\" src=\""u8, href + TimeIn(link.Fragment));
                output.Write("></audio>"u8);
                break;
            case MediaKind.Video:
                output.WriteAttribute("<video controls preload=\"metadata\" src=\""u8, href + TimeIn(link.Fragment));
                Size(link.Size, output);
                output.Write("></video>"u8);
                break;
            case MediaKind.Pdf:
                var (fragment, height) = PdfView(link.Fragment);
                output.WriteAttribute("<iframe class=\"pdf\" loading=\"lazy\" src=\""u8, fragment.Length > 0 ? $"{href}#{fragment}" : href);
                output.WriteAttribute(" title=\""u8, link.Label ?? path.Name);
                if (link.Size is null && height is not null) output.WriteAttribute(" height=\""u8, height);
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

    /// <summary>The part of a recording that <c>#t=30</c> or <c>#t=30,60</c> names, as its player is told (Media Fragments URI 1.0, 4.2.1).</summary>
    private static string TimeIn(string? fragment) =>
        fragment is ['t', '=', .. var time] && time.All(c => char.IsAsciiDigit(c) || c is '.' or ':' or ',') ? "#" + fragment : "";

    /// <summary>Parts <c>page=3&amp;height=400</c> into what the viewer is told and how high it is (Obsidian help, "Embed a PDF in a note").</summary>
    private static (string Fragment, string? Height) PdfView(string? fragment)
    {
        const string Name = "height=";
        var parameters = fragment?.Split('&', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var height = parameters.LastOrDefault(parameter => parameter.StartsWith(Name, StringComparison.Ordinal))?[Name.Length..];
        var isNumber = int.TryParse(height, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > 0;
        return (string.Join('&', parameters.Where(parameter => !parameter.StartsWith(Name, StringComparison.Ordinal))), isNumber ? height : null);
    }

    private static void Size(ImageSize? size, IBufferWriter<byte> output)
    {
        if (size is not { } pixels) return;
        output.WriteAttribute(" width=\""u8, pixels.Width.ToString(CultureInfo.InvariantCulture));
        if (pixels.Height is { } height) output.WriteAttribute(" height=\""u8, height.ToString(CultureInfo.InvariantCulture));
    }
}
