using Transformers.Parsing.Entries;

namespace Transformers.Tests.Parsing.Entries;

public class KindVocabularyTests
{
    [Theory]
    [InlineData("#PAPER", "paper")]
    [InlineData("code", "code")]
    [InlineData("#THESIS/MSC", "thesis/msc")]
    [InlineData("#thesis/phd/draft", "thesis/phd/draft")]
    public void A_tag_of_the_vocabulary_or_below_it_is_a_kind(string tag, string expected)
    {
        Assert.True(KindVocabulary.Default.TryGetKind(tag, out var kind));
        Assert.Equal(expected, kind);
    }

    [Theory]
    [InlineData("#papers")]
    [InlineData("#draft/paper")]
    [InlineData("#TODO")]
    [InlineData("#")]
    [InlineData("")]
    [InlineData("/")]
    public void Other_tags_are_none(string tag)
    {
        Assert.False(KindVocabulary.Default.TryGetKind(tag, out var kind));
        Assert.Equal("", kind);
    }

    [Fact]
    public void A_vocabulary_of_one_s_own_replaces_the_default()
    {
        var games = new KindVocabulary(["#Game", "thesis/phd", " "]);

        Assert.True(games.TryGetKind("GAME/Board", out _));
        Assert.True(games.TryGetKind("thesis/phd", out _));
        Assert.False(games.TryGetKind("thesis", out _));
        Assert.False(games.TryGetKind("paper", out _));
    }
}
