using System.Buffers;
using System.Collections.Immutable;
using Transformers.Linking;
using Transformers.Text;

namespace Transformers.Rendering.Machines;

/// <summary>The addresses of all pages for search engines (sitemaps.org, protocol 0.9).</summary>
internal static class Sitemap
{
    /// <summary>How many addresses one file may name, by the protocol.</summary>
    public const int MostAddresses = 50_000;

    /// <summary>The protocol allows 50 MB; the elements around the addresses take some of it.</summary>
    private const int MostBytes = 40_000_000;

    /// <summary>One file, or where that would be too long several and an index of them.</summary>
    /// <param name="root">The address of the site.</param>
    /// <param name="pages">The pages to be found, in order.</param>
    public static IEnumerable<SiteFile> Files(Uri root, IEnumerable<SiteAddress> pages)
    {
        var parts = Split([.. pages.Select(page => new Uri(root, page.Value).AbsoluteUri)]);
        if (parts is [var all]) return [Urls(AddressBook.Sitemap, all)];
        return
        [
            new SiteFile.Rendered(AddressBook.Sitemap, output => Write("sitemapindex", "sitemap", parts.Select((_, i) => new Uri(root, AddressBook.SitemapPart(i + 1).Value).AbsoluteUri), output)),
            .. parts.Select((part, i) => Urls(AddressBook.SitemapPart(i + 1), part)),
        ];
    }

    private static SiteFile.Rendered Urls(SiteAddress address, ArraySegment<string> urls) => new(address, output => Write("urlset", "url", urls, output));

    private static ImmutableArray<ArraySegment<string>> Split(string[] urls)
    {
        var parts = ImmutableArray.CreateBuilder<ArraySegment<string>>();
        var (start, bytes) = (0, 0);
        for (var i = 0; i < urls.Length; i++)
        {
            if (i - start == MostAddresses || bytes > MostBytes)
            {
                parts.Add(new(urls, start, i - start));
                (start, bytes) = (i, 0);
            }

            bytes += urls[i].Length;
        }

        parts.Add(new(urls, start, urls.Length - start));
        return parts.ToImmutable();
    }

    private static void Write(string list, string item, IEnumerable<string> urls, IBufferWriter<byte> output)
    {
        output.WriteMarkup($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{list} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var url in urls)
        {
            output.WriteMarkup($"<{item}><loc>");
            output.WriteText(url);
            output.WriteMarkup($"</loc></{item}>\n");
        }

        output.WriteMarkup($"</{list}>\n");
    }
}
