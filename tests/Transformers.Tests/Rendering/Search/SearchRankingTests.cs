using Transformers.Rendering.Search;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering.Search;

/// <summary>Who knows three words of a title, or all of a note's or a section's, finds it at once.</summary>
[Trait("speed", "slow")]
public sealed class SearchRankingTests(SearchRankingTests.Garden garden) : IClassFixture<SearchRankingTests.Garden>
{
    /// <summary>A vault that people wrote, and the search of it.</summary>
    public sealed class Garden : IDisposable
    {
        internal SearchSite Search { get; } = SearchSite.Of(VaultFolder.Open(Repository.SharedVault("garden")).Value, Configuration.Default);

        public void Dispose() => Search.Dispose();
    }

    [Fact]
    public void The_three_rarest_words_of_a_title_put_its_work_first()
    {
        var site = garden.Search;
        var works = site.Site.Catalogue.Works.Where(work => work.Title is not null).ToArray();
        var uses = works.SelectMany(work => WordsOf(work.Title!).Distinct()).CountBy(word => word).ToDictionary();

        var answers = site.AskForFirst([.. works.Select(work => string.Join(' ', WordsOf(work.Title!).Distinct().OrderBy(word => uses[word]).Take(3)))]);

        // Works that share a title can't be told apart by its words.
        var titles = works.SelectMany(work => work.Entries.Select(entry => (Address: $"{site.Site.Addresses.Of(entry.Note)}#{entry.Entry.Anchor}", Title: Folding.Fold(work.Title!)))).ToLookup(entry => entry.Address, entry => entry.Title);
        var missed = works.Zip(answers).Where(pair => !titles[pair.Second.First ?? ""].Contains(Folding.Fold(pair.First.Title!))).ToArray();
        var share = 1 - (double)missed.Length / works.Length;
        TestContext.Current.TestOutputHelper?.WriteLine($"{share:P2} of {works.Length}; missed: {string.Join("; ", missed.Select(pair => $"{pair.First.Title} ({pair.Second.First})"))}");
        Assert.InRange(share, 0.98, 1);
    }

    [Fact]
    public void The_title_of_a_note_puts_it_among_the_first_three_and_so_does_a_heading()
    {
        var documents = ScannedDocument.All(garden.Search.Site).Select(document => document.Source).Where(document => SearchWords.Of(document.Title).Count > 0).ToArray();
        var notes = documents.Where(document => document.Kind == SearchDocument.NoteKind).DistinctBy(document => document.Address).ToArray();

        // A heading that stands in one note alone; what is asked for by "Papers" is not one of them.
        var sections = documents.Where(document => document.Kind == SearchDocument.SectionKind).DistinctBy(document => document.Address).GroupBy(document => Folding.Fold(document.Title)).Where(title => title.Count() == 1).Select(title => title.First()).ToArray();

        Assert.InRange(ShareFound(notes, "notes"), 0.98, 1);
        Assert.InRange(ShareFound(sections, "sections"), 0.95, 1);
    }

    /// <summary>How many of those whose title is asked for are among the first three answers, or another one with that title is.</summary>
    private double ShareFound(SearchDocument[] wanted, string name)
    {
        var titles = ScannedDocument.All(garden.Search.Site).ToLookup(document => document.Source.Address, document => Folding.Fold(document.Source.Title), StringComparer.Ordinal);
        var answers = garden.Search.AskForFirst([.. wanted.Select(document => string.Join(' ', SearchWords.Of(document.Title).Where(word => !SearchWords.IsUnspaced(word))) + " ")]);
        var missed = wanted.Zip(answers).Where(pair => !pair.Second.Addresses.Take(3).Any(address => address == pair.First.Address || (name == "notes" && titles[address].Contains(Folding.Fold(pair.First.Title))))).ToArray();
        TestContext.Current.TestOutputHelper?.WriteLine($"{1 - (double)missed.Length / wanted.Length:P2} of {wanted.Length} {name}; missed: {string.Join("; ", missed.Select(pair => $"{pair.First.Title} ({pair.First.Address}): {string.Join(", ", pair.Second.Addresses.Take(3))}"))}");
        return 1 - (double)missed.Length / wanted.Length;
    }

    private static IEnumerable<string> WordsOf(string title) => SearchWords.Of(title);
}
