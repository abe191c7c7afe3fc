using Transformers.Export;
using Transformers.Model;
using Transformers.Tests.Support;

namespace Transformers.Tests.Export;

public class PlainCitationTests
{
    [Fact]
    public void It_says_what_is_known_in_the_usual_order() => Assert.Equal(
        "Vaswani, Shazeer (2017). Is attention all you need? NeurIPS. arXiv:1706.03762. https://x.org/",
        PlainCitation.Of(TestWork.Of("Is attention all you need?", "paper", ["Vaswani", "Shazeer"], 2017, "NeurIPS", "https://x.org/", new Identifier("arxiv", "1706.03762"))));

    [Fact]
    public void A_doi_stands_for_the_address() => Assert.Equal(
        "T. https://doi.org/10.1/x", PlainCitation.Of(TestWork.Of("T", url: "https://x.org/", identifiers: new Identifier("doi", "10.1/x"))));

    [Fact]
    public void Without_a_title_there_is_the_label() => Assert.Equal("(2017). x.org/a. https://x.org/a", PlainCitation.Of(TestWork.Of(null, year: 2017, url: "https://x.org/a")));
}
