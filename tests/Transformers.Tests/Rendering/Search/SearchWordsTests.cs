using Transformers.Rendering.Search;
using Transformers.Tests.Support;
using Transformers.Text;

namespace Transformers.Tests.Rendering.Search;

/// <summary>What a word is; the program and the script must not differ, as one writes what the other looks up.</summary>
public sealed class SearchWordsTests
{
    private static readonly string[] Samples =
    [
        "Attention is all you need (Vaswani 2017)", "don’t l'attention self-attention e.g. 3.14 x_1 C++ GPT-4o ½ ²", "Łódź Straße naïve ﬁne ŒUVRE İstanbul ǅ ĳssel",
        "Привет, Ёлка и й", "Ἀθῆναι Σίσυφος", "العَرَبِيَّة مـحمد ١٢٣", "עִבְרִית ״שלום״", "한국어 형태소 각", "변환기\u1100\u1161\u11A8", "我们讨论变换器模型GPT模型，好吗", "カタカナ ｶﾀｶﾅ ひらがな が", "ภาษาไทยไม่มีช่องว่าง",
        "हिन्दी नमस्ते", "မြန်မာ ខ្មែរ ລາວ བོད་ཡིག", "ＢＥＲＴ　ｗｉｄｅ", "e\u0301\u0327 soft\u00ADhyphen zero\u200Bwidth", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🎲 👩‍💻 𠀀𠀁", "\u0000 \uFFFD \uDB40\uDD00x", "ά", new string('a', 100), new string('é', 63) + "𝔘", "ᾳ ΐ ŉ ǰ ﬗ",
    ];

    [Theory]
    [InlineData("Self-attention, don't", "self attention don t")]
    [InlineData("Łódź 3.14", "lodz 3 14")]
    [InlineData("模型", "模 模型 型")]
    [InlineData("GPT模型2", "gpt 模 模型 型 2")]
    [InlineData("", "")]
    public void A_text_is_words_and_characters_with_their_neighbours(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', SearchWords.Of(text)));

    [Fact]
    public void The_script_folds_as_the_program_does()
    {
        // Capitals of Unicode 16 and 17, which .NET's casing knows no small letters of.
        const string TooNew = "\u1C89\uA7CB\uA7CC\uA7CE\uA7D2\uA7D4\uA7DA\uA7DC";
        string[] letters = [.. Enumerable.Range(0x20, 0x10000).Where(point => !char.IsSurrogate((char)point) && !TooNew.Contains((char)point)).Select(point => $"a{char.ConvertFromUtf32(point)}b")];
        string[] texts = [.. Samples, .. letters];
        using var site = SearchSite.Of(("a.md", "a"));

        var differing = texts.Zip(site.Texts("fold", texts)).Where(pair => Folding.Fold(pair.First) != pair.Second.GetString());

        Assert.Empty(differing.Select(pair => $"{pair.First}: {Folding.Fold(pair.First)}, {pair.Second}"));
    }

    [Fact]
    public void The_script_cuts_texts_as_the_program_does()
    {
        using var site = SearchSite.Of(("a.md", "a"));

        Assert.All(
            Samples.Zip(site.Texts("terms", Samples)),
            pair => Assert.Equal(SearchWords.Of(pair.First).Order(StringComparer.Ordinal), pair.Second.EnumerateArray().Select(term => term.GetString()!).Order(StringComparer.Ordinal)));
    }
}
