using System.Text.RegularExpressions;
using Transformers.Rendering.Templates;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests;

/// <summary>Whole vaults that people wrote.</summary>
public sealed partial class RealVaultTests
{
    [Fact]
    public void Our_own_notes_build_without_a_warning()
    {
        var site = Build(new(Repository.Folder("notes")));

        Assert.Empty(site.Messages);
    }

    [Fact]
    public void The_cross_reference_to_the_decision_transformer_leads_to_that_entry_and_back()
    {
        var site = Build(new(Repository.Folder("notes")));

        var link = Assert.Single(site.Article("ai/deep-learning/transformers/").QuerySelectorAll("a.internal"), a => a.TextContent == "^decisiontransformer");
        Assert.Equal("../../reinforcement-learning/#^decisiontransformer", link.GetAttribute("href"));

        var entry = site.Page("ai/reinforcement-learning/").GetElementById("^decisiontransformer");
        Assert.Equal("paper", entry!.GetAttribute("data-kind"));
        Assert.Contains("Decision Transformer", entry.QuerySelector(".entry-title")!.TextContent, StringComparison.Ordinal);

        var back = site.Page("ai/reinforcement-learning/").QuerySelectorAll("section.backlinks a").Select(a => a.GetAttribute("href")!);
        var mention = Assert.Single(back, href => href.StartsWith("../deep-learning/transformers/#", StringComparison.Ordinal));
        Assert.NotNull(site.Page("ai/deep-learning/transformers/").GetElementById(mention.Split('#')[1]));
    }

    [Fact]
    public void The_seed_has_exactly_two_links_that_lead_nowhere()
    {
        var site = Build(Repository.SharedVault("seed"));

        Assert.Equal(
        [
            "AI/Deep learning/Transformers.md:232:5: warning KB001: No note is named 'AI/Deep learning/Multimodal learning'.",
            "AI/Deep learning/Transformers.md:235:29: warning KB001: No note is named 'AI/Reinforcement learning'.",
        ], site.Messages.Where(message => !message.Contains(": info ", StringComparison.Ordinal) && !message.Contains("KB028", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_seed_lists_one_paper_twice()
    {
        var site = Build(Repository.SharedVault("seed"));

        Assert.Equal(
        [
            "AI/Deep learning/Transformers.md:116:1: info KB006: 'Vision Transformers for Dense Prediction' is listed at 'AI/Deep learning/Transformers.md' line 167 too. Keep one, and embed or link it elsewhere.",
            "AI/Deep learning/Transformers.md:167:1: info KB006: 'Vision Transformers for Dense Prediction' is listed at 'AI/Deep learning/Transformers.md' line 116 too. Keep one, and embed or link it elsewhere.",
        ], site.Messages.Where(message => message.Contains("KB006", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_arxiv_id_that_stands_in_several_bullets_of_the_garden_is_one_work_whose_entries_are_told_of_each_other()
    {
        var folder = Repository.SharedVault("garden");
        var read = SiteBuilder.Read(VaultFolder.Open(folder).Value, Configuration.Default);
        var bullets = from file in folder.EnumerateFiles("*.md", SearchOption.AllDirectories)
                      from line in File.ReadLines(file.FullName)
                      where TypedBullet().IsMatch(line)
                      from id in ArxivId().Matches(line).Select(match => match.Groups["id"].Value).Distinct()
                      select id;
        var expected = bullets.CountBy(id => id).Where(id => id.Value > 1).ToDictionary();

        Assert.True(expected.Count >= 20);
        foreach (var (id, count) in expected)
        {
            var work = Assert.Single(read.Value.Catalogue.Works, work => work.Identifier("arxiv") == id);
            Assert.Equal(count, work.Entries.Length);
            Assert.All(work.Entries, entry => Assert.Contains(read.Diagnostics, found => found.Rule.Code == "KB006" && found.Path == entry.Note.Path && found.Range.Line == entry.Entry.Range.Line));
        }
    }

    [Fact]
    public void Every_typed_bullet_of_the_garden_is_an_entry()
    {
        var folder = Repository.SharedVault("garden");
        var built = SiteBuilder.Build(VaultFolder.Open(folder).Value, Configuration.Default, Theme.Default());
        var bullets = folder.EnumerateFiles("*.md", SearchOption.AllDirectories).Sum(file => TypedBullet().Count(File.ReadAllText(file.FullName)));

        Assert.Equal(bullets, built.Value.Figures.Entries);
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("garden")]
    public void Every_link_of_a_shared_vault_leads_to_a_file_and_an_id(string name)
    {
        Assert.Empty(Crawl.Problems(Build(Repository.SharedVault(name))));
    }

    [Fact]
    public void Every_link_of_our_own_notes_leads_to_a_file_and_an_id()
    {
        Assert.Empty(Crawl.Problems(Build(new(Repository.Folder("notes")))));
    }

    private static TestSite Build(DirectoryInfo folder) => TestSite.Of(VaultFolder.Open(folder).Value);

    [GeneratedRegex(@"arxiv\.org/(?:abs|pdf)/(?<id>[0-9]{4}\.[0-9]{4,5})")]
    private static partial Regex ArxivId();

    [GeneratedRegex(@"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+#(?:paper|code|course|talk|book|thesis|review|poster|model|dataset|blog|article|video|podcast|tool|website|whitepaper|bsc|msc|phd)(?:/\w+)?(?![\w/-])", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex TypedBullet();
}
