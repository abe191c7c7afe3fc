using System.Text;
using AngleSharp.Dom;
using Transformers.Locks;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Locks;

/// <summary>Whatever happens to a vault: where something was that the lock remembers it is, or what leads to it, or it is reported.</summary>
public sealed class LastingLinkTests
{
    private static readonly SourcePath LockPath = SourcePath.Parse(AddressLock.FileName);

    [Fact]
    public void No_link_dies_unseen() => AssertNoneDiesUnseen(seed: 1, steps: 30);

    [Fact, Trait("speed", "slow")]
    public void No_link_dies_unseen_however_much_happens() => AssertNoneDiesUnseen(seed: 2, steps: 400);

    private static void AssertNoneDiesUnseen(int seed, int steps)
    {
        var model = new RandomVault(seed);
        var locked = Accept(model.Vault, AddressLock.Empty);
        var (gone, moved) = (0, 0);
        for (var step = 0; step < steps; step++)
        {
            var what = model.Edit();
            var vault = With(model.Vault, locked);
            var site = TestSite.Of(vault, Configuration.Default);
            var reported = site.Diagnostics.Where(found => found.Rule == LockRules.Gone).Select(found => found.Range.Line).ToHashSet();
            var lines = AddressLock.Parse(new SourceFile(LockPath, locked.ToString())).Value.Items;
            var gonePages = lines.Where(item => reported.Contains(item.Line)).Select(item => item.Place).ToHashSet();
            foreach (var item in lines.Where(item => !reported.Contains(item.Line) && !gonePages.Contains(new(item.Place.Address))))
            {
                Assert.True(Leads(item.Place, site), $"step {step}, {what}: '{item}' leads nowhere, and nobody says so");
            }

            Assert.Empty(Crawl.Problems(site));
            (gone, moved) = (gone + reported.Count, moved + site.Diagnostics.Count(found => found.Rule == LockRules.Moved));
            if (step % 3 == 0) locked = Accept(model.Vault, locked);
        }

        Assert.True(gone > 0 && moved > 0, $"{gone} gone, {moved} moved");
    }

    private static bool Leads(Place place, TestSite site)
    {
        // Works without a title have a key and no page.
        if (place.Address.Value.StartsWith("works/", StringComparison.Ordinal)) return true;
        if (!site.Files.ContainsKey(place.Address.FilePath)) return false;
        if (place.Anchor.Length == 0) return true;
        var page = site.Page(place.Address.Value);
        if (page.QuerySelector("body.redirect main a") is { } next) page = site.Page(AddressOf(next, place.Address));
        return page.GetElementById(place.Anchor) is not null;
    }

    private static string AddressOf(IElement link, SiteAddress page) =>
        Uri.UnescapeDataString(new Uri(new Uri("https://x.org/" + page.Value), link.GetAttribute("href")!).AbsolutePath)[1..];

    private static AddressLock Accept(Vault vault, AddressLock locked)
    {
        var whole = With(vault, locked);
        return SiteBuilder.Accept(SiteBuilder.Read(whole, Configuration.Default).Value, whole);
    }

    private static Vault With(Vault vault, AddressLock locked) =>
        new([.. vault.Files, LockPath], path => path == LockPath ? Encoding.UTF8.GetBytes(locked.ToString()) : vault.Read(path));
}
