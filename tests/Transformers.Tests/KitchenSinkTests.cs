using System.Text;
using AngleSharp.Html.Parser;
using Transformers.Checking;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests;

/// <summary>The vault in <c>tests/KitchenSink</c>, which uses every syntax, published as a site.</summary>
public sealed class KitchenSinkTests
{
    /// <summary>Names that not every file system can hold, each of a note in <c>Odd/</c>.</summary>
    private static readonly string[] OddNames =
    [
        "Why? Because!", "a \"quoted\" <name>", "C: drive", "star * and | bar", "back\\slash", "trailing dots...", "tab\tand newline\n", "#", "??", ".. up", "\u202Eright to left", "e\u0301", "%2e%2e", "&amp;", "~", new('n', 250),
        string.Concat(Enumerable.Repeat("🎲", 63)), new('\u023A', 126),
    ];

    private static readonly Lazy<TestSite> Site = new(() =>
    {
        var folder = VaultFolder.Open(new(Repository.Folder("tests", "KitchenSink"))).Value;
        var odd = OddNames.ToDictionary(name => SourcePath.Parse($"Odd/{name}.md"), name => Encoding.UTF8.GetBytes($"A note. [[index]] ![[#^x]]\n\nText ^x\n"));
        return TestSite.Of(new Vault([.. folder.Files, .. odd.Keys], path => odd.TryGetValue(path, out var text) ? text : folder.Read(path)));
    });

    [Fact]
    public void Every_link_leads_to_a_file_and_an_id_and_no_id_is_given_twice() => Assert.Empty(Crawl.Problems(Site.Value));

    [Fact]
    public void What_is_wrong_on_purpose_is_reported_and_nothing_else() =>
        Assert.Equal(
        [
            "Board.canvas:2:79: warning KB019",
            "Hostile.md:8:7: warning KB001",
            "Hostile.md:10:4: warning KB019",
            "Hostile.md:19:1: warning KB001",
            "Hostile.md:19:36: warning KB009",
            "Library.base:17:11: info KB021",
            "Syntax/HTML.md:22:1: warning KB019",
            "Syntax/HTML.md:24:1: warning KB019",
            "Syntax/HTML.md:25:1: warning KB001",
            "Syntax/Media.md:19:64: info KB005",
            "Syntax/Text.md:52:1: info KB024",
        ],
        Site.Value.Diagnostics.Where(found => found.Rule != OrphanNotes.Rule).Select(found => $"{found.Path}:{found.Range.Line}:{found.Range.Column}: {found.Rule.Severity.ToString().ToLowerInvariant()} {found.Rule.Code}"));

    [Fact]
    public void Every_page_is_well_formed_and_runs_nothing_of_a_notes()
    {
        foreach (var page in Pages())
        {
            SafePage.AssertParsesAsWritten(Site.Value.Text(page), page);
            SafePage.AssertSafe(new HtmlParser().ParseDocument(Site.Value.Text(page)), page, isArticle: false);
        }
    }

    [Fact]
    public void Comments_leave_no_trace() =>
        Assert.DoesNotContain(Site.Value.Files, file => Encoding.UTF8.GetString(file.Value).Contains("canary-comment", StringComparison.Ordinal));

    [Fact]
    public void Every_file_has_a_page_of_its_own_whatever_it_is_called()
    {
        var titles = Pages().Select(page => new HtmlParser().ParseDocument(Site.Value.Text(page)).QuerySelector("h1")?.TextContent.Trim()).ToHashSet();
        var names = Directory.EnumerateFiles(Repository.Folder("tests", "KitchenSink", "Names"), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!);

        Assert.All(names.Concat(OddNames), name => Assert.Contains(string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim(), titles.Select(title => string.Join(' ', (title ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)))));
    }

    [Fact]
    public void Every_name_is_linked_in_every_form()
    {
        var links = Site.Value.Article("names/").QuerySelectorAll("li a.internal").Select(link => link.GetAttribute("href")!);

        Assert.Equal(65, links.Count());
        Assert.Equal(23, links.Distinct().Count());
    }

