using CsCheck;
using Transformers.Catalogue;

namespace Transformers.Tests.Catalogue;

public class CitationKeysTests
{
    [Theory]
    [InlineData("vaswani2017attentionneed", "Vaswani", 2017, "Attention is all you need")]
    [InlineData("devlin2019bertpretrainingdeep", "Devlin", 2019, "BERT: Pre-training of Deep Bidirectional Transformers")]
    [InlineData("vandenoord2016pixelrecurrentneural", "Aaron van den Oord", 2016, "Pixel Recurrent Neural Networks")]
    [InlineData("bronibedaiko2019elninosouthernoscillation", "Broni-Bedaiko", 2019, "El Niño-Southern Oscillation")]
    [InlineData("dascoli2021convit", "d'Ascoli", 2021, "ConViT")]
    [InlineData("lukasz2020lodz", "Łukasz", 2020, "Łódź")]
    [InlineData("2020deepbatch", null, 2020, "Deep, Batch")]
    [InlineData("hassabisaihowit", "Demis Hassabis", null, "AI, and how it accelerates")]
    [InlineData("fastaicourses", null, null, "fast.ai courses")]
    [InlineData("2020", "王", 2020, "变形金刚")]
    public void A_key_is_made_of_the_last_name_the_year_and_three_telling_words(string key, string? author, int? year, string title) =>
        Assert.Equal(key, new CitationKeys().Take(author is null ? [] : [author], year, title, "x"));

    [Fact]
    public void Without_a_letter_of_ascii_a_key_is_a_hash_of_the_identity()
    {
        var keys = new CitationKeys();

        Assert.Matches("^work-[0-9a-f]{8}$", keys.Take([], null, "变形金刚", "arxiv:1"));
        Assert.NotEqual(keys.Take([], null, null, "arxiv:2"), keys.Take([], null, null, "arxiv:3"));
    }

    [Fact]
    public void Works_that_want_one_key_get_numbers()
    {
        var keys = new CitationKeys();

        Assert.Equal(["li2020it", "li2020it-2", "li2020it-3"], Enumerable.Range(0, 3).Select(_ => keys.Take(["Li"], 2020, "It", "x")));
    }

    [Fact]
    public void Keys_are_ascii_and_differ_whatever_is_written() =>
        Gen.Select(Gen.String, Gen.String, Gen.Int[1500, 2100].Nullable()).Array.Sample(works =>
        {
            var keys = new CitationKeys();
            var taken = works.Select(work => keys.Take([work.Item1], work.Item3, work.Item2, work.Item2)).ToArray();
            Assert.All(taken, key => Assert.Matches("^[a-z0-9]+(-[0-9a-f]{8})?(-[0-9]+)?$", key));
            Assert.Equal(taken.Length, taken.Distinct().Count());
        });
}
