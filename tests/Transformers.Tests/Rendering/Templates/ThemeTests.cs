using System.Buffers;
using System.Runtime.CompilerServices;
using Transformers.Rendering;
using Transformers.Rendering.Templates;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering.Templates;

public sealed class ThemeTests
{
    [Fact]
    public void An_asset_has_another_name_when_its_content_is_another_and_vendored_ones_keep_theirs()
    {
        var theme = Theme.Default();
        var changed = theme.With([new("assets/theme.css", "body { color: red }"u8.ToArray())]);

        Assert.Matches("^assets/theme\\.[0-9a-f]{16}\\.css$", theme.Assets["theme.css"].Value);
        Assert.NotEqual(theme.Assets["theme.css"], changed.Assets["theme.css"]);
        Assert.Equal(theme.Assets.Remove("theme.css"), changed.Assets.Remove("theme.css"));
        Assert.All(theme.Assets.Where(asset => asset.Key.StartsWith("vendor/", StringComparison.Ordinal)), asset => Assert.Equal("assets/" + asset.Key, asset.Value.Value));
    }

    [Fact]
    public void A_theme_that_is_used_no_more_takes_no_memory()
    {
        WeakReference[] themes = [.. Enumerable.Range(0, 3).Select(_ => Use())];

        for (var tries = 0; tries < 10 && themes.Any(theme => theme.IsAlive); tries++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.DoesNotContain(themes, theme => theme.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Use()
    {
        var theme = Theme.Default();
        foreach (var file in SiteBuilder.Build(Vault.Of(("a.md", "# A")), Configuration.Default, theme).Value.Files.OfType<SiteFile.Rendered>()) file.Write(new ArrayBufferWriter<byte>());
        return new(theme.Templates);
    }
}
