using CsCheck;
using Transformers.Parsing.Entries;

namespace Transformers.Tests.Parsing.Entries;

public class ResourceKindTests
{
    [Theory]
    [InlineData("https://www.youtube.com/watch?v=iDulhoQ2pro", "Paper explained", "video")]
    [InlineData("https://vimeo.com/472722333", null, "video")]
    [InlineData("https://github.com/a/b/issues/1", null, "code")]
    [InlineData("https://gist.github.com/a/1", null, "code")]
    [InlineData("https://gitlab.com/a/b", null, "code")]
    [InlineData("https://colab.research.google.com/drive/1", null, "code")]
    [InlineData("https://www.kaggle.com/code/a/b", null, "code")]
    [InlineData("https://www.kaggle.com/datasets/a/b", null, "dataset")]
    [InlineData("https://www.kaggle.com/competitions/a", null, "web")]
    [InlineData("https://arxiv.org/abs/1706.03762", null, "paper")]
    [InlineData("https://doi.org/10.1145/3448250", null, "paper")]
    [InlineData("https://openreview.net/pdf?id=rJv6ZgHYg", null, "paper")]
    [InlineData("https://papers.nips.cc/paper/7504-x.pdf", null, "paper")]
    [InlineData("https://huggingface.co/genmo/mochi-1-preview", null, "model")]
    [InlineData("https://huggingface.co/datasets/a/b", null, "dataset")]
    [InlineData("https://huggingface.co/docs/transformers", null, "web")]
    [InlineData("https://medium.com/@a/b", null, "blog")]
    [InlineData("https://x.substack.com/p/a", null, "blog")]
    [InlineData("http://a.blogspot.com/2020/1.html", null, "blog")]
    [InlineData("https://blog.acolyer.org/2017", null, "blog")]
    [InlineData("https://developer.nvidia.com/blog/a", null, "blog")]
    [InlineData("https://en.wikipedia.org/wiki/Blob_detection", null, "web")]
    [InlineData("https://www.amazon.de/dp/080442957X", null, "book")]
    [InlineData("https://x.org/a.pdf", "Paper", "paper")]
    [InlineData("https://x.org/a", "Blog post", "blog")]
    [InlineData("https://x.org/a", "Paper of the year", "web")]
    [InlineData("", null, "web")]
    public void A_link_is_what_its_host_and_its_label_say(string url, string? text, string expected) => Assert.Equal(expected, ResourceKind.Guess(url, text));

    [Fact]
    public void Any_link_has_a_kind() => Gen.Select(Gen.String, Gen.String).Sample((url, text) => Assert.NotEmpty(ResourceKind.Guess(url, text)));
}
