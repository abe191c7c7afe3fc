using System.Buffers;
using System.Globalization;
using Transformers.Catalogue;
using Transformers.Text;

namespace Transformers.Rendering;

/// <summary>What leads from an entry to the page of its work.</summary>
internal static class EntryLinks
{
    /// <summary>Writes a link to the page, and one to the mentions there if there are any. Nothing for a work without a page.</summary>
    /// <remarks>One that is nested in another shows in a row of buttons: its page is linked only where that tells more than the button.</remarks>
    public static void Write(CatalogueEntry entry, Site site, PageLinks links, IBufferWriter<byte> output)
    {
        if (site.Catalogue.WorkOf(entry)?.Page is not { } page) return;
        if (entry.Entry.Parent is null)
        {
            output.WriteAttribute(" <a class=\"entry-work\" href=\""u8, links.To(page));
            output.Write(">cite</a>"u8);
        }

        if (site.Catalogue.MentionCountOf(entry) is not (> 0 and var count)) return;
        output.WriteAttribute(" <a class=\"entry-mentions\" href=\""u8, links.To(page, "mentions"));
        output.Write(">"u8);
        output.WriteText(string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "mention" : "mentions")}"));
        output.Write("</a>"u8);
    }
}
