using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Transformers.Rendering;
using Transformers.Rendering.Templates;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests;

/// <summary>A vault that is edited: what is kept from one reading to the next shows in nothing.</summary>
public sealed partial class WorkspaceTests
{
    [Fact]
    public void A_site_after_edits_is_byte_for_byte_that_of_a_clean_reading() => AssertSameAfterEdits(seed: 1, steps: 12);

    [Fact, Trait("speed", "slow")]
    public void A_site_after_edits_is_byte_for_byte_that_of_a_clean_reading_however_many() => AssertSameAfterEdits(seed: 2, steps: 150);

    private static void AssertSameAfterEdits(int seed, int steps)
    {
        var model = new RandomVault(seed);
        var configuration = Configuration.Default;
        var workspace = Workspace.Read(model.Vault, configuration);
        for (var step = 0; step < steps; step++)
        {
            var what = model.Edit();
            if (step % 10 == 9)
            {
                configuration = model.Configure();
                workspace = Workspace.Read(model.Vault, configuration);
            }

            workspace = workspace.With(model.Vault, model.Changed);

            var clean = Workspace.Read(model.Vault, configuration);
            Assert.Equal(clean.Site.Diagnostics.Select(found => found.ToString()), workspace.Site.Diagnostics.Select(found => found.ToString()));
            AssertSame(SiteRenderer.Arrange(clean.Site.Value, Theme.Default()).Files, SiteRenderer.Arrange(workspace.Site.Value, Theme.Default()).Files, $"step {step}: {what}");
        }
    }

    [Fact]
    public void Only_what_changed_is_parsed_again()
    {
        var before = Workspace.Read(Vault.Of(("a.md", "a"), ("b.md", "b"), ("c.md", "c")), Configuration.Default);

        var after = before.With(Vault.Of(("a.md", "a"), ("b.md", "other"), ("d.md", "d")), new HashSet<SourcePath> { SourcePath.Parse("b.md") });

        Assert.Equal((3, 2), (before.Reparsed, after.Reparsed));
    }

    [Fact]
    public void The_page_of_a_note_in_which_text_was_written_is_at_once_that_of_a_clean_reading() => AssertShownAtOnce(seed: 1, steps: 20);

    [Fact, Trait("speed", "slow")]
    public void The_page_of_a_note_in_which_text_was_written_is_at_once_that_of_a_clean_reading_however_many() => AssertShownAtOnce(seed: 2, steps: 600);

    private static void AssertShownAtOnce(int seed, int steps)
    {
        var model = new RandomVault(seed);
        var theme = Theme.Default();
        var shown = 0;
        for (var step = 0; step < steps; step++)
        {
            model.Edit();
            var before = Workspace.Read(model.Vault, Configuration.Default);
            var path = model.Write();
            var note = before.With(model.Vault, model.Changed).ParseNow(path)!;
            if (SitePreview.Of(SiteRenderer.Arrange(before.Site.Value, theme)).With(note)?.PageOf(path) is not { } page) continue;

            var clean = SiteRenderer.Arrange(Workspace.Read(model.Vault, Configuration.Default).Site.Value, theme).Files;
            Assert.Equal(WithoutSurroundings(TextOf(clean.Single(file => file.Address == page.Address))), WithoutSurroundings(TextOf(page)));
            shown++;
        }

        Assert.True(shown > steps / 2);
    }

    [Theory]
    [InlineData("folder/b.md", "# Zebra")]
    [InlineData("folder/b.md", "---\ntitle: A first one\n---\ntext")]
    [InlineData("folder/index.md", "# Another folder")]
    [InlineData("index.md", "# Another site")]
    public void A_new_title_is_shown_at_once_with_its_place_among_the_others(string path, string text)
    {
        Vault VaultOf(string content) => Vault.Of(new Dictionary<string, string> { ["index.md"] = "# Home", ["folder/index.md"] = "# Folder", ["folder/a.md"] = "a", ["folder/b.md"] = "b", ["folder/c.md"] = "c", [path] = content }.Select(file => (file.Key, file.Value)));
        var before = Workspace.Read(VaultOf("# Title"), Configuration.Default);
        var edited = SourcePath.Parse(path);

        var page = SitePreview.Of(SiteRenderer.Arrange(before.Site.Value, Theme.Default())).With(before.With(VaultOf(text), new HashSet<SourcePath> { edited }).ParseNow(edited)!)!.PageOf(edited);

        var clean = SiteRenderer.Arrange(Workspace.Read(VaultOf(text), Configuration.Default).Site.Value, Theme.Default()).Files;
        Assert.Equal(TextOf(clean.Single(file => file.Address == page.Address)), TextOf(page));
    }

    [Theory]
    [InlineData("text", "---\npublish: false\n---\ntext")]
    [InlineData("text", "---\naliases: [b]\n---\ntext")]
    [InlineData("text", "![[picture.png]]")]
    public void What_only_the_whole_vault_can_tell_is_not_shown_at_once(string before, string after)
    {
        Vault VaultOf(string text) => Vault.Of(("a.md", text), ("picture.png", "x"));
        var workspace = Workspace.Read(VaultOf(before), Configuration.Default);
        var path = SourcePath.Parse("a.md");

        Assert.Null(SitePreview.Of(SiteRenderer.Arrange(workspace.Site.Value, Theme.Default())).With(workspace.With(VaultOf(after), new HashSet<SourcePath> { path }).ParseNow(path)!));
    }

    private static void AssertSame(ImmutableArray<SiteFile> clean, ImmutableArray<SiteFile> site, string what)
    {
        Assert.Equal(clean.Select(file => file.Address), site.Select(file => file.Address));
        foreach (var (one, other) in clean.Zip(site))
        {
            if (one.Address.Value.StartsWith("assets/", StringComparison.Ordinal)) continue;
            if (one is SiteFile.Copied copied) Assert.Equal(copied.Source, ((SiteFile.Copied)other).Source);
            else Assert.True(TextOf(one) == TextOf(other), $"{one.Address} after {what}");
        }
    }

    // What is around a note, and what it is related to, is found when the whole vault was read.
    private static string WithoutSurroundings(string page) => Surroundings().Replace(page, "\n");

    [GeneratedRegex("(\n*<section class=\"(local-graph|related)\".*?</section>)+\n*|\n\n+", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Surroundings();

    private static string TextOf(SiteFile file)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ((SiteFile.Rendered)file).Write(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
