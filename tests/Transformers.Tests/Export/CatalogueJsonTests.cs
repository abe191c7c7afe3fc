using System.Text;
using System.Text.Json;
using CsCheck;
using Transformers.Export;
using Transformers.Tests.Support;

namespace Transformers.Tests.Export;

public sealed class CatalogueJsonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void It_holds_every_entry_and_every_work()
    {
        var site = TestSite.Of(
            ("AI/Nets.md",
            """
            # Models
            ## Early
            - #PAPER #REVIEW [BERT: Pre-training (Devlin 2019, Google)](https://arxiv.org/abs/1810.04805v2) - worth it ^bert
              - #CODE https://github.com/google-research/bert
              - Masks words.
            - #PAPER See ^bert in [[Nets]]
            """),
            ("b.md", "- #PAPER [Pre-training](https://arxiv.org/pdf/1810.04805)"));

        Assert.Equal(
            """
            {"version":1,"entries":[
            {"id":"ai/nets/#^bert","kind":"paper","tags":["paper","review"],"title":"BERT: Pre-training","shortTitle":"BERT","authors":["Devlin"],"year":2019,"publisher":"Google","url":"https://arxiv.org/abs/1810.04805v2","identifiers":{"arxiv":"1810.04805"},"note":"AI/Nets.md","line":3,"section":["Early"],"links":[{"kind":"code","url":"https://github.com/google-research/bert"}],"summary":"worth it\nMasks words.","work":"devlin2019bertpretraining"},
            {"id":"ai/nets/#httpsgithub.comgoogle-researchbert","kind":"code","tags":["code"],"url":"https://github.com/google-research/bert","identifiers":{"github":"google-research/bert"},"note":"AI/Nets.md","line":4,"section":["Early"],"parent":"ai/nets/#^bert","work":"work-87fb2d8e"},
            {"id":"ai/nets/#paper","kind":"paper","tags":["paper"],"note":"AI/Nets.md","line":6,"section":["Early"]},
            {"id":"b/#pre-training","kind":"paper","tags":["paper"],"title":"Pre-training","url":"https://arxiv.org/pdf/1810.04805","identifiers":{"arxiv":"1810.04805"},"note":"b.md","line":1,"work":"devlin2019bertpretraining"}
            ],"works":[
            {"key":"devlin2019bertpretraining","page":"works/devlin2019bertpretraining/","kind":"paper","title":"BERT: Pre-training","shortTitle":"BERT","authors":["Devlin"],"year":2019,"publisher":"Google","url":"https://arxiv.org/abs/1810.04805v2","identifiers":{"arxiv":"1810.04805"},"links":[{"kind":"code","url":"https://github.com/google-research/bert"}],"entries":["ai/nets/#^bert","b/#pre-training"]},
            {"key":"work-87fb2d8e","kind":"code","url":"https://github.com/google-research/bert","identifiers":{"github":"google-research/bert"},"entries":["ai/nets/#httpsgithub.comgoogle-researchbert"]}
            ]}

            """, site.Text("catalog.json"));
    }

    [Fact]
    public void What_an_entry_says_in_further_paragraphs_and_in_quotes_belongs_to_it()
    {
        var site = TestSite.Of(("a.md", "- #PAPER [T](https://x.org/t)\n\n  See [slides](https://x.org/s).\n\n  > Its [abstract](https://x.org/a).\n  > - Quoted.\n\n  > [!note] Title\n  > In a callout."));

        var entry = JsonDocument.Parse(site.Text("catalog.json")).RootElement.GetProperty("entries")[0];
        Assert.Equal("See slides.\nIts abstract.\nQuoted.\nIn a callout.", entry.GetProperty("summary").GetString());
        Assert.Equal(["https://x.org/s", "https://x.org/a"], entry.GetProperty("links").EnumerateArray().Select(link => link.GetProperty("url").GetString()));
    }

    [Fact]
    public void Every_id_is_on_its_page()
    {
        var site = TestSite.Of(("a b.md", "- #PAPER One\n- #PAPER One\n- #CODE https://x.org\n- #BOOK\n- #TALK T ^t"));

        foreach (var entry in JsonDocument.Parse(site.Text("catalog.json")).RootElement.GetProperty("entries").EnumerateArray())
        {
            var id = entry.GetProperty("id").GetString()!.Split('#', 2);
            Assert.NotNull(site.Page(id[0]).GetElementById(id[1]));
        }
    }

    [Fact]
    public void A_vault_without_entries_has_empty_lists() =>
        Assert.Equal("{\"version\":1,\"entries\":[\n],\"works\":[\n]}\n", TestSite.Of(("a.md", "text")).Text("catalog.json"));

    [Fact]
    public void Any_text_is_valid_json() =>
        NastyText.Any.Sample(text => JsonDocument.Parse(TestSite.Of(("a.md", $"- #PAPER {text}")).Text("catalog.json")).Dispose(), iter: 30);

    [Fact]
    public void The_schema_stands_beside_it() =>
        Assert.Equal(File.ReadAllText(Repository.Folder("src", "Transformers", "Export", "catalog.schema.json")), TestSite.Of(("a.md", "")).Text("catalog.schema.json"));

    [Fact]
    public void It_is_valid_by_its_schema()
    {
        var site = TestSite.Of(("a.md", "# S\n- #PAPER #x [T: long (Li 2020, MIT)](https://doi.org/10.1/x) - r\n  - #CODE https://github.com/a/b\n- #BOOK\n- #THESIS/PHD 王 (Li 2020)"), ("b.md", "- #PAPER [T](https://doi.org/10.1/x)"));

        Assert.Equal("[]", Validate(site.Text("catalog.json")));
    }

    [Theory]
    [InlineData("""{"version":2,"entries":[],"works":[]}""")]
    [InlineData("""{"version":1,"entries":[{"id":"a/#b","kind":"paper","tags":["paper"],"note":"a.md"}],"works":[]}""")]
    [InlineData("""{"version":1,"entries":[],"works":[{"key":"A","kind":"paper","entries":["a/#b"]}]}""")]
    public void What_is_not_valid_is_told(string json) => Assert.NotEqual("[]", Validate(json));

    public void Dispose() => _folder.Dispose();

    private string Validate(string json) =>
        Tool.Citations("validate", _folder.Write("schema.json", Encoding.UTF8.GetString(CatalogueJson.Schema.Span)), _folder.Write("catalog.json", json)).TrimEnd();
}
