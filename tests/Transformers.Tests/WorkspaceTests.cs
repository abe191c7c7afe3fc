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
            AssertSame(SiteRenderer.Render(clean.Site.Value, Theme.Default()), SiteRenderer.Render(workspace.Site.Value, Theme.Default()), $"step {step}: {what}");
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
            if (SitePreview.Of(before.Site.Value, theme).With(note)?.PageOf(path) is not { } page) continue;

            var clean = SiteRenderer.Render(Workspace.Read(model.Vault, Configuration.Default).Site.Value, theme);
            Assert.Equal(WithoutGraph(TextOf(clean.Single(file => file.Address == page.Address))), WithoutGraph(TextOf(page)));
            shown++;
        }

        Assert.True(shown > steps / 2);
    }

    [Theory]
    [InlineData("# Title\n\ntext", "# Other\n\ntext")]
    [InlineData("text", "---\npublish: false\n---\ntext")]
    [InlineData("text", "---\naliases: [b]\n---\ntext")]
    [InlineData("text", "![[picture.png]]")]
    public void What_only_the_whole_vault_can_tell_is_not_shown_at_once(string before, string after)
    {
        Vault VaultOf(string text) => Vault.Of(("a.md", text), ("picture.png", "x"));
        var workspace = Workspace.Read(VaultOf(before), Configuration.Default);
        var path = SourcePath.Parse("a.md");

        Assert.Null(SitePreview.Of(workspace.Site.Value, Theme.Default()).With(workspace.With(VaultOf(after), new HashSet<SourcePath> { path }).ParseNow(path)!));
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

    // What is around a note is drawn when the whole vault was read.
    private static string WithoutGraph(string page) => LocalGraph().Replace(page, "\n");

    [GeneratedRegex("\n*<section class=\"local-graph\".*?</section>\n*|\n\n+", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex LocalGraph();

    private static string TextOf(SiteFile file)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ((SiteFile.Rendered)file).Write(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
