namespace Transformers.BrowserTests;

/// <summary>The finder of the catalogue: filters over its data, in the page's address.</summary>
public sealed class FinderTests(Browser browser)
{
    [Fact]
    public Task Typing_narrows_the_list_and_the_address_says_how() => browser.VisitAsync(TestVault.Notes, async visit =>
    {
        await visit.OpenAsync("catalog/");
        await visit.Page.GetByLabel("Title or author").FillAsync("vaswani attention");

        var found = visit.Page.Locator("#finder ul.works li");
        await Expect(found).ToHaveCountAsync(1);
        await Expect(found).ToContainTextAsync("Attention");
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"\?q=vaswani(?:\+|%20)attention$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(visit.Page.Locator("#finder [role=status]")).ToContainTextAsync("1 of ");

        await found.Locator("a").ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("Attention");
    });

    [Fact]
    public Task A_filter_that_came_with_the_address_is_in_force_and_so_are_its_counts() => browser.VisitAsync(TestVault.Notes, async visit =>
    {
        await visit.OpenAsync("catalog/?kind=paper&from=2020&to=2020&sort=title");
        await Expect(visit.Page.GetByLabel("Kind", new() { Exact = true })).ToHaveValueAsync("paper");
        await Expect(visit.Page.GetByLabel("From year")).ToHaveValueAsync("2020");
        await Expect(visit.Page.Locator("#finder ul.works li").First).ToBeInViewportAsync();
        var years = await visit.Page.Locator("#finder ul.works .entry-year").AllInnerTextsAsync();
        Assert.All(years, year => Assert.Equal("2020", year));
        var titles = await visit.Page.Locator("#finder ul.works .work-title").AllInnerTextsAsync();
        Assert.Equal(titles.Order(StringComparer.OrdinalIgnoreCase).First(), titles[0]);

        var chosen = await visit.Page.GetByLabel("Kind", new() { Exact = true }).EvaluateAsync<string>("e => e.selectedOptions[0].text");
        Assert.Equal($"paper ({titles.Count})", chosen);
    });

    [Fact]
    public Task A_link_at_the_top_of_the_catalogue_leads_to_the_finder() => browser.VisitAsync(TestVault.Notes, async visit =>
    {
        await visit.OpenAsync("catalog/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Find works" }).ClickAsync();
        await Expect(visit.Page.GetByLabel("Title or author")).ToBeFocusedAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Find works" })).ToBeInViewportAsync();
    });

    [Fact]
    public Task With_without_and_either_add_up() => browser.VisitAsync(TestVault.Notes, async visit =>
    {
        await visit.OpenAsync("catalog/?kind=paper");
        var either = await Count(visit, "");
        var with = await Count(visit, "yes");
        var without = await Count(visit, "no");

        Assert.True(with > 0 && without > 0);
        Assert.Equal(either, with + without);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(visit.Site.At("catalog/").AbsoluteUri);
    });

    [Fact]
    public Task A_click_on_a_year_of_the_histogram_filters_by_it() => browser.VisitAsync(TestVault.Notes, async visit =>
    {
        await visit.OpenAsync("catalog/");
        await visit.Page.Locator(".histogram a[data-year='2021']").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByLabel("To year")).ToHaveValueAsync("2021");
        await Expect(visit.Page.Locator("#finder ul.works li").First).ToContainTextAsync("2021");
        await Expect(visit.Page).ToHaveURLAsync(visit.Site.At("catalog/?from=2021&to=2021").AbsoluteUri);
    });

    [Fact]
    public Task What_is_not_there_is_said_and_the_list_is_empty() => browser.VisitAsync(TestVault.Notes, async visit =>
    {
        await visit.OpenAsync("catalog/?q=zzzyx");
        await Expect(visit.Page.Locator("#finder [role=status]")).ToContainTextAsync("0 of ");
        await Expect(visit.Page.Locator("#finder ul.works li")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Without_scripts_the_finder_is_not_shown_and_the_static_lists_answer() => browser.VisitAsync(TestVault.Notes, async visit =>
    {
        await visit.OpenAsync("catalog/");
        await Expect(visit.Page.Locator("#finder")).ToBeHiddenAsync();
        await visit.Page.Locator(".histogram a[data-year='2021']").ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("2021");
    }, new View(Scripts: false));

    private static async Task<int> Count(Visit visit, string code)
    {
        var select = visit.Page.GetByLabel("Code", new() { Exact = true });
        await Expect(visit.Page.Locator("#finder [role=status]")).ToContainTextAsync("works");
        var text = await select.Locator($"option[value='{code}']").InnerTextAsync();
        await select.SelectOptionAsync(code);
        var expected = int.Parse(text.Split('(', ')')[1], System.Globalization.CultureInfo.InvariantCulture);
        await Expect(visit.Page.Locator("#finder [role=status]")).ToContainTextAsync($"{expected} of ");
        return expected;
    }
}
