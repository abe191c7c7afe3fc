using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Transformers.BrowserTests;

/// <summary>The search as a reader uses it: a dialog on every page, a page with an address of its own.</summary>
public sealed class SearchTests(Browser browser)
{
    private static readonly TestVault Small = TestVault.Of(
        "search",
        ("transformers.yml", "title: Small"),
        ("index.md", "# Home\n\nWords at home. [[Lists]]"),
        ("Lists.md", $"""
            ---
            tags: [nlp]
            ---
            # Lists

            {string.Join("\n\n", Enumerable.Range(1, 60).Select(i => $"Paragraph {i.ToString(CultureInfo.InvariantCulture)} of an introduction."))}

            ## Encoders
            About encoding, by Łukasz.

            - #PAPER [Attention is all you need (Vaswani 2017)](https://example.org/1) - drops recurrence ^attention
              - #CODE https://example.org/code
            - #PAPER [BERT (Devlin 2018)](https://example.org/2) #nlp/language
            - #BOOK [Deep attention (Roe 2021)](https://example.org/3)

            > [!note]- Folded
            > A hidden pearl.

            ## 模型
            我们讨论变换器模型。
            """),
        ("Many.md", string.Join('\n', Enumerable.Range(0, 45).Select(i => $"- #PAPER [Manifold number {i.ToString(CultureInfo.InvariantCulture)} (Doe 2020)](https://example.org/m{i.ToString(CultureInfo.InvariantCulture)})"))));

    public static TheoryData<TestVault> Vaults => [Small, Small.FromDisk()];

