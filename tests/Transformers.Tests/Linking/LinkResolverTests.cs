using Transformers.Tests.Support;

namespace Transformers.Tests.Linking;

public sealed class LinkResolverTests
{
    [Theory]
    [InlineData("[[nowhere]]", "a.md:1:1: warning KB001: No note is named 'nowhere'.")]
    [InlineData("text\n\n- x ![[nowhere]]", "a.md:3:5: warning KB001: No note is named 'nowhere'.")]
    [InlineData("[[Trasnformers]]", "a.md:1:1: warning KB001: No note is named 'Trasnformers'; is 'Transformers' meant?")]
    [InlineData("[x](gone.md)", "a.md:1:1: warning KB001: No note is named 'gone.md'.")]
    [InlineData("see ^gone in [[b]].", "a.md:1:5: warning KB003: 'b.md' has no block '^gone'.")]
    [InlineData("^x in [[c]].", "a.md:1:7: warning KB001: No note is named 'c'.")]
    [InlineData("[[b#Gone]]", "a.md:1:1: warning KB002: 'b.md' has no heading 'Gone'.")]
    [InlineData("[[b#Heer]]", "a.md:1:1: warning KB002: 'b.md' has no heading 'Heer'; is 'Here' (line 1) meant?")]
    [InlineData("[[b#Below#Here]]", "a.md:1:1: warning KB002: 'b.md' has no heading 'Below#Here'.")]
    [InlineData("[[b#^blok]]", "a.md:1:1: warning KB003: 'b.md' has no block '^blok'; is '^block' (line 3) meant?")]
    [InlineData("[[x]]", "a.md:1:1: info KB005: 'x' could be '1/x.md' or '2/x.md'; the first is taken. Write more of the path.")]
    [InlineData("see ^twice there", "a.md:1:5: info KB005: '^twice' is a block in '1/x.md' or '2/x.md'; write '^twice in [[…]]'.")]
    [InlineData("see ^never there", "a.md:1:5: warning KB003: 'a.md' has no block '^never'.")]
    [InlineData("![[gone.png]]", "a.md:1:1: warning KB009: There is no file 'gone.png' in the vault.")]
    [InlineData("[[secret]]", "a.md:1:1: warning KB012: 'secret.md' is not published, so readers see no link.")]
    [InlineData("![[../../etc/passwd]]", "a.md:1:1: error KB014: '../../etc/passwd' leads out of the vault; nothing is looked for there.")]
    [InlineData("[x](file:///etc/passwd)", "a.md:1:1: error KB014: 'file:///etc/passwd' leads out of the vault; nothing is looked for there.")]
    public void A_link_that_does_not_lead_to_one_place_is_reported_where_it_starts(string text, params string[] expected)
    {
        var site = TestSite.Of(
            ("a.md", text),
            ("b.md", "# Here\n\ntext ^block\n\n## Below\ntext\n"),
            ("1/x.md", "one ^twice"),
            ("2/x.md", "two ^twice"),
            ("Transformers.md", ""),
            ("secret.md", "---\npublish: false\n---\n"));

        Assert.Equal(expected, site.Messages);
    }

    [Theory]
    [InlineData("[[b]]", "../b/")]
    [InlineData("[[B]]", "../b/")]
    [InlineData("[[b.md]]", "../b/")]
    [InlineData("[[/deep/c]]", "../deep/c/")]
    [InlineData("[[deep/c]]", "../deep/c/")]
    [InlineData("[[c]]", "../deep/c/")]
    [InlineData("[[Other name]]", "../deep/c/")]
    [InlineData("[[b|shown]]", "../b/")]
    [InlineData("[[b#Here]]", "../b/#here")]
    [InlineData("[[b#here!]]", "../b/#here")]
    [InlineData("[[b#Here#Below]]", "../b/#below")]
    [InlineData("[[b#^block]]", "../b/#^block")]
    [InlineData("[[b#^BLOCK]]", "../b/#^block")]
    [InlineData("[[#Own]]\n\n## Own", "#own")]
    [InlineData("[[#^own]]\n\npara ^own", "#^own")]
    [InlineData("[x](b.md)", "../b/")]
    [InlineData("[x](deep/c.md#Part%20two)", "../deep/c/#part-two")]
    [InlineData("[x](<b.md#Here>)", "../b/#here")]
    [InlineData("[x](b.md#here)", "../b/#here")]
    [InlineData("^block in [[b]]", "../b/#^block")]
    [InlineData("^block in [b](b.md)", "../b/#^block")]
    [InlineData("see ^block for more", "../b/#^block")]
    [InlineData("[[Cafe\u0301]]", "../caf\u00e9/")]
    [InlineData("[[b#Gone]]", "../b/")]
    public void A_link_leads_where_Obsidian_would(string text, string expected)
    {
        var site = TestSite.Of(
            ("a.md", text),
            ("b.md", "# b\n\n## Here\n\ntext ^block\n\n### Below\ntext\n"),
            ("deep/c.md", "---\naliases: [Other name]\n---\n# c\n\n## Part two\n"),
            ("Caf\u00e9.md", ""));

        Assert.Equal(expected, site.Article("a/").QuerySelector("a.internal")!.GetAttribute("href"));
    }

