using System.Text.RegularExpressions;
using Transformers.Catalogue;
using Transformers.Parsing.Entries;
using Transformers.Rendering;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests;

/// <summary>Our knowledge base holds all that the list it began with did.</summary>
public sealed partial class SeedTests
{
    // What the seed has wrong, and what is right: preprint and publication years, a missing author, letter case.
    private static readonly Dictionary<string, (string Authors, int Year)> Corrections = new()
    {
        ["arxiv:2103.13413"] = ("Ranftl", 2021),
        ["openreview:YicbFdNTTy"] = ("Dosovitskiy", 2020),
        ["url:cdn.openai.com/better-language-models/language_models_are_unsupervised_multitask_learners.pdf"] = ("Radford", 2019),
        ["arxiv:1506.02025"] = ("Jaderberg", 2015),
        ["arxiv:2103.10697"] = ("d'Ascoli", 2021),
        ["arxiv:2112.11446"] = ("Rae", 2021),
    };

    // It closed in July 2025. A paper has its code itself, where that is public.
    private const string ClosedSite = "paperswithcode.com";

    // No video has such an id; the one of the paper is 6NOQC_fl1hQ.
    private const string Misspelt = "6NnearestOQC_fl1hQ";

    [Fact]
    public void Every_address_of_the_seed_is_there_in_its_canonical_form()
    {
        var ours = Addresses(new(Repository.Folder("notes"))).Select(WorkIdentity.KeyOf).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Addresses(Repository.SharedVault("seed")), address =>
            !address.Contains(ClosedSite, StringComparison.Ordinal) && !address.Contains(Misspelt, StringComparison.Ordinal) && !ours.Contains(WorkIdentity.KeyOf(address)));
    }

    [Fact]
    public void Our_addresses_are_secure_and_canonical() =>
        Assert.DoesNotContain(Addresses(new(Repository.Folder("notes"))), address =>
            !address.StartsWith("https://", StringComparison.Ordinal)
            || address.Contains(ClosedSite, StringComparison.Ordinal)
            || (address.Contains("arxiv.org", StringComparison.Ordinal) && !CanonicalArxiv().IsMatch(address)));

    [Fact]
    public void Every_paper_of_the_seed_is_there_with_its_authors_and_year()
    {
        var ours = Read(new(Repository.Folder("notes"))).Catalogue.Works
            .SelectMany(work => work.Entries.SelectMany(entry => entry.Entry.IdentityKeys).Distinct().Select(key => (key, work)))
            .ToDictionary(pair => pair.key, pair => pair.work, StringComparer.Ordinal);

        var missing = Read(Repository.SharedVault("seed")).Catalogue.Works
            .Where(work => work.Kind == "paper")
            .Where(work => !work.Entries[0].Entry.IdentityKeys.Any(key => ours.TryGetValue(key, out var found) && Agrees(work, key, found)))
            .Select(work => $"{work.Entries[0].Entry.IdentityKeys[0]} {work.Label}");

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_block_id_of_the_seed_is_there()
    {
        var ours = Read(new(Repository.Folder("notes"))).Notes.SelectMany(note => note.Blocks).Select(block => block.Id).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Read(Repository.SharedVault("seed")).Notes.SelectMany(note => note.Blocks).Select(block => block.Id).Except(ours, StringComparer.Ordinal));
    }

    [Fact]
    public void No_sentence_of_the_shared_vaults_is_ours()
    {
        var theirs = new[] { "seed", "garden" }.SelectMany(vault => Read(Repository.SharedVault(vault)).Catalogue.Entries).SelectMany(entry => entry.Entry.Remarks).SelectMany(Shingles).ToHashSet(StringComparer.Ordinal);

        var copied = Read(new(Repository.Folder("notes"))).Catalogue.Entries.SelectMany(entry => entry.Entry.Remarks).SelectMany(Shingles).Where(theirs.Contains);

        Assert.Empty(copied);
    }

    [Fact]
    public void No_work_is_listed_twice() =>
        Assert.Empty(Read(new(Repository.Folder("notes"))).Catalogue.Works.Where(work => work.Entries.Length > 1).Select(work => work.Label));

    [Fact]
    public void Every_note_says_what_it_is_about() =>
        Assert.Empty(Read(new(Repository.Folder("notes"))).Notes
            .Where(note => note.FrontMatter.Title is null || note.FrontMatter.Description is null || note.FrontMatter.Tags.IsEmpty || note.FrontMatter.Aliases.IsEmpty)
            .Select(note => note.Path.Value));

    private static bool Agrees(Work seed, string key, Work ours) =>
        Corrections.TryGetValue(key, out var right)
            ? ours.Authors is [var author] && author == right.Authors && ours.Year == right.Year
            : ours.Authors.SequenceEqual(seed.Authors) && ours.Year == seed.Year;

    // Eight words in a row.
    private static IEnumerable<string> Shingles(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 8 <= words.Length; i++) yield return string.Join(' ', words.AsSpan(i, 8).ToArray());
    }

    private static Site Read(DirectoryInfo folder)
    {
        var vault = VaultFolder.Open(folder).Value;
        return SiteBuilder.Read(vault, TestSite.ConfigurationOf(vault)).Value;
    }

    [GeneratedRegex(@"https?://[^\s)\]]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"^https://arxiv\.org/abs/\d{4}\.\d{4,5}$")]
    private static partial Regex CanonicalArxiv();

    private static IEnumerable<string> Addresses(DirectoryInfo folder) =>
        folder.EnumerateFiles("*.md", SearchOption.AllDirectories).SelectMany(file => Address().Matches(File.ReadAllText(file.FullName))).Select(match => match.Value).Distinct(StringComparer.Ordinal);
}
