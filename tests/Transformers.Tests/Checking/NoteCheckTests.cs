using Transformers.Tests.Support;

namespace Transformers.Tests.Checking;

public sealed class NoteCheckTests
{
    [Fact]
    public void A_note_that_only_links_to_itself_is_an_orphan_and_a_folders_page_is_none()
    {
        var site = TestSite.Of(("index.md", "[[Linked]]"), ("Folder/index.md", ""), ("Linked.md", "[[#x]]\n# x\ny"), ("Lonely.md", "[[Lonely]]"));

        Assert.Equal(
            ["Lonely.md:1:1: info KB023: No other note links to 'Lonely'; link it where a reader would look for it."],
            site.Messages);
    }

    [Fact]
    public void Where_no_note_is_the_home_page_readers_begin_with_the_list_of_all() =>
        Assert.Empty(TestSite.Of(("Lonely.md", "text")).Messages);

    [Fact]
    public void An_embed_links_to_a_note_as_well()
    {
        var site = TestSite.Of(("index.md", "![[Shown]]"), ("Shown.md", "text"));

        Assert.Empty(site.Messages);
    }

    [Fact]
    public void A_heading_with_nothing_under_it_is_reported_where_it_stands()
    {
        var site = TestSite.Of(("index.md", "# Title\n\ntext\n\n## Empty\n\n## Only a comment\n%% later %%\n\n## Outer\n\n### Inner\n- item\n\n## Embeds\n![[a.png]]\n"), ("a.png", ""));

        Assert.Equal(
        [
            "index.md:5:1: info KB024: Nothing stands under 'Empty'; fill the section or remove the heading.",
            "index.md:7:1: info KB024: Nothing stands under 'Only a comment'; fill the section or remove the heading.",
        ], site.Messages);
    }

    [Theory]
    [InlineData("2016", "1706.03762", "index.md:1:18: warning KB025: The entry says 2016, but arXiv:1706.03762 was first posted in June 2017; correct the year or the address.")]
    [InlineData("2000", "cs/0112017", "index.md:1:18: warning KB025: The entry says 2000, but arXiv:cs/0112017 was first posted in December 2001; correct the year or the address.")]
    public void A_year_before_that_of_the_arXiv_identifier_is_a_mistake(string year, string id, string expected)
    {
        var site = TestSite.Of(("index.md", $"- #PAPER [A (Doe {year})](https://arxiv.org/abs/{id})"));

        Assert.Equal([expected], site.Messages);
    }

    [Theory]
    [InlineData("2017", "1706.03762")]
    [InlineData("2021", "1706.03762")]
    [InlineData("2016", "1703.10593")]
    public void A_publication_after_the_preprint_or_at_the_turn_of_the_year_is_none(string year, string id)
    {
        var site = TestSite.Of(("index.md", $"- #PAPER [A (Doe {year})](https://arxiv.org/abs/{id})"));

        Assert.Empty(site.Messages);
    }

    [Fact]
    public void What_is_not_published_is_not_checked()
    {
        var site = TestSite.Of(("index.md", "text"), ("Private.md", "---\npublish: false\n---\n# Empty\n\n# Empty too\n[x](http://arxiv.org/?utm_source=y)"));

        Assert.Empty(site.Messages);
    }
}