    [Fact]
    public void Of_several_notes_the_one_in_the_same_folder_is_meant_then_the_one_least_deep()
    {
        var site = TestSite.Of(("x/a.md", "[[n]]"), ("y/a.md", "[[n]]"), ("x/n.md", ""), ("v/v/n.md", ""));

        Assert.Equal("../n/", Href(site, "x/a/"));
        Assert.Equal("../../x/n/", Href(site, "y/a/"));
    }

    [Fact]
    public void The_case_that_was_written_wins()
    {
        var site = TestSite.Of(("a.md", "[[N]] [[n]] [[Sub/M]] [[sub/m]]"), ("N.md", ""), ("n.md", ""), ("Sub/M.md", ""), ("sub/m.md", ""));

        Assert.Equal(["../n/", "../n-2/", "../sub/m/", "../sub/m-2/"], site.Article("a/").QuerySelectorAll("a.internal").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void A_path_from_the_root_comes_before_one_from_the_note_a_part_of_a_path_and_an_alias()
    {
        (string, string)[] files = [("x/a.md", "[[s/n]]"), ("s/n.md", ""), ("x/s/n.md", ""), ("y/z/s/n.md", ""), ("b.md", "---\naliases: [s/n]\n---\n")];
        string[] expected = ["../../s/n/", "../s/n/", "../../y/z/s/n/", "../../b/"];

        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(gone => Href(TestSite.Of([files[0], .. files[(gone + 1)..]]), "x/a/")));
    }

    [Fact]
    public void A_target_that_begins_with_a_dot_is_relative_to_the_note_alone()
    {
        var site = TestSite.Of(("x/a.md", "[[./n]] [[../n]] [[./m]]"), ("x/n.md", ""), ("n.md", ""), ("m.md", ""));

        Assert.Equal(["../n/", "../../n/"], site.Article("x/a/").QuerySelectorAll("a.internal").Select(a => a.GetAttribute("href")));
        Assert.Equal(["x/a.md:1:18: warning KB001: No note is named './m'; is 'm' meant?"], site.Messages);
    }

    [Fact]
    public void A_link_to_a_private_note_looks_like_one_to_a_note_that_never_was()
    {
        var there = TestSite.Of(("a.md", "[[secret]] [[secret#x|y]] ![[secret]]"), ("secret.md", "---\ndraft: true\n---\nhidden"));
        var never = TestSite.Of(("a.md", "[[secret]] [[secret#x|y]] ![[secret]]"));

        Assert.Equal(never.Files.Keys.Order(), there.Files.Keys.Order());
        Assert.All(never.Files, file => Assert.Equal(file.Value, there.Files[file.Key]));
    }

    [Fact]
    public void An_embed_that_contains_itself_is_cut_and_reported()
    {
        var site = TestSite.Of(("a.md", "A ![[b]]"), ("b.md", "B ![[c]]"), ("c.md", "C ![[a]]"));

        Assert.Equal(["c.md:1:3: warning KB008: The embed of 'a.md' contains itself; a link stands in its place."], site.Messages);
        Assert.Equal(2, site.Article("a/").QuerySelectorAll("div.embed").Length);
        Assert.Equal(2, site.Article("c/").QuerySelectorAll("div.embed").Length);
    }

    [Fact]
    public void An_embed_that_closes_several_circles_is_reported_once()
    {
        var site = TestSite.Of(("a.md", "![[#S]]\n\n## S\n\n![[a]]"));

        Assert.Equal(["a.md:5:1: warning KB008: The embed of 'a.md' contains itself; a link stands in its place."], site.Messages);
    }

    [Fact]
    public void Embedding_a_section_of_the_same_note_is_fine()
    {
        var site = TestSite.Of(("a.md", "![[#S]]\n\n## S\n\ninside"));

        Assert.Empty(site.Messages);
        Assert.Contains("inside", site.Article("a/").QuerySelector("div.embed")!.TextContent, StringComparison.Ordinal);
    }

    private static string Href(TestSite site, string page) => site.Article(page).QuerySelector("a.internal")!.GetAttribute("href")!;
}
