using System.Collections.Immutable;
using Transformers.Cli;
using Transformers.Cli.Serving;
using Transformers.Rendering;
using Transformers.Rendering.Templates;
using Transformers.Tests.Support;
using Transformers.Text;

namespace Transformers.Tests.Cli;

/// <summary>Whatever happens to a vault, its configuration and its templates, what is served is what a build makes of what there is then.</summary>
public sealed class LiveSequenceTests
{
    private static readonly (string Path, string Text)[] Broken = [("notes/transformers.yml", "titel: x"), ("notes/transformers.yml", "title: ["), ("templates/note.html", "{{ if }}")];

    [Fact]
    public void The_site_that_is_served_is_byte_for_byte_a_clean_build() => AssertFollowed(seed: 1, steps: 25);

    [Fact, Trait("speed", "slow")]
    public void The_site_that_is_served_is_byte_for_byte_a_clean_build_however_many_steps() => AssertFollowed(seed: 2, steps: 500);

    private static void AssertFollowed(int seed, int steps)
    {
        using var vault = new EditedVault(seed);
        var site = LiveSite.Open(vault.Open);
        var what = new List<string>();
        for (var count = 0; count < steps; count++)
        {
            var (step, paths) = vault.Step();
            what.Add(step);
            if (vault.Random.Next(5) > 0) site.Preview(paths);
            if (vault.Random.Next(3) > 0) continue;
            if (vault.Random.Next(4) == 0) AssertLastGoodSiteStays(vault, site);
            site.Rebuild();
            AssertSame(vault.Open(), site, $"step {count}: {string.Join(", ", what)}");
            what.Clear();
        }
    }

    private static void AssertLastGoodSiteStays(EditedVault vault, LiveSite site)
    {
        var (path, text) = Broken[vault.Random.Next(Broken.Length)];
        var before = vault.Read(path);
        vault.Write(path, text);
        var pages = site.Pages;

        Assert.True(Record.Exception(site.Rebuild) is UnusableInputException or TemplateException);

        Assert.Same(pages, site.Pages);
        if (before is null) vault.Delete(path);
        else vault.Write(path, before);
    }

    private static void AssertSame(VaultInput now, LiveSite served, string what)
    {
        var built = SiteBuilder.Build(now.Vault, now.Configuration, now.Theme).Value.Files;
        Assert.Equal(built.Select(file => file.Address), served.Pages.Site.Files.Select(file => file.Address));
        var clean = new LivePages(served.Pages.Site, ImmutableDictionary<SiteAddress, SiteFile>.Empty, now.Vault);
        foreach (var file in built)
        {
            if (!file.Address.Value.StartsWith("assets/vendor/", StringComparison.Ordinal)) Assert.True(clean.BytesOf(file).AsSpan().SequenceEqual(served.Pages.BytesOf(served.Pages.Find(file.Address)!)), $"{file.Address} after {what}");
        }
    }
}
