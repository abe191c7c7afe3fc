using Transformers.Tests.Support;

namespace Transformers.Tests.Catalogue;

public class CataloguerTests
{
    [Fact]
    public void Entries_stand_by_path_then_line_each_with_its_note()
    {
        var catalogue = TestCatalogue.Of(("b.md", "- #PAPER One\n- #CODE https://x.org"), ("a.md", "text\n\n- #BOOK Two"));

        Assert.Equal(["a.md:3", "b.md:1", "b.md:2"], catalogue.Entries.Select(entry => entry.ToString()));
        Assert.Equal(catalogue.Entries[1..], catalogue.EntriesOf(catalogue.Entries[2].Note));
    }

    [Fact]
    public void Entries_with_one_identifier_are_one_work_which_takes_each_fact_from_the_first_that_says_it()
    {
        var catalogue = TestCatalogue.Of(
            ("a.md", "- #PAPER https://arxiv.org/abs/1706.03762v5"),
            ("b.md", "- #REVIEW [Attention is all you need](https://arxiv.org/pdf/1706.03762)"),
            ("c.md", "- #PAPER [Attention (Vaswani 2017)](https://doi.org/10.48550/arXiv.1706.03762)"));

        var work = Assert.Single(catalogue.Works);
        Assert.Equal(("vaswani2017attentionneed", "paper", "Attention is all you need", 2017), (work.Key, work.Kind, work.Title, work.Year));
        Assert.Equal("https://arxiv.org/abs/1706.03762v5", work.Url);
        Assert.Equal(["arxiv:1706.03762", "doi:10.48550/arxiv.1706.03762"], work.Identifiers.Select(identifier => identifier.ToString()));
        Assert.Equal(catalogue.Entries, work.Entries);
        Assert.All(catalogue.Entries, entry => Assert.Same(work, catalogue.WorkOf(entry)));
        Assert.Equal("works/vaswani2017attentionneed/", work.Page?.Value);
    }

    [Fact]
    public void An_entry_that_shares_a_key_with_each_of_two_joins_them()
    {
        // The publisher's page gives both the DOI and its own address.
        var works = TestCatalogue.WorksOf(
            """
            - #PAPER [One](https://doi.org/10.1002/qj.3810)
            - #PAPER [Two](https://rmets.onlinelibrary.wiley.com/doi/10.1002/qj.3810)
            - #PAPER [Three](https://rmets.onlinelibrary.wiley.com/doi/10.1002/qj.3810?utm_source=x)
            """);

        Assert.Equal(3, Assert.Single(works).Entries.Length);
    }

    [Fact]
    public void Titles_alone_merge_nothing()
    {
        var works = TestCatalogue.WorksOf("- #BOOK Deep learning (Goodfellow 2016)\n- #BOOK Deep learning (Goodfellow 2016)");

        Assert.Equal(["goodfellow2016deeplearning", "goodfellow2016deeplearning-2"], works.Select(work => work.Key));
    }

    [Fact]
    public void An_entry_with_neither_title_nor_address_is_about_no_work()
    {
        var catalogue = TestCatalogue.Of(("a.md", "- #PAPER See ^b in [[a]]\n- #PAPER B ^b"));

        Assert.Equal("B", Assert.Single(catalogue.Works).Title);
        Assert.Null(catalogue.WorkOf(catalogue.Entries[0]));
    }

    [Fact]
    public void A_typed_bullet_under_another_is_an_entry_of_its_own_and_a_resource_of_its_parent()
    {
        var catalogue = TestCatalogue.Of(("a.md", "- #PAPER [P](https://arxiv.org/abs/1706.03762)\n  - #CODE [c](https://github.com/a/b)"));

        var (paper, code) = (catalogue.Entries[0], catalogue.Entries[1]);
        Assert.Same(paper, catalogue.ParentOf(code));
        Assert.Null(catalogue.ParentOf(paper));
        Assert.Equal(["P", "c"], catalogue.Works.Select(work => work.Title));
        Assert.Equal("github:a/b", Assert.Single(catalogue.Works[0].Resources).IdentityKey);
    }

    [Fact]
    public void A_works_resources_are_those_of_all_its_entries_each_once_and_not_itself()
    {
        var works = TestCatalogue.WorksOf(
            """
            - #PAPER [P](https://arxiv.org/abs/1706.03762)
              - https://github.com/a/b
              - https://www.arxiv.org/pdf/1706.03762
            - #PAPER [P](https://arxiv.org/abs/1706.03762)
              - [the code](http://github.com/A/B/)
              - https://youtu.be/iDulhoQ2pro
            """);

        Assert.Equal(
            [("code", "the code", "https://github.com/a/b"), ("video", null, "https://youtu.be/iDulhoQ2pro")],
            works[0].Resources.Select(resource => (resource.Kind, resource.Title, resource.Url)));
    }

    [Fact]
    public void A_work_without_a_title_has_no_page_and_is_called_by_its_repository_or_address()
    {
        var works = TestCatalogue.WorksOf("- #CODE https://github.com/A/B\n- #WEBSITE https://www.example.org/x/");

        Assert.Equal(["a/b", "www.example.org/x"], works.Select(work => work.Label));
        Assert.All(works, work => Assert.Null(work.Page));
    }

    [Fact]
    public void Tags_are_the_kinds_and_what_else_the_bullet_bears()
    {
        var catalogue = TestCatalogue.Of(("a.md", "- #PAPER #REVIEW #Vision [P](https://x.org) #NLP\n- #CODE https://y.org"));

        Assert.Equal([["paper", "review", "Vision", "NLP"], ["code"]], catalogue.Entries.Select(entry => entry.Tags.ToArray()));
    }

    [Fact]
    public void Mentions_of_an_entry_are_links_embeds_and_cross_references_to_it()
    {
        var catalogue = TestCatalogue.Of(
            ("a.md", "- #PAPER P ^p\n- #PAPER Other"),
            ("b.md", "[[a]] [[a#^p]] ![[a#other]]\n\nSee ^p in [[a]]."));

        Assert.Equal(["a#^p", "a#^p"], catalogue.MentionsOf(catalogue.Entries[0]).Select(link => $"{link.Reference.Target}#{link.Reference.Fragment}"));
        Assert.True(Assert.Single(catalogue.MentionsOf(catalogue.Entries[1])).Reference.IsEmbed);
    }

    [Fact]
    public void What_is_not_published_is_not_in_the_catalogue()
    {
        var catalogue = TestCatalogue.Of(("a.md", "---\npublish: false\n---\n- #PAPER [P](https://x.org)"), ("b.md", "- #PAPER [Q](https://x.org)"));

        Assert.Equal("Q", Assert.Single(catalogue.Works).Title);
        Assert.Single(catalogue.Entries);
    }

    [Fact]
    public void A_note_where_a_works_page_would_be_makes_way()
    {
        var site = TestCatalogue.Read(("works/p.md", "text"), ("a.md", "- #PAPER P")).Value;

        Assert.Equal("works/p/", site.Catalogue.Works[0].Page?.Value);
        Assert.Equal("works/p-2/", site.Addresses.Of(site.Notes[1]).Value);
    }
}
