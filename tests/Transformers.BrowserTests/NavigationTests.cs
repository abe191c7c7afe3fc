namespace Transformers.BrowserTests;

public sealed class NavigationTests(Browser browser)
{
    public static TheoryData<TestVault> Vaults => [TestVault.Notes, TestVault.NotesOnDisk];

    [Theory, MemberData(nameof(Vaults))]
    public Task A_reader_gets_from_home_to_a_note_and_on_to_the_entry_that_it_means(TestVault vault) => browser.VisitAsync(vault, async visit =>
    {
        await visit.OpenAsync("");
        await visit.Page.Locator("main a.internal", new() { HasTextString = "Transformers" }).First.ClickAsync();
        await visit.OpenAsync("ai/deep-learning/transformers/");
        await visit.Page.Locator("article a.internal", new() { HasTextString = "^decisiontransformer" }).ClickAsync();

        var entry = visit.Page.Locator("[id='^decisiontransformer']");
        await Expect(entry).ToBeInViewportAsync();
        await Expect(entry).ToContainTextAsync("Decision Transformer");
    });
}
