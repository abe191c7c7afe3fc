using Transformers.Export;
using Transformers.Rendering;
using Transformers.Tests.Support;

namespace Transformers.Tests.Export;

public class EntryFilterTests
{
    [Theory]
    [InlineData("2020", 2020, 2020)]
    [InlineData("2019..2022", 2019, 2022)]
    [InlineData("2019..", 2019, null)]
    [InlineData("..2022", null, 2022)]
    public void Years_are_one_or_a_range(string text, int? first, int? last)
    {
        Assert.True(YearRange.TryParse(text, out var range));
        Assert.Equal(new(first, last), range);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("2022..2019")]
    [InlineData("2019-2022")]
    [InlineData("2019...2022")]
    [InlineData("-5")]
    [InlineData("20x")]
    [InlineData("99999")]
    public void Anything_else_is_no_range(string text) => Assert.False(YearRange.TryParse(text, out _));

    [Fact]
    public void By_kind_a_kind_stands_for_those_under_it() => Assert.Equal(["C", "D"], Titles(new() { Kinds = ["THESIS"] }));

    [Fact]
    public void By_tag_the_notes_own_counts_too()
    {
        Assert.Equal(["A", "E"], Titles(new() { Tags = ["#vision"] }));
        Assert.Equal(["A", "B"], Titles(new() { Tags = ["review", "topic"] }));
    }

    [Fact]
    public void By_year_that_of_the_work_counts()
    {
        Assert.Equal(["A", "B", "E"], Titles(new() { Years = new(2020, null) }));
        Assert.Equal(["D"], Titles(new() { Years = new(null, 2019) }));
    }

    [Fact]
    public void By_note_a_folder_stands_for_all_in_it()
    {
        Assert.Equal(["C", "D", "E"], Titles(new() { Notes = ["deep"] }));
        Assert.Equal(["E"], Titles(new() { Notes = ["**/e.md"] }));
        Assert.Empty(Titles(new() { Notes = ["e.md"] }));
    }

    [Fact]
    public void All_parts_must_hold() => Assert.Equal(["A"], Titles(new() { Kinds = ["paper", "code"], Tags = ["vision"], Years = new(2020, 2020), Notes = ["*.md"] }));

    [Fact]
    public void A_work_is_whole_whichever_of_its_entries_pass()
    {
        var site = Site();
        var selection = CatalogueSelection.All(site.Catalogue, site.Addresses).Where(new() { Notes = ["deep/e.md"] });

        Assert.Single(selection.Entries);
        Assert.Equal(("A", 2), (Assert.Single(selection.Works).Title, selection.Works[0].Entries.Length));
    }

    private static IEnumerable<string> Titles(EntryFilter filter)
    {
        var site = Site();
        return CatalogueSelection.All(site.Catalogue, site.Addresses).Where(filter).Entries.Select(entry => entry.Entry.Citation!.Title!);
    }

    private static Site Site() => TestCatalogue.Read(
        ("a.md", "---\ntags: [topic/nets]\n---\n- #PAPER [A (Li 2020)](https://x.org) #Vision\n- #CODE #REVIEW B (Li 2021)"),
        ("deep/c.md", "- #THESIS/PHD C\n- #thesis D (Li 2010)"),
        ("deep/e.md", "- #PAPER [E](https://x.org) #vision/depth")).Value;
}
