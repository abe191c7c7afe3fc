using CsCheck;
using Transformers.Text;

namespace Transformers.Tests.Text;

public class FoldingTests
{
    [Theory]
    [InlineData("Attention", "attention")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Straße STRAẞE", "strasse strasse")]
    [InlineData("Ærøskøbing", "aeroskobing")]
    [InlineData("Đặng Văn Ngữ", "dang van ngu")]
    [InlineData("İstanbul ılık", "istanbul ilik")]
    [InlineData("ＢＥＲＴ（２０１８）", "bert(2018)")]
    [InlineData("eﬃcient", "efficient")]
    [InlineData("Ὀδυσσεύς", "οδυσσευσ")]
    [InlineData("Ёлка", "елка")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("أَهْلًا", "اهلا")]
    [InlineData("हिन्दी", "हिन्दी")] // vowels that are marks stay
    [InlineData("น้ำ", "น้ำ")]
    [InlineData("がガ", "がガ")] // so does the voicing of kana
    [InlineData("한국어", "한국어")]
    [InlineData("trans\u00ADformer\uFE0F", "transformer")]
    [InlineData("字\U000E0100体", "字体")]
    public void Case_accents_and_width_are_folded(string text, string expected)
    {
        Assert.Equal(expected, Folding.Fold(text));
        Assert.Equal(expected, Folding.Fold(UnicodeForm.ToNfd(text).AsSpan()));
    }

    [Theory]
    [InlineData("Łukasz", "lukasz")]
    [InlineData("d'Ascoli", "dascoli")]
    [InlineData("Schmidhuber, J. 1997", "schmidhuberj1997")]
    [InlineData("Müller-Øst", "mullerost")]
    [InlineData("王", "")]
    public void A_citation_key_is_ascii(string text, string expected) => Assert.Equal(expected, Folding.ToAscii(text));

    [Fact]
    public void Folded_ascii_is_returned_itself()
    {
        var text = "attention";
        Assert.Same(text, Folding.Fold(text));
    }

    [Fact]
    public void Folding_every_code_point_again_changes_nothing()
    {
        var changed = Enumerable.Range(0, 0x110000)
            .Where(point => point is < 0xD800 or > 0xDFFF)
            .Where(point => Folding.Fold(char.ConvertFromUtf32(point)) is var folded && !string.Equals(Folding.Fold(folded), folded, StringComparison.Ordinal));

        Assert.Empty(changed.Select(point => $"U+{point:X4}").Take(20));
    }

    [Fact]
    public void Folding_a_text_again_changes_nothing() =>
        Gen.String.Sample(text => Assert.Equal(Folding.Fold(text), Folding.Fold(Folding.Fold(text))), iter: 10_000);

    [Fact]
    public void The_form_of_a_text_does_not_matter() =>
        Gen.Char["aÉßø \u0301\u0327\u0338\u093C\u3099\u1161अかЙё’ἀ각"].Array[0, 12].Select(letters => new string(letters)).Sample(
            text =>
            {
                var folded = Folding.Fold(text);
                Assert.Equal(folded, Folding.Fold(UnicodeForm.ToNfc(text)));
                Assert.Equal(folded, Folding.Fold(UnicodeForm.ToNfd(text)));
                Assert.True(UnicodeForm.IsNfc(folded));
            },
            iter: 20_000);
}
