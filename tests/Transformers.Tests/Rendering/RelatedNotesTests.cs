using Transformers.Tests.Support;

namespace Transformers.Tests.Rendering;

public sealed class RelatedNotesTests
{
    [Fact]
    public void Notes_that_share_works_mentions_or_tags_are_related_the_closest_first_and_it_is_said_why()
    {
        var site = TestSite.Of(
            ("a.md", "[[x]] #topic\n\n- #PAPER [T (Doe 2020)](https://a.b)"),
            ("tagged.md", "#topic"),
            ("works.md", "- #PAPER [T (Doe 2020)](https://a.b)"),
            ("both.md", "[[x]]\n\n- #PAPER [T (Doe 2020)](https://a.b)"),
            ("together.md", "[[a]] and [[c]]"),
            ("c.md", ""),
            ("x.md", ""));

        Assert.Equal(
            ["both: 1 work in common; both mention x", "c: both in together", "works: 1 work in common", "tagged: #topic"],
            Related(site, "a/").OrderBy(note => note.StartsWith("both", StringComparison.Ordinal) ? 0 : note[0] switch { 'c' => 1, 'w' => 2, _ => 3 }));
        Assert.StartsWith("both:", Related(site, "a/").First(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_that_is_linked_either_way_is_near_enough_without_it()
    {
        var site = TestSite.Of(("a.md", "[[b]] #t"), ("b.md", "#t"), ("c.md", "[[a]] #t"), ("d.md", "#t"));

        Assert.Equal(["d"], Related(site, "a/").Select(note => note.Split(':')[0]));
    }

    [Fact]
    public void Kinds_and_what_too_many_share_relate_nothing()
    {
        var site = TestSite.Of([.. Enumerable.Range(0, 60).Select(i => ($"n{i}.md", $"#everywhere\n\n- #PAPER [T{i} (Doe 2020)](https://a.b/{i})"))]);

        Assert.Empty(Related(site, "n0/"));
    }

    [Fact]
    public void What_is_private_relates_nothing()
    {
        var site = TestSite.Of(("a.md", ""), ("b.md", ""), ("secret.md", "---\npublish: false\n---\n[[a]] [[b]]"));

        Assert.Empty(Related(site, "a/"));
    }

    private static IEnumerable<string> Related(TestSite site, string page) =>
        site.Page(page).QuerySelectorAll("section.related li").Select(note => $"{note.QuerySelector("a")!.TextContent}: {note.QuerySelector(".why")!.TextContent.Trim()}");
}