    [Theory]
    [InlineData("/")]
    [InlineData("Control+k")]
    public Task A_key_opens_it_and_Escape_closes_it(string key) => browser.VisitAsync(Small, async visit =>
    {
        await visit.OpenAsync("lists/");
        await visit.Page.Keyboard.PressAsync(key);

        await Expect(Field(visit)).ToBeFocusedAsync();
        await Expect(Field(visit)).ToHaveValueAsync("");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".search-dialog")).ToBeHiddenAsync();
        Assert.Equal(visit.Site.At("lists/").AbsoluteUri, visit.Page.Url);
    });

    [Fact]
    public Task The_link_opens_it_too_and_leads_to_the_page_where_its_scripts_do_not_load() => browser.VisitAsync(Small, async visit =>
    {
        await visit.OpenAsync("lists/");
        await visit.Page.Locator("a.search-open").ClickAsync();
        await Expect(Field(visit)).ToBeFocusedAsync();

        visit.Forgive("search-core");
        visit.Forgive("ERR_FAILED");
        await visit.Page.RouteAsync("**/search-core.*", route => route.AbortAsync());
        await visit.OpenAsync("lists/");
        await visit.Page.Locator("a.search-open").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(visit.Site.At("search/").AbsoluteUri);
        await Expect(visit.Page.Locator("#search")).ToHaveTextAsync("The search could not be loaded.");
    });

    [Theory, MemberData(nameof(Vaults))]
    public Task The_first_letter_is_answered_and_each_further_one_narrows_the_answer(TestVault vault) => browser.VisitAsync(vault, async visit =>
    {
        await visit.OpenAsync("");
        await visit.Page.Keyboard.PressAsync("/");

        await Field(visit).PressSequentiallyAsync("a");
        await Expect(Options(visit).First).ToBeVisibleAsync();
        await Field(visit).PressSequentiallyAsync("ttention v");
        await Expect(Options(visit)).ToHaveCountAsync(1);
        await Expect(Options(visit).Locator(".search-title mark")).ToHaveTextAsync("Attention");
        await Expect(visit.Page.Locator(".search-dialog [role=status]")).ToHaveTextAsync("1 result");
    });

    [Theory, MemberData(nameof(Vaults))]
    public Task An_entry_opens_at_its_place_with_the_words_marked(TestVault vault) => browser.VisitAsync(vault, async visit =>
    {
        await visit.OpenAsync("");
        await FindAsync(visit, "recurrence vaswani");
        await Expect(Options(visit)).ToHaveCountAsync(1);
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"lists/(?:index\.html)?#(?:\^|%5E)attention$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var marks = visit.Page.Locator("[id='^attention'] mark.search-mark");
        await Expect(marks).ToHaveTextAsync(["Vaswani", "recurrence"]);
        await Expect(marks.First).ToBeInViewportAsync();
        await Expect(visit.Page.Locator("mark.search-mark")).ToHaveCountAsync(2);

        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator("mark.search-mark")).ToHaveCountAsync(0);
    });

    [Theory]
    [InlineData("lukasz", "lists/#encoders", "Łukasz")]
    [InlineData("变换器", "lists/#模型", "变换器")]
    [InlineData("\"paragraph 47\"", "lists/", "47")]
    [InlineData("pearl", "lists/#encoders", "pearl")]
    [InlineData("words at home", "", "home")]
    public Task A_section_or_a_note_opens_where_the_words_are(string query, string expected, string word) => browser.VisitAsync(Small, async visit =>
    {
        await visit.OpenAsync("many/");
        await FindAsync(visit, query);
        await Options(visit).First.ClickAsync();

        await Expect(visit.Page).Not.ToHaveURLAsync(visit.Site.At("many/").AbsoluteUri);
        Assert.Equal(visit.Site.At("").AbsoluteUri + expected, Uri.UnescapeDataString(visit.Page.Url));
        await Expect(visit.Page.Locator("mark.search-mark", new() { HasTextString = word }).Last).ToBeInViewportAsync();
    });

    [Fact]
    public Task A_result_on_the_page_that_is_open_is_marked_there() => browser.VisitAsync(Small, async visit =>
    {
        await visit.OpenAsync("lists/");
        await FindAsync(visit, "recurrence");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator(".search-dialog")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("[id='^attention'] mark.search-mark")).ToBeInViewportAsync();
    });

    [Fact]
    public Task Arrows_choose_among_the_results() => browser.VisitAsync(Small, async visit =>
    {
        await visit.OpenAsync("");
        await FindAsync(visit, "attention");
        await Expect(Options(visit)).ToHaveCountAsync(2);

        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Options(visit).Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(Field(visit)).ToHaveAttributeAsync("aria-activedescendant", (await Options(visit).Nth(1).GetAttributeAsync("id"))!);
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Options(visit).First).ToHaveAttributeAsync("aria-selected", "true");
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("mark.search-mark").First).ToBeInViewportAsync();
    });

    public static TheoryData<string, string[]> Filters => new()
    {
        { "kind:paper author:vaswani", ["Attention is all you need"] },
        { "attention year:2018..2022", ["Deep attention"] },
        { "has:code kind:paper", ["Attention is all you need"] },
        { "tag:nlp/language", ["BERT"] },
        { "note:Lists kind:book", ["Deep attention"] },
        { "kind:paper note:lists -recurrence", ["BERT"] },
        { "\"all you need\"", ["Attention is all you need"] },
        { "kind:section encoding", ["Encoders"] },
    };

    [Theory, MemberData(nameof(Filters))]
    public Task Filters_are_understood_in_an_address_that_can_be_shared(string query, string[] titles) => browser.VisitAsync(Small, async visit =>
    {
        await visit.OpenAsync($"search/?q={Uri.EscapeDataString(query)}");

        await Expect(visit.Page.Locator("#search input")).ToHaveValueAsync(query);
        await Expect(visit.Page.Locator("#search .search-title")).ToHaveTextAsync(titles);
    });

    [Fact]
    public Task What_is_typed_on_the_page_stands_in_its_address() => browser.VisitAsync(Small, async visit =>
    {
        await visit.OpenAsync("search/");
        await Expect(visit.Page.Locator("#search input")).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("manifold");
        await Expect(visit.Page).ToHaveURLAsync(visit.Site.At("search/?q=manifold").AbsoluteUri);
        await Expect(visit.Page.Locator("#search [role=status]")).ToHaveTextAsync("45 results");

        var results = visit.Page.Locator("#search .search-result");
        await Expect(results).ToHaveCountAsync(20);
        var more = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show more" });
        await more.ClickAsync();
        await Expect(results).ToHaveCountAsync(40);
        await more.ClickAsync();
        await Expect(results).ToHaveCountAsync(45);
        await Expect(more).ToBeHiddenAsync();

        await visit.Page.ReloadAsync();
        await Expect(results).ToHaveCountAsync(20);
        await visit.Page.Locator("#search input").FillAsync("nothinglikethis");
        await Expect(visit.Page.Locator("#search [role=status]")).ToHaveTextAsync("Nothing was found.");
    });

    [Fact]
    public Task From_the_dialog_all_results_are_one_step_away() => browser.VisitAsync(Small, async visit =>
    {
        await visit.OpenAsync("lists/");
        await FindAsync(visit, "manifold");
        await Expect(Options(visit)).ToHaveCountAsync(10);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "All results" }).ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(visit.Site.At("search/?q=manifold").AbsoluteUri);
        await Expect(visit.Page.Locator("#search .search-result")).ToHaveCountAsync(20);
    });

    [Fact]
    public Task Without_results_the_dialog_leads_to_how_to_ask() => browser.VisitAsync(Small, async visit =>
    {
        await visit.OpenAsync("lists/");
        await FindAsync(visit, "manifold");
        await Expect(Options(visit)).ToHaveCountAsync(10);
        await visit.Page.Keyboard.PressAsync("Control+A");
        await visit.Page.Keyboard.PressAsync("Delete");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "How to ask" }).ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(visit.Site.At("search/#how").AbsoluteUri);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "How to ask" })).ToBeInViewportAsync();
    });

    [Fact]
    public Task From_the_disk_the_page_takes_its_question_from_the_address() => browser.VisitAsync(Small.FromDisk(), async visit =>
    {
        await visit.OpenAsync("search/?q=bert");
        await visit.Page.Locator("#search .search-result").ClickAsync();

        await Expect(visit.Page.Locator("li.entry mark.search-mark")).ToHaveTextAsync("BERT");
    });

    [Fact]
    public Task Before_it_is_opened_it_costs_one_small_script() => browser.VisitAsync(Small, async visit =>
    {
        var asked = new ConcurrentBag<string>();
        visit.Page.Request += (_, request) => asked.Add(request.Url);
        await visit.OpenAsync("lists/");

        Assert.Single(asked, url => url.Contains("/assets/search", StringComparison.Ordinal));
    });

    [Fact]
    [Trait("speed", "slow")]
    public Task In_a_vault_that_people_wrote_no_first_result_takes_more_than_100_kB() => browser.VisitAsync(TestVault.Garden, async visit =>
    {
        string[] queries = ["a", "de", "attention", "machine learning", "\"deep learning\"", "\"learning deep", "\"is and", "a multiple model assessment of seasonal climate forecast skill for applications", "kind:paper year:2000..2022 model", "has:code kind:paper", "author:vaswani", "the of in a", "-the kind:note"];
        foreach (var query in queries)
        {
            await using var context = await visit.Page.Context.Browser!.NewContextAsync();
            var page = await context.NewPageAsync();
            await page.AddInitScriptAsync("new MutationObserver((_, observer) => { if (document.querySelector('.search-result')) { globalThis.firstResult = performance.now(); observer.disconnect(); } }).observe(document, { childList: true, subtree: true });");
            await page.GotoAsync(visit.Site.At($"search/?q={Uri.EscapeDataString(query)}").AbsoluteUri);
            await page.WaitForFunctionAsync("() => globalThis.firstResult");
            var bytes = await page.EvaluateAsync<int>("() => ['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type)).filter(file => file.startTime <= firstResult).reduce((sum, file) => sum + file.transferSize, 0)");
            TestContext.Current.TestOutputHelper?.WriteLine($"{query}: {bytes} bytes");
            Assert.InRange(bytes, 10_000, 100_000);
        }
    });

    public static TheoryData<int, ColorScheme> Views => new() { { 1440, ColorScheme.Light }, { 768, ColorScheme.Dark }, { 390, ColorScheme.Light }, { 390, ColorScheme.Dark } };

    [Theory, MemberData(nameof(Views))]
    public Task Nobody_is_shut_out(int width, ColorScheme scheme) => browser.VisitAsync(Small, async visit =>
    {
        await visit.OpenAsync("search/?q=attention");
        await Expect(visit.Page.Locator("#search .search-result")).ToHaveCountAsync(2);
        Assert.Empty(await visit.BarriersAsync());

        await visit.OpenAsync("lists/");
        await FindAsync(visit, "attention");
        await Expect(Options(visit)).ToHaveCountAsync(2);
        Assert.Empty(await visit.BarriersAsync());

        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("mark.search-mark").First).ToBeVisibleAsync();
        Assert.Empty(await visit.BarriersAsync());
    }, new(width, Scheme: scheme));

    [Fact]
    public Task Without_scripts_the_page_says_where_else_to_look_and_not_how_to_ask() => browser.VisitAsync(Small, async visit =>
    {
        await visit.OpenAsync("lists/");
        await visit.Page.Locator("a.search-open").ClickAsync();
        await Expect(visit.Page.Locator(".search-help")).ToBeHiddenAsync();
        await visit.Page.Locator("main noscript a, main p a", new() { HasTextString = "catalogue" }).ClickAsync();

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Catalogue");
    }, new(Scripts: false));

    private static ILocator Field(Visit visit) => visit.Page.Locator(".search-dialog input");

    private static ILocator Options(Visit visit) => visit.Page.Locator(".search-dialog [role=option]");

    private static async Task FindAsync(Visit visit, string query)
    {
        await visit.Page.Keyboard.PressAsync("/");
        await Field(visit).FillAsync(query);
        await Expect(Options(visit).First).ToBeVisibleAsync();
    }
}
