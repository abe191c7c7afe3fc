namespace Transformers.BrowserTests;

public sealed class DiskTests(Browser browser)
{
    [Fact]
    public Task Every_page_of_a_site_with_file_addresses_opens_from_the_disk_without_a_complaint() => browser.VisitAsync(TestVault.SampleOnDisk, async visit =>
    {
        foreach (var page in visit.Site.Pages)
        {
            await visit.OpenAsync(page);
            await Expect(visit.Page.Locator("main")).ToBeVisibleAsync();
        }
    });
}
