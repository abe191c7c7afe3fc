namespace Transformers.BrowserTests;

/// <summary>How an entry looks, where lines end in it.</summary>
public sealed class EntryTests(Browser browser)
{
    // Each is a letter longer than the last, so that the line ends at any place in one of them.
    private static readonly TestVault Citations = TestVault.Of("citations", ("index.md", string.Concat(Enumerable.Range(1, 60).Select(i => $"- #PAPER [{new string('o', i % 20)} {new string('e', i)} (Vaswani 2017)](https://arxiv.org/abs/1706.{i:D5})\n"))));

    [Fact]
    public Task A_citation_stands_flush_where_a_line_begins_and_a_blank_from_the_title_elsewhere() => browser.VisitAsync(
        Citations,
        async visit =>
        {
            await visit.OpenAsync("");
            var gaps = await visit.Page.EvaluateAsync<double[][]>("""
                () => [...document.querySelectorAll(".entry")].map((entry) => {
                  const letters = document.createRange();
                  letters.selectNodeContents(entry.querySelector(".entry-citation"));
                  const citation = letters.getClientRects()[0], name = [...entry.querySelector(".entry-name").getClientRects()].at(-1);
                  return citation.top > name.bottom ? [1, citation.left - entry.getBoundingClientRect().left] : [0, citation.left - name.right];
                })
                """);
            Assert.Contains(gaps, gap => gap[0] == 1);
            Assert.Contains(gaps, gap => gap[0] == 0);
            Assert.All(gaps, gap => Assert.InRange(gap[1], gap[0] == 1 ? -.5 : 2, gap[0] == 1 ? .5 : 6));
        },
        View.Phone);

    // The years hang beside the column, where there is no room that would tell how wide they are.
    [Fact]
    public Task A_year_beside_the_list_of_a_tag_stands_on_one_line() => browser.VisitAsync(
        Citations,
        async visit =>
        {
            await visit.OpenAsync("tags/paper/");
            var sizes = await visit.Page.EvaluateAsync<double[][]>("[...document.querySelectorAll('.entry-year')].map((year) => year.getBoundingClientRect()).map((box) => [box.width, box.height])");
            Assert.NotEmpty(sizes);
            Assert.All(sizes, size => Assert.True(size[0] > size[1] / 2 && size[1] < 30, $"{size[0]} by {size[1]}"));
        },
        View.Tablet);
}
