using Transformers.Rendering.Search;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering.Search;

/// <summary>Who knows three words of a title finds it at once.</summary>
[Trait("speed", "slow")]
public sealed class SearchRankingTests
{
    [Fact]
    public void The_three_rarest_words_of_a_title_put_its_work_first()
    {
        using var site = SearchSite.Of(VaultFolder.Open(Repository.SharedVault("garden")).Value, Configuration.Default);
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

    private static IEnumerable<string> WordsOf(string title) => SearchWords.Of(title);
}
