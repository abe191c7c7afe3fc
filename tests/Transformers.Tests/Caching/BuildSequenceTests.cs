using Transformers.Caching;
using Transformers.Tests.Support;

namespace Transformers.Tests.Caching;

/// <summary>Whatever happens to a vault, to its site and to the cache beside it, a build leaves what a clean one makes.</summary>
public sealed class BuildSequenceTests
{
    [Fact]
    public Task A_site_that_is_built_again_and_again_is_byte_for_byte_a_clean_build() => AssertFollowed(seed: 1, steps: 25);

    [Fact, Trait("speed", "slow")]
    public Task A_site_that_is_built_again_and_again_is_byte_for_byte_a_clean_build_however_many_steps() => AssertFollowed(seed: 2, steps: 400);

    private static async Task AssertFollowed(int seed, int steps)
    {
        using var vault = new EditedVault(seed);
        var (idle, seen) = (0, 0);
        for (var step = 0; step < steps; step++)
        {
            var isIdle = vault.Random.Next(4) == 0;
            var what = isIdle ? "nothing" : vault.Random.Next(4) == 0 ? Tamper(vault) : vault.Step().What;

            var (exit, output, error) = await Build(vault, "site");
            var (cleanExit, _, cleanError) = await Build(vault, $"clean{step}", "--no-cache");

            Assert.Equal((cleanExit, cleanError), (exit, error));
            AssertSame(vault, $"clean{step}", $"step {step}: {what}");
            Directory.Delete(Path.Combine(vault.Folder, $"clean{step}"), recursive: true);
            if (!isIdle || step == 0) continue;
            idle++;
            if (output.Contains("Nothing has changed since the last build", StringComparison.Ordinal)) seen++;
        }

        Assert.Equal(idle, seen);
    }

    private static void AssertSame(EditedVault vault, string clean, string what)
    {
        var (expected, site) = (FolderContent.Of(Path.Combine(vault.Folder, clean)), FolderContent.Of(Path.Combine(vault.Folder, "site")));
        var differing = expected.Keys.Union(site.Keys).Where(path => expected.GetValueOrDefault(path) != site.GetValueOrDefault(path)).ToArray();
        Assert.True(differing.Length == 0, $"{string.Join(", ", differing)} after {what}");
    }

    private static Task<(int Exit, string Output, string Error)> Build(EditedVault vault, string site, params string[] options) =>
        CommandLine.Run(["build", Path.Combine(vault.Folder, "notes"), "-o", Path.Combine(vault.Folder, site), "--templates", Path.Combine(vault.Folder, "templates"), .. options]);

    // What a clumsy hand does to what a build left; the bytes of a page alone may not be changed, as a build does not read what it wrote.
    private static string Tamper(EditedVault vault)
    {
        var site = Path.Combine(vault.Folder, "site");
        var cache = Path.Combine(vault.Folder, BuildCache.FolderName, "site");
        if (!File.Exists(cache)) return "nothing";
        switch (vault.Random.Next(7))
        {
            case 0:
                File.Delete(cache);
                return "deleted the cache";
            case 1:
                File.WriteAllText(cache, File.ReadAllText(cache)[..vault.Random.Next(100)]);
                return "cut the cache off";
            case 2:
                var bytes = File.ReadAllBytes(cache);
                bytes[vault.Random.Next(bytes.Length)] ^= (byte)(1 + vault.Random.Next(255));
                File.WriteAllBytes(cache, bytes);
                return "changed a byte of the cache";
            case 3:
                Directory.Delete(Path.Combine(vault.Folder, BuildCache.FolderName), recursive: true);
                return "deleted the folder of the cache";
            case 4:
                File.Delete(AnyPage());
                return "deleted a page";
            case 5:
                File.AppendAllText(AnyPage(), " ");
                return "wrote into a page";
            default:
                Directory.Delete(site, recursive: true);
                return "deleted the site";
        }

        string AnyPage()
        {
            var pages = Directory.GetFiles(site, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
            return pages[vault.Random.Next(pages.Length)];
        }
    }
}
