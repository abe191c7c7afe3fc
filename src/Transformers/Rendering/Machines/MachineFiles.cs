using System.Buffers;
using System.Collections.Immutable;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Rendering.Pages;
using Transformers.Text;

namespace Transformers.Rendering.Machines;

/// <summary>What the site says to robots: where its pages are, what they may read, the notes as Markdown.</summary>
internal static class MachineFiles
{
    /// <summary>All of them.</summary>
    /// <param name="site">The site.</param>
    /// <param name="tree">Its folders.</param>
    /// <param name="pages">Its pages, in order.</param>
    public static IEnumerable<SiteFile> Of(Site site, FolderTree tree, ImmutableArray<SiteAddress> pages)
    {
        var llms = new LlmsText(site, tree, pages.Contains(AddressBook.New) && site.Configuration.BaseUrl is not null);
        var moved = MovedPlaces.Addresses(site).ToHashSet();
        return
        [
            new SiteFile.Rendered(AddressBook.Robots, output => WriteRobots(site.Configuration.BaseUrl, output)),
            new SiteFile.Rendered(AddressBook.Llms, llms.Write),
            .. site.Configuration.BaseUrl is { } root ? Sitemap.Files(root, pages.Where(page => !moved.Contains(page))) : [],
            .. from note in site.Notes
               select new SiteFile.Rendered(site.Addresses.MarkdownOf(note), output => WriteMarkdown(note, site, output)),
        ];
    }

    private static void WriteMarkdown(Note note, Site site, IBufferWriter<byte> output)
    {
        if (note.Path.IsBase) BaseMarkdown.Write(note, site, output);
        else output.Write(note.Markdown.Span);
    }

    // RFC 9309.
    private static void WriteRobots(Uri? root, IBufferWriter<byte> output)
    {
        output.WriteMarkup("User-agent: *\nAllow: /\n");
        if (root is not null) output.WriteMarkup($"\nSitemap: {new Uri(root, AddressBook.Sitemap.Value).AbsoluteUri}\n");
    }
}
