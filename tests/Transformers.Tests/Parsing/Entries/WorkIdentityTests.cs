using System.Collections.Immutable;
using Transformers.Model;
using Transformers.Parsing.Entries;

namespace Transformers.Tests.Parsing.Entries;

public class WorkIdentityTests
{
    private static ImmutableArray<string> KeysOf(string url) => WorkIdentity.KeysOf(IdentifierReader.FromUrl(url), url);

    [Theory]
    [InlineData("https://arxiv.org/abs/1706.03762v5", "https://arxiv.org/pdf/1706.03762.pdf")]
    [InlineData("https://arxiv.org/abs/1706.03762", "https://doi.org/10.48550/ARXIV.1706.03762")]
    [InlineData("https://aclanthology.org/P18-5006", "https://doi.org/10.18653/v1/P18-5006")]
    [InlineData("https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3292279", "https://doi.org/10.2139/ssrn.3292279")]
    [InlineData("https://doi.org/10.1029/2018GL080704", "https://agupubs.onlinelibrary.wiley.com/doi/full/10.1029/2018gl080704")]
    [InlineData("https://youtu.be/iDulhoQ2pro", "https://www.youtube.com/watch?v=iDulhoQ2pro&t=850s")]
    [InlineData("https://github.com/PyTorch/PyTorch", "https://github.com/pytorch/pytorch/tree/main")]
    [InlineData("http://www.x.org/a/", "https://x.org/a?utm_source=y")]
    public void Two_addresses_of_one_work_share_a_key(string one, string other) => Assert.NotEmpty(KeysOf(one).Intersect(KeysOf(other), StringComparer.Ordinal));

    [Theory]
    [InlineData("https://github.com/a/b/tree/master/one", "https://github.com/a/b/tree/master/two")]
    [InlineData("https://github.com/a/b/tree/master/one", "https://github.com/a/b")]
    [InlineData("https://x.org/book#one", "https://x.org/book#two")]
    [InlineData("https://x.org/?p=1", "https://x.org/?p=2")]
    [InlineData("https://openreview.net/forum?id=abc", "https://openreview.net/forum?id=ABC")]
    [InlineData("https://youtu.be/iDulhoQ2pro", "https://youtu.be/iDulhoQ2prO")]
    public void Two_works_share_none(string one, string other) => Assert.Empty(KeysOf(one).Intersect(KeysOf(other), StringComparer.Ordinal));

    [Fact]
    public void The_most_telling_key_comes_first() => Assert.Equal(
        ["arxiv:1706.03762", "url:doi.org/10.48550/arXiv.1706.03762"],
        KeysOf("https://doi.org/10.48550/arXiv.1706.03762"));

    [Fact]
    public void Without_identifier_and_address_there_is_no_key() => Assert.Empty(WorkIdentity.KeysOf([], null));

    [Fact]
    public void An_identifier_that_a_curator_gave_is_one_too() =>
        Assert.Equal(["doi:10.1/x"], WorkIdentity.KeysOf([new Identifier("doi", "10.1/X")], null));
}
