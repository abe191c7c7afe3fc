using System.Buffers;
using Transformers.Linking;
using Transformers.Text;

namespace Transformers.Rendering;

/// <summary>Writes the tags around a link's text: an <c>a</c>, or a marked <c>span</c> where it leads nowhere.</summary>
internal static class LinkWriter
{
    /// <summary>Writes the start tag.</summary>
    public static void Start(ResolvedLink link, Site site, PageLinks links, IBufferWriter<byte> output)
    {
        if (Href(link, site, links) is { } href)
        {
            output.WriteAttribute("<a class=\"internal\" href=\""u8, href);
            if (link.Reference.Title is { } title) output.WriteAttribute(" title=\""u8, title);
            output.Write(">"u8);
            return;
        }

        // The same words whether the note is missing or private.
        output.WriteAttribute("<span class=\"unresolved\" title=\""u8, $"Not found: {Written(link)}");
        output.Write(">"u8);
    }

    /// <summary>Writes the end tag that belongs to <see cref="Start"/>.</summary>
    public static void End(ResolvedLink link, IBufferWriter<byte> output) => output.Write(Leads(link) ? "</a>"u8 : "</span>"u8);

    /// <summary>Writes the start tag of a link in SVG, where a <c>span</c> would end the drawing.</summary>
    public static void StartDrawn(ResolvedLink link, Site site, PageLinks links, IBufferWriter<byte> output)
    {
        if (Href(link, site, links) is { } href) output.WriteAttribute("<a class=\"internal\" href=\""u8, href);
        else output.Write("<g class=\"unresolved\""u8);
        output.Write(">"u8);
    }

    /// <summary>Writes the end tag that belongs to <see cref="StartDrawn"/>.</summary>
    public static void EndDrawn(ResolvedLink link, IBufferWriter<byte> output) => output.Write(Leads(link) ? "</a>"u8 : "</g>"u8);

    private static bool Leads(ResolvedLink link) => link.Target is LinkTarget.Found or LinkTarget.PartMissing or LinkTarget.Attachment;

    private static string? Href(ResolvedLink link, Site site, PageLinks links) => link.Target switch
    {
        LinkTarget.Found(var note, var part) => links.To(site.Addresses.Of(note), part.Anchor),
        LinkTarget.PartMissing(var note) => links.To(site.Addresses.Of(note)),
        LinkTarget.Attachment(var path) => links.To(site.Addresses.Of(path), Uri.EscapeDataString(link.Reference.Fragment ?? "").Replace("%3D", "=", StringComparison.Ordinal)),
        _ => null,
    };

    private static string Written(ResolvedLink link) =>
        link.Reference.Fragment is { } fragment ? $"{link.Reference.Target}#{fragment}" : link.Reference.Target;
}