    [Theory]
    [InlineData("syntax/text/", "mark", 3)]
    [InlineData("syntax/text/", "br", 2)]
    [InlineData("syntax/text/", ".math", 1)]
    [InlineData("syntax/text/", "a.tag", 8)]
    [InlineData("syntax/text/", "blockquote blockquote a.internal", 1)]
    [InlineData("syntax/links/", "a.internal", 36)]
    [InlineData("syntax/links/", "td img[width='20']", 1)]
    [InlineData("syntax/embeds/", "article > .content > .embed, article > .content > div > .embed", 12)]
    [InlineData("syntax/embeds/", ".embed > ul > li.entry li", 2)]
    [InlineData("syntax/embeds/", "details.callout .embed li.task", 2)]
    [InlineData("syntax/callouts/", ".callout", 39)]
    [InlineData("syntax/callouts/", "details.callout[open]", 1)]
    [InlineData("syntax/callouts/", ".callout[data-callout='my-own kind']", 1)]
    [InlineData("syntax/callouts/", ".callout .callout .callout", 1)]
    [InlineData("syntax/callouts/", ".callout pre.mermaid, .callout table, .callout .math.display, .callout .embed, .callout img", 5)]
    [InlineData("syntax/blocks/", "[id^='^']", 10)]
    [InlineData("syntax/lists-and-tasks/", "li.task", 16)]
    [InlineData("syntax/lists-and-tasks/", "li.task[data-task='✓'], li.task[data-task='\"']", 2)]
    [InlineData("syntax/lists-and-tasks/", "ol[start='7']", 1)]
    [InlineData("syntax/tables/", "table", 4)]
    [InlineData("syntax/tables/", "tbody tr:nth-child(2) td", 3)]
    [InlineData("syntax/code-and-diagrams/", "pre code[class]", 5)]
    [InlineData("syntax/code-and-diagrams/", "pre.mermaid", 1)]
    [InlineData("syntax/formulas/", ".math.display", 5)]
    [InlineData("syntax/footnotes/", "section.footnotes > ol > li", 3)]
    [InlineData("syntax/html/", "details strong, kbd, sub, sup, u, abbr[title]", 7)]
    [InlineData("syntax/html/", "iframe, script, [style]", 0)]
    [InlineData("syntax/media/", "img[width], video[width]", 10)]
    [InlineData("syntax/media/", "audio[src], video[src], iframe.pdf", 4)]
    [InlineData("syntax/right-to-left/", "[dir=rtl]", 8)]
    [InlineData("syntax/entries/", "li.entry", 6)]
    [InlineData("board.canvas/", "svg.canvas-drawing", 1)]
    [InlineData("library.base/", "section.base-view", 4)]
    [InlineData("", ".embed svg.canvas-drawing, .embed section.base-view", 2)]
    public void A_page_shows_what_its_note_says(string address, string selector, int count) =>
        Assert.Equal(count, Site.Value.Article(address).QuerySelectorAll(selector).Length);

    [Theory]
    [InlineData("done", "input[type=checkbox][checked][disabled]")]
    [InlineData("open", "input[type=checkbox]:not([checked])")]
    [InlineData("link", "a.internal[href='../text/']")]
    [InlineData("bare", "a.internal[href='../links/']")]
    [InlineData("several", "a.internal[href='../text/'], a.external")]
    [InlineData("url", "a.external[href='https://example.org']")]
    public void A_property_is_shown_as_what_it_is(string name, string selector)
    {
        var properties = Site.Value.Page("syntax/properties/").QuerySelector("dl.properties")!;
        var term = properties.QuerySelectorAll("dt").Single(term => term.TextContent.Trim() == name);

        Assert.NotEmpty(term.NextElementSibling!.QuerySelectorAll(selector));
    }

    [Fact]
    public void Classes_of_the_front_matter_are_on_the_article() =>
        Assert.Equal(["another_class", "one-class"], Site.Value.Article("syntax/properties/").ClassList.Where(name => name.Contains("class", StringComparison.Ordinal)).Order());

    private static IEnumerable<string> Pages() => Site.Value.Files.Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal));
}
