using System.Buffers;
using System.Runtime.CompilerServices;
using Transformers.Rendering;
using Transformers.Rendering.Templates;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering.Templates;

public sealed class ThemeTests
{
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
