using System.Text.Json;
using CsCheck;
using Transformers.Catalogue;
using Transformers.Export;
using Transformers.Model;
using Transformers.Tests.Support;

namespace Transformers.Tests.Export;

public sealed class CslJsonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_work_is_an_item_with_what_is_known_of_it()
    {
        var works = TestCatalogue.WorksOf("- #PAPER [BERT: Pre-training (Aaron van den Oord, 2019)](https://arxiv.org/abs/1810.04805)\n- #THESIS/PHD Nets (MIT)");

        Assert.Equal(
            """
            [
            {"id":"vandenoord2019bertpretraining","type":"article","title":"BERT: Pre-training","title-short":"BERT","author":[{"family":"Oord","given":"Aaron","non-dropping-particle":"van den"}],"issued":{"date-parts":[[2019]]},"archive":"arXiv","archive_location":"1810.04805","URL":"https://arxiv.org/abs/1810.04805","keyword":"paper"},
            {"id":"nets","type":"thesis","title":"Nets","publisher":"MIT","genre":"PhD thesis","keyword":"thesis/phd"}
            ]

            """, TestWork.Written(output => CslJson.Write(works, output)));
    }

    // csl-data.json of CSL 1.0.2 allows no other fields.
    [Fact]
    public void Types_and_fields_are_those_of_the_published_schema()
    {
        string[] types = ["article", "book", "broadcast", "dataset", "document", "graphic", "motion_picture", "post-weblog", "report", "software", "speech", "thesis", "webpage"];
        string[] fields = ["id", "type", "title", "title-short", "author", "issued", "publisher", "genre", "archive", "archive_location", "DOI", "ISBN", "PMID", "PMCID", "URL", "keyword"];
        string[] kinds = ["paper", "review", "code", "course", "talk", "book", "thesis", "poster", "model", "dataset", "blog", "article", "video", "podcast", "tool", "website", "whitepaper", "bsc", "msc", "phd", "own"];
        Identifier[] identifiers = [new("arxiv", "1"), new("doi", "1"), new("isbn", "1"), new("pubmed", "1"), new("pmc", "1"), new("github", "1")];

        var items = Read(kinds.Select(kind => TestWork.Of("T", kind, ["A B"], 2020, "P", "https://x.org", identifiers) with { ShortTitle = "S" }));

        Assert.All(items, item => Assert.Contains(item.GetProperty("type").GetString(), types));
        Assert.All(items.SelectMany(item => item.EnumerateObject()), field => Assert.Contains(field.Name, fields));
    }

    [Fact]
    public void Any_text_can_be_read_back() =>
        NastyText.Any.Where(text => TestWork.OnOneLine(text).Length > 0).Sample(text =>
            Assert.Equal(TestWork.OnOneLine(text), Read([TestWork.Of(text, authors: [text])]).Single().GetProperty("title").GetString()));

    [Fact]
    public void Citeproc_makes_a_bibliography_of_it()
    {
        var file = _folder.Write("works.json", TestWork.Written(output => CslJson.Write(
        [
            TestWork.Of("Attention is all you need", "paper", ["Vaswani"], 2017, url: "https://arxiv.org/abs/1706.03762", identifiers: new Identifier("arxiv", "1706.03762")) with { Key = "a" },
            TestWork.Of("Deep learning", "book", ["Ian Goodfellow", "Aaron van den Oord"], 2016, "MIT Press") with { Key = "b" },
            TestWork.Of("bert", "code", url: "https://github.com/google-research/bert") with { Key = "c" },
        ], output)));

        Assert.Equal(
        [
            "bert. (n.d.). https://github.com/google-research/bert",
            "Goodfellow, I., & van den Oord, A. (2016). Deep learning. MIT Press.",
            "Vaswani. (2017). Attention is all you need (1706.03762). arXiv. https://arxiv.org/abs/1706.03762",
        ], Tool.Citations("cite", file).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose() => _folder.Dispose();

    private static JsonElement[] Read(IEnumerable<Work> works) => [.. JsonDocument.Parse(TestWork.Written(output => CslJson.Write(works, output))).RootElement.EnumerateArray()];
}
