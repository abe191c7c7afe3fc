using System.Buffers;
using System.Text;
using Transformers.Benchmarks.Vaults;
using Transformers.Rendering;
using Transformers.Rendering.Templates;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests;

/// <summary>What a build takes and makes grows as its vault does. Counts, not times: they are the same on every machine.</summary>
[Trait("speed", "slow")]
[Collection(nameof(Alone))]
public sealed class GrowthTests
{
    private const int Few = 1000;
    private const int Times = 4;

    /// <summary>A step that is quadratic shows as 2.</summary>
    private const double MostExponent = 1.1;

    private sealed record Figures(long Allocated, long Files, long Bytes, double NotePage, long LargestPage);

    [Fact]
    public void Four_times_the_notes_take_and_make_four_times_as_much_and_their_pages_stay_as_large()
    {
        Build(100);
        var (few, many) = (Build(Few), Build(Few * Times));

        Assert.InRange(Exponent(few.Allocated, many.Allocated), 0, MostExponent);
        Assert.InRange(Exponent(few.Files, many.Files), 0, MostExponent);
        Assert.InRange(Exponent(few.Bytes, many.Bytes), 0, MostExponent);
        Assert.InRange(many.NotePage / few.NotePage, 0.95, 1.05);
        Assert.InRange(many.LargestPage, 0, 256 * 1024);
    }

    [Fact]
    public void A_page_of_a_tag_takes_as_much_however_many_pages_the_tag_has()
    {
        PagesOfOneTag(100);
        var (few, many) = (PagesOfOneTag(2 * Few), PagesOfOneTag(2 * Few * Times));

        Assert.InRange(Exponent(few, many), 0, MostExponent);
    }

    /// <summary>How many bytes are allocated while the pages of a tag are made that each of so many notes has.</summary>
    private static long PagesOfOneTag(int notes)
    {
        var vault = Vault.Of([.. Enumerable.Range(0, notes).Select(i => ($"{i}.md", "#one"))]);
        var site = SiteBuilder.Build(vault, Configuration.Default, Theme.Default()).Value;
        var output = new ArrayBufferWriter<byte>(1_000_000);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        foreach (var file in site.Files.OfType<SiteFile.Rendered>().Where(file => file.Address.Value.StartsWith("tags/one/", StringComparison.Ordinal)))
        {
            output.ResetWrittenCount();
            file.Write(output);
        }

        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static double Exponent(long few, long many) => Math.Log((double)many / few) / Math.Log(Times);

    private static Figures Build(int count)
    {
        var notes = new GeneratedVault(count, seed: 1);
        var numbers = Enumerable.Range(0, count).ToDictionary(note => SourcePath.Parse(GeneratedVault.NameOf(note) + ".md"));
        var texts = numbers.ToDictionary(note => note.Key, note => Encoding.UTF8.GetBytes(NoteWriter.Write(notes, note.Value)));
        var vault = new Vault(numbers.Keys, path => texts[path]);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var site = SiteBuilder.Build(vault, Configuration.Default, Theme.Default()).Value;
        var (bytes, largest) = (0L, 0L);
        var output = new ArrayBufferWriter<byte>();
        var notePages = new List<long>();
        var addresses = numbers.Keys.Select(path => Path.GetFileNameWithoutExtension(path.Value)).Select(Slug.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var file in site.Files.OfType<SiteFile.Rendered>())
        {
            output.ResetWrittenCount();
            file.Write(output);
            bytes += output.WrittenCount;
            if (!file.Address.IsPage) continue;
            largest = Math.Max(largest, output.WrittenCount);
            if (addresses.Contains(file.Address.Value.TrimEnd('/').Split('/')[^1])) notePages.Add(output.WrittenCount);
        }

        return new(GC.GetTotalAllocatedBytes(precise: true) - before, site.Files.Length, bytes, notePages.Average(), largest);
    }
}
