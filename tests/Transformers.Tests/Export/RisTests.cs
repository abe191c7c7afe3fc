using System.Text.Json;
using CsCheck;
using Transformers.Export;
using Transformers.Tests.Support;

namespace Transformers.Tests.Export;

public sealed class RisTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_work_is_a_record_of_tagged_lines()
    {
        var works = TestCatalogue.WorksOf("- #PAPER [BERT: Pre-training (Aaron van den Oord, 2019)](https://arxiv.org/abs/1810.04805)\n- #TALK [Later (De La Cruz 2020)](https://youtu.be/iDulhoQ2pro)");

        Assert.Equal(
        [
            "TY  - JOUR", "ID  - vandenoord2019bertpretraining", "TI  - BERT: Pre-training", "ST  - BERT", "AU  - van den Oord, Aaron", "PY  - 2019",
            "AN  - arXiv:1810.04805", "UR  - https://arxiv.org/abs/1810.04805", "KW  - paper", "ER  - ",
            "TY  - SLIDE", "ID  - delacruz2020later", "TI  - Later", "AU  - De La Cruz,", "PY  - 2020", "UR  - https://youtu.be/iDulhoQ2pro", "KW  - talk", "ER  - ", "",
        ], TestWork.Written(output => Ris.Write(works, output)).Split("\r\n"));
    }

    [Fact]
    public void Any_text_can_be_read_back() =>
        Gen.Select(NastyText.Any, NastyText.Any).Sample((title, publisher) =>
        {
            var written = TestWork.Written(output => Ris.Write([TestWork.Of(title, publisher: publisher), TestWork.Of("Next")], output));

            Assert.Equal([TestWork.OnOneLine(title), "Next"], ValuesOf("TI", written));
            Assert.Equal([TestWork.OnOneLine(publisher), ""], ValuesOf("PB", written));
        });

    [Fact]
    public void Citation_js_reads_what_was_written()
    {
        var file = _folder.Write("works.ris", TestWork.Written(output => Ris.Write(
        [
            TestWork.Of("50% & {x} 王 é", "book", ["Aaron van den Oord", "De La Cruz"], 2020, "MIT Press", "https://x.org/?a=1&b=2#c"),
        ], output)));

        var read = JsonDocument.Parse(Tool.Citations("ris", file)).RootElement.EnumerateArray().Single();
        Assert.Equal("50% & {x} 王 é", read.GetProperty("title").GetString());
        Assert.Equal("""[{"family":"van den Oord","given":"Aaron"},{"family":"De La Cruz","given":""}]""", read.GetProperty("author").GetRawText());
        Assert.Equal("https://x.org/?a=1&b=2#c", read.GetProperty("URL").GetString());
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The values of a tag, one a record; empty where a record has none.</summary>
    private static IEnumerable<string> ValuesOf(string tag, string ris) =>
        ris.Split("ER  - \r\n")[..^1].Select(record => record.Split("\r\n").FirstOrDefault(line => line.StartsWith($"{tag}  - ", StringComparison.Ordinal))?[6..] ?? "");
}
