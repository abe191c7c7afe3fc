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
        var (address, anchor) = link.Target switch
        {
            LinkTarget.Found(var note, var part) => (site.Addresses.Of(note), part.Anchor),
            LinkTarget.PartMissing(var note) => (site.Addresses.Of(note), ""),
            LinkTarget.Attachment(var path) => (site.Addresses.Of(path), Uri.EscapeDataString(link.Reference.Fragment ?? "").Replace("%3D", "=", StringComparison.Ordinal)),
            _ => (default(SiteAddress?), ""),
        };
        if (address is { } found)
        {
            output.WriteAttribute("<a class=\"internal\" href=\""u8, links.To(found, anchor));
            output.Write(">"u8);
            return;
        }

        // The same words whether the note is missing or private.
        output.WriteAttribute("<span class=\"unresolved\" title=\""u8, $"Not found: {Written(link)}");
        output.Write(">"u8);
    }

    /// <summary>Writes the end tag that belongs to <see cref="Start"/>.</summary>
    public static void End(ResolvedLink link, IBufferWriter<byte> output) =>
        output.Write(link.Target is LinkTarget.Found or LinkTarget.PartMissing or LinkTarget.Attachment ? "</a>"u8 : "</span>"u8);

    private static string Written(ResolvedLink link) =>
        link.Reference.Fragment is { } fragment ? $"{link.Reference.Target}#{fragment}" : link.Reference.Target;
}
