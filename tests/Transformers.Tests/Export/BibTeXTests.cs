using System.Text;
using System.Text.Json;
using CsCheck;
using Transformers.Catalogue;
using Transformers.Export;
using Transformers.Tests.Support;

namespace Transformers.Tests.Export;

public sealed class BibTeXTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_work_is_a_record_under_its_key()
    {
        var works = TestCatalogue.WorksOf(
            """
            - #PAPER #REVIEW [BERT: Pre-training of Deep Bidirectional Transformers (Devlin 2019)](https://arxiv.org/abs/1810.04805v2) #nlp
            - #CODE https://github.com/google-research/bert
            - #BOOK [Deep learning (Goodfellow 2016, MIT Press)](https://www.amazon.com/dp/0262035618)
            """);

        Assert.Equal(
            """
            @misc{devlin2019bertpretrainingdeep,
              author        = {Devlin},
              title         = {{BERT}: Pre-training of Deep Bidirectional Transformers},
              shorttitle    = {{BERT}},
              year          = {2019},
              eprint        = {1810.04805},
              archiveprefix = {arXiv},
              url           = {https://arxiv.org/abs/1810.04805v2},
              keywords      = {paper, review, nlp},
            }

            @software{work-87fb2d8e,
              title         = {google-research/bert},
              url           = {https://github.com/google-research/bert},
              keywords      = {code},
            }

            @book{goodfellow2016deeplearning,
              author        = {Goodfellow},
              title         = {Deep learning},
              year          = {2016},
              publisher     = {MIT Press},
              isbn          = {9780262035613},
              url           = {https://www.amazon.com/dp/0262035618},
              keywords      = {book},
            }

            """, TestWork.Written(output => BibTeX.Write(works, output)));
    }

    [Theory]
    [InlineData("misc", "paper", true, true, true, true)]
    [InlineData("book", "book", true, false, false, false)]
    [InlineData("online", "book", false, true, true, true)]
    [InlineData("misc", "book", false, true, true, false)]
    [InlineData("thesis", "phd", true, true, true, true)]
    [InlineData("thesis", "thesis/msc", true, false, true, false)]
    [InlineData("misc", "thesis/phd", true, true, false, true)]
    [InlineData("software", "code", false, false, false, false)]
    [InlineData("software", "tool/cli", true, true, true, true)]
    [InlineData("dataset", "dataset", false, false, false, false)]
    [InlineData("online", "talk", true, true, true, true)]
    [InlineData("misc", "talk", true, true, true, false)]
    [InlineData("online", "course", false, false, false, true)]
    [InlineData("misc", "recipe", false, false, false, true)]
    public void A_type_is_the_kinds_or_a_plainer_one_where_what_it_demands_is_not_known(string type, string kind, bool hasAuthor, bool hasYear, bool hasPublisher, bool hasUrl)
    {
        var work = TestWork.Of("T", kind, hasAuthor ? ["Li"] : [], hasYear ? 2020 : null, hasPublisher ? "MIT" : null, hasUrl ? "https://x.org" : null);

        Assert.StartsWith($"@{type}{{key,\n", TestWork.Written(output => BibTeX.Write([work], output)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Attention Is All You Need", "Attention Is All You Need")]
    [InlineData("BERT: Pre-training of Deep Bidirectional Transformers", "{BERT}: Pre-training of Deep Bidirectional Transformers")]
    [InlineData("DeepXDE: A deep learning library", "{DeepXDE}: A deep learning library")]
    [InlineData("Introduction to Bayesian statistics", "Introduction to {Bayesian} statistics")]
    [InlineData("End-to-End Object Detection with GPT-4", "End-to-End Object Detection with {GPT-4}")]
    [InlineData("Text Mining with R", "Text Mining with {R}")]
    [InlineData("(iPhone)", "({iPhone})")]
    [InlineData("50% & $5 #1 a_b {x} ~ ^ \\", @"50\% \& \$5 \#1 a\_b \textbraceleft{}x\textbraceright{} \textasciitilde{} \textasciicircum{} \textbackslash{}")]
    [InlineData("A -- B ``c''", @"A -{}- B \textasciigrave{}\textasciigrave{}c'{}'")]
    [InlineData("注意 is all é", "注意 is all é")]
    public void A_titles_own_capitals_are_in_braces_and_nothing_in_it_means_anything_to_latex(string title, string expected) =>
        Assert.Equal(expected, FieldOf(TestWork.Of(title), "title"));

    [Theory]
    [InlineData("Vaswani", "Vaswani")]
    [InlineData("Yann LeCun", "LeCun, Yann")]
    [InlineData("van den Oord", "van den Oord")]
    [InlineData("Aaron van den Oord", "van den Oord, Aaron")]
    [InlineData("Van Gogh", "{Van Gogh}")]
    [InlineData("John Gagne II", "Gagne, II, John")]
    [InlineData("others", "{others}")]
    [InlineData("Smith & Sons", @"Sons, {Smith \&}")]
    public void A_name_is_cut_where_we_cut_it(string name, string expected) =>
        Assert.Equal(expected, FieldOf(TestWork.Of("T", authors: [name]), "author"));

    [Fact]
    public void Several_people_are_joined_and_a_publisher_is_one()
    {
        var work = TestWork.Of("T", authors: ["Russell", "Norvig"], publisher: "Smith and Sons");

        Assert.Equal(("Russell and Norvig", "{Smith and Sons}"), (FieldOf(work, "author"), FieldOf(work, "organization")));
    }

    [Fact]
    public void An_address_keeps_its_signs_but_those_that_would_break_the_field() =>
        Assert.Equal("https://x.org/a_b?c=1&d=%20#e~%7Bf%7D", FieldOf(TestWork.Of("T", url: "https://x.org/a_b?c=1&d=%20#e~{f}"), "url"));

    [Fact]
    public void Any_title_can_be_read_back() =>
        NastyText.Any.Sample(text =>
        {
            var title = TestWork.OnOneLine(text);
            Assert.Equal(title, title.Length == 0 ? "" : Unescape(FieldOf(TestWork.Of(text), "title")));
        });

    [Fact]
    public void Any_name_leaves_the_record_whole() =>
        NastyText.Any.Array[1, 3].Sample(names =>
        {
            var record = TestWork.Written(output => BibTeX.Write([TestWork.Of("T", authors: names, publisher: names[0], url: $"https://{names[0]}")], output));
            Assert.Equal("}", record[Close(record, record.IndexOf('{', StringComparison.Ordinal))..].TrimEnd('\n'));
        });

    [Fact]
    public void Biber_takes_every_kind_with_and_without_facts_without_a_warning()
    {
        var kinds = new[] { "paper", "review", "code", "course", "talk", "book", "thesis", "thesis/phd", "poster", "model", "dataset", "blog", "article", "video", "podcast", "tool", "website", "whitepaper", "bsc", "msc", "phd", "own" };
        var works = kinds.SelectMany(kind => Enumerable.Range(0, 32).Select(facts => Nasty(kind, facts)));

        Assert.Empty(Tool.Biber(Write("all.bib", works)));
    }

    [Fact]
    public void Citation_js_reads_what_was_written()
    {
        string[] titles = ["Attention is all you need", "{BERT} & 50% of $x_1^2$ #1", @"~ \alpha -- ""quoted"" 'one'", "王 変形 é Łódź"];
        var works = titles.Select((title, i) => TestWork.Of(title, "paper", ["Aaron van den Oord", "Müller"], 2020, url: "https://x.org/a_b?c=1#d") with { Key = $"w{i}" });

        var read = JsonDocument.Parse(Tool.Citations("bibtex", Write("all.bib", works))).RootElement.EnumerateArray().ToArray();

        Assert.Equal(titles, read.Select(record => record.GetProperty("title").GetString()));
        Assert.All(read, record => Assert.Equal(
            """[{"given":"Aaron","family":"Oord","non-dropping-particle":"van den"},{"family":"Müller"}]""",
            record.GetProperty("author").GetRawText()));
        Assert.All(read, record => Assert.Equal("https://x.org/a_b?c=1#d", record.GetProperty("URL").GetString()));
    }

    /// <summary>A work of a kind, of which a bit each says whether a fact is known.</summary>
    private static Work Nasty(string kind, int facts) => TestWork.Of(
        @"{Nasty} & 50% of $x_1^2$ #1 ~ \alpha 王 é", kind,
        (facts & 1) > 0 ? ["van den Oord", "Li, {X}", "王"] : [],
        (facts & 2) > 0 ? 2020 : null,
        (facts & 4) > 0 ? "MIT and {Co}" : null,
        (facts & 8) > 0 ? "https://x.org/{a}?b=%20_#c" : null,
        (facts & 16) > 0 ? [new("arxiv", "1706.03762"), new("doi", "10.1/x_y"), new("isbn", "9780262035613")] : []) with
    {
        Key = $"{kind.Replace('/', '-')}{facts}",
    };

    public void Dispose() => _folder.Dispose();

    private string Write(string name, IEnumerable<Work> works) => _folder.Write(name, TestWork.Written(output => BibTeX.Write(works, output)));

    private static string FieldOf(Work work, string name)
    {
        var record = TestWork.Written(output => BibTeX.Write([work], output));
        var field = record.IndexOf($"\n  {name} ", StringComparison.Ordinal);
        var open = record.IndexOf('{', field);
        return record[(open + 1)..Close(record, open)];
    }

    /// <summary>Where the brace closes that opens at a place; BibTeX counts them all.</summary>
    private static int Close(string record, int open)
    {
        var depth = 0;
        for (var i = open; ; i++)
        {
            if (record[i] == '{') depth++;
            if (record[i] == '}' && --depth == 0) return i;
        }
    }

    private static string Unescape(string latex)
    {
        var text = new StringBuilder();
        for (var i = 0; i < latex.Length; i++)
        {
            if (latex[i] is '{' or '}') continue;
            if (latex[i] != '\\')
            {
                text.Append(latex[i]);
                continue;
            }

            var end = ++i + 1;
            while (char.IsAsciiLetter(latex[i]) && end < latex.Length && char.IsAsciiLetter(latex[end])) end++;
            text.Append(latex[i..end] switch
            {
                "textbackslash" => "\\",
                "textbraceleft" => "{",
                "textbraceright" => "}",
                "textasciitilde" => "~",
                "textasciicircum" => "^",
                "textasciigrave" => "`",
                var sign => sign,
            });
            i = end - 1;
        }

        return text.ToString();
    }
}
