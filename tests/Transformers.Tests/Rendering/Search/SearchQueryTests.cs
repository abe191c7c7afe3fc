using Transformers.Tests.Support;

namespace Transformers.Tests.Rendering.Search;

/// <summary>What readers can ask, and what they find.</summary>
public sealed class SearchQueryTests(SearchQueryTests.Vault vault) : IClassFixture<SearchQueryTests.Vault>
{
    private const string Lists = """
        ---
        tags: [sequence]
        description: Models that attend.
        ---
        What came before the first heading.

        ## Encoders
        Words about encoding, by Łukasz.

        - #PAPER [Attention is all you need (Vaswani 2017)](https://arxiv.org/abs/1706.03762) - drops recurrence ^attention
          - #CODE https://github.com/tensorflow/tensor2tensor
          - #TALK [Attention in practice](https://youtu.be/abc)
        - #PAPER [BERT: Pre-training of deep transformers (Devlin 2018)](https://arxiv.org/abs/1810.04805) #nlp/language
        - #THESIS/PHD [On self-attention (Roe 2021)](https://x.org/3)

        ## 模型
        我们讨论变换器模型。
        """;

    /// <summary>Two notes, and the search of them.</summary>
    public sealed class Vault : IDisposable
    {
        internal SearchSite Search { get; } = SearchSite.Of(("ai/Transformers.md", Lists), ("Deep learning.md", "# Deep learning\n\nA survey of attention.\n\n- #BOOK [Deep learning (Goodfellow 2016)](https://x.org/4) - don't skip"));

        public void Dispose() => Search.Dispose();
    }

    [Theory]
    [InlineData("recurrence", "ai/transformers/#^attention")]
    [InlineData("RECURRENCE drops", "ai/transformers/#^attention")]
    [InlineData("recurr", "ai/transformers/#^attention")]
    [InlineData("recurr ", "")]
    [InlineData("lukasz encoding", "ai/transformers/#encoders")]
    [InlineData("came before", "ai/transformers/")]
    [InlineData("models that attend", "ai/transformers/")]
    [InlineData("vaswani 2017", "ai/transformers/#^attention")]
    [InlineData("in practice", "ai/transformers/#attention-in-practice")]
    [InlineData("1706.03762", "")]
    [InlineData("nothing-like-this", "")]
    [InlineData("attention is all you need drops recurrence by vaswani in 2017 of the encod", "")]
    [InlineData("attention is all you need drops recurrence vaswani 2017 encod", "ai/transformers/#^attention")]
    [InlineData("attention is all you need drops recurrence vaswani 2016", "")]
    public void Words_are_all_found_in_any_order_and_the_last_may_be_a_beginning(string query, string expected) => Found(query, expected);

    [Theory]
    [InlineData("\"all you need\"", "ai/transformers/#^attention ai/transformers/#attention-in-practice")]
    [InlineData("\"you all need\"", "")]
    [InlineData("\"need vaswani\"", "ai/transformers/#^attention")]
    [InlineData("\"drops recur", "ai/transformers/#^attention")]
    [InlineData("“you need” -practice", "ai/transformers/#^attention")]
    public void A_phrase_is_words_one_after_the_other(string query, string expected) => Found(query, expected);

    [Theory]
    [InlineData("型", "ai/transformers/#模型")]
    [InlineData("变换器", "ai/transformers/#模型")]
    [InlineData("换变", "")]
    [InlineData("论器", "")]
    public void Scripts_without_blanks_are_found_by_substring(string query, string expected) => Found(query, expected);

    [Theory]
    [InlineData("kind:paper attention", "ai/transformers/#^attention")]
    [InlineData("kind:thesis", "ai/transformers/#on-self-attention")]
    [InlineData("kind:thesis/phd", "ai/transformers/#on-self-attention")]
    [InlineData("KIND:PAPER author:DEVLIN", "ai/transformers/#bert-pre-training-of-deep-transformers")]
    [InlineData("author:vasw", "ai/transformers/#^attention")]
    [InlineData("year:2018", "ai/transformers/#bert-pre-training-of-deep-transformers")]
    [InlineData("year:2018..", "ai/transformers/#bert-pre-training-of-deep-transformers ai/transformers/#on-self-attention")]
    [InlineData("year:..2016", "deep-learning/#deep-learning")]
    [InlineData("year:2010..2017 kind:paper", "ai/transformers/#^attention")]
    [InlineData("year:soon", "")]
    [InlineData("has:code", "ai/transformers/#^attention")]
    [InlineData("has:talk kind:paper", "ai/transformers/#^attention")]
    [InlineData("tag:nlp", "ai/transformers/#bert-pre-training-of-deep-transformers")]
    [InlineData("tag:nlp/language", "ai/transformers/#bert-pre-training-of-deep-transformers")]
    [InlineData("tag:sequence kind:note", "ai/transformers/")]
    [InlineData("note:\"Deep learning\" kind:book", "deep-learning/#deep-learning")]
    [InlineData("kind:section attention", "")]
    [InlineData("kind: recurrence", "ai/transformers/#^attention")]
    public void Filters_narrow_what_is_found(string query, string expected) => Found(query, expected);

    [Theory]
    [InlineData("kind:paper -recurrence", "ai/transformers/#bert-pre-training-of-deep-transformers")]
    [InlineData("kind:paper -\"all you need\"", "ai/transformers/#bert-pre-training-of-deep-transformers")]
    [InlineData("kind:paper -\"you all need\"", "ai/transformers/#^attention ai/transformers/#bert-pre-training-of-deep-transformers")]
    [InlineData("goodfellow -kind:book", "")]
    [InlineData("-recurrence", "")]
    [InlineData("- attention -", "ai/transformers/#^attention ai/transformers/#attention-in-practice ai/transformers/#on-self-attention deep-learning/")]
    public void A_minus_sign_leaves_out_what_follows_it(string query, string expected) => Found(query, expected);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("!?* ::")]
    [InlineData("kind:\"\"")]
    [InlineData("*")]
    [InlineData("\u0000\uD800")]
    public void What_says_nothing_finds_nothing(string query) => Found(query, "");

    private void Found(string query, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), vault.Search.Find(query).Order(StringComparer.Ordinal));
}
