using CsCheck;
using Transformers.Text;

namespace Transformers.Tests.Text;

public class HeadingKeyTests
{
    [Theory]
    [InlineData("Scaling laws", "scaling LAWS")]
    [InlineData("BERT: Pre-training (2018)", "BERT Pre-training 2018")]
    [InlineData("Key, query & value", "Key query value")]
    [InlineData("What’s new?", "Whats new")]
    [InlineData("Self-attention", "Self attention")]
    [InlineData("`code` and **bold** _it_", "code and bold it")]
    [InlineData("A  /  B", "A\tB")]
    [InlineData("[Paper](x)", "Paper x")]
    [InlineData("Cafe\u0301", "CAF\u00C9")]
    public void Headings_match_case_and_punctuation_aside(string heading, string link) =>
        Assert.Equal(HeadingKey.Of(heading), HeadingKey.Of(link));

    [Theory]
    [InlineData("C++ → C#", "c → c")]
    [InlineData("???", "???")]
    [InlineData(" ! ? ", "! ?")]
    [InlineData("", "")]
    public void A_key_is_words_or_else_the_punctuation(string heading, string expected) => Assert.Equal(expected, HeadingKey.Of(heading));

    [Fact]
    public void A_key_is_its_own_key() => Gen.String.Sample(text => Assert.Equal(HeadingKey.Of(text), HeadingKey.Of(HeadingKey.Of(text))));
}
