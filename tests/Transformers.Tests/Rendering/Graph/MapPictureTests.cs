using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Transformers.Rendering.Graph;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering.Graph;

public sealed class MapPictureTests
{
    private static readonly Configuration Known = Configuration.Default with { BaseUrl = new("https://example.org/base/") };

    [Fact]
    public void Pages_name_the_picture_where_the_address_of_the_site_is_known()
    {
        var page = TestSite.Of(Known, ("deep/a.md", "[[b]]"), ("b.md", "")).Page("deep/a/");

        Assert.Equal("https://example.org/base/graph/+picture.png", page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Equal("1200", page.QuerySelector("meta[property='og:image:width']")!.GetAttribute("content"));
        Assert.Equal("630", page.QuerySelector("meta[property='og:image:height']")!.GetAttribute("content"));
    }

    [Fact]
    public void Without_an_address_there_is_none()
    {
        var site = TestSite.Of(("a.md", "[[b]]"), ("b.md", ""));

        Assert.Null(site.Page("a/").QuerySelector("meta[property='og:image']"));
        Assert.DoesNotContain(site.Files.Keys, path => path.EndsWith(".png", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_drawn_of_a_vault_without_notes() =>
        Assert.DoesNotContain(TestSite.Of(Known).Files.Keys, path => path.EndsWith(".png", StringComparison.Ordinal));

    [Fact]
    public void Two_notes_and_their_link_are_two_discs_and_a_line()
    {
        var rows = PixelsOf(TestSite.Of(Known, ("a.md", "[[b]]"), ("b.md", "")).Files["graph/+picture.png"]);

        Assert.Equal(630, rows.Length);
        Assert.All(rows, row => Assert.Equal(1200, row.Length));
        var inked = rows.SelectMany((row, y) => row.Select((shade, x) => (shade, x, y))).Where(pixel => pixel.shade > 0).ToArray();
        Assert.InRange(inked.Count(pixel => pixel.shade == 255), 50, 400);
        Assert.InRange(inked.Length, 100, 1000);

        // In the middle, and as far to one side as to the other.
        Assert.InRange(inked.Min(pixel => pixel.x) + inked.Max(pixel => pixel.x), 1196, 1203);
        Assert.InRange(inked.Min(pixel => pixel.y) + inked.Max(pixel => pixel.y), 626, 633);
    }

    [Fact]
    public void A_line_from_corner_to_corner_and_a_disc_over_the_edge_stay_inside()
    {
        var picture = new Picture(10, 6);
        picture.Line(new(0, 0), new(10, 6), 1);
        picture.Line(new(5, 6), new(5, 0), 1);
        picture.Disc(new(10, 6), 3);

        Assert.Equal(255, picture.Row(5)[9]);
        Assert.Equal(0, picture.Row(0)[9]);
    }

    [Fact]
    public void Each_part_of_the_file_has_its_checksum()
    {
        var output = new ArrayBufferWriter<byte>();
        Png.Write(new Picture(3, 2), (255, 255, 255), (0, 0, 0), output);

        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], ChunksOf(output.WrittenSpan.ToArray()).Select(chunk => chunk.Type));
    }

    [Fact]
    public void It_is_the_same_each_time()
    {
        (string, string)[] vault = [.. Enumerable.Range(0, 50).Select(i => ($"n{i}.md", $"[[n{i * 7 % 50}]] [[n{i / 2}]]"))];

        Assert.Equal(TestSite.Of(Known, vault).Files["graph/+picture.png"], TestSite.Of(Known, vault).Files["graph/+picture.png"]);
    }

    private static byte[][] PixelsOf(byte[] png)
    {
        var chunks = ChunksOf(png).ToLookup(chunk => chunk.Type, chunk => chunk.Data);
        var width = BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"].Single());
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(chunks["IDAT"].Single()), CompressionMode.Decompress)) zlib.CopyTo(inflated);
        return [.. inflated.ToArray().Chunk(width + 1).Select(row => row[1..])];
    }

    private static IEnumerable<(string Type, byte[] Data)> ChunksOf(byte[] png)
    {
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var end = at + 8 + length;
            Assert.Equal(Crc32.HashToUInt32(png.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(end)));
            yield return (Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..end]);
            at = end + 4;
        }
    }
}
