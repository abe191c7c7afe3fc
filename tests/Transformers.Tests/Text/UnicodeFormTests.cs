using System.Globalization;
using System.Text;
using CsCheck;
using Transformers.Text;

namespace Transformers.Tests.Text;

/// <summary>Our normal forms against the operating system's, which these tests run with and the program does not.</summary>
public class UnicodeFormTests
{
    // A letter of Unicode 16, with a decomposition.
    private static readonly bool SystemIsNewer = !"\U000105C9".IsNormalized(NormalizationForm.FormD);

    // What text is made of that normalisation has work with: plain letters, letters with marks, marks, jamo, syllables, the odd planes.
    private static readonly Gen<string> Texts = Gen.OneOf(
            Gen.Int['a', 'z'],
            Gen.Int[0xC0, 0x17F],
            Gen.Int[0x300, 0x36F],
            Gen.Int[0x370, 0x3FF],
            Gen.Int[0x591, 0x6FF],
            Gen.Int[0x900, 0xFFF],
            Gen.Int[0x1100, 0x11FF],
            Gen.Int[0x1E00, 0x1FFF],
            Gen.Int[0x3040, 0x30FF],
            Gen.Int[Hangul.FirstSyllable, 0xD7A3],
            Gen.Int[0xF900, 0xFB4F],
            Gen.Int[0x11080, 0x114BF],
            Gen.Int[0x1D150, 0x1D1FF],
            Gen.Int[0x2F800, 0x2FA1D])
        .Where(CharacterIsAssigned)
        .Select(char.ConvertFromUtf32)
        .Array[0, 60]
        .Select(string.Concat);

    [Theory]
    [InlineData("Cafe\u0301", "Caf\u00E9")]
    [InlineData("\u212B", "\u00C5")] // the Ångström sign is a letter
    [InlineData("q\u0307\u0323", "q\u0323\u0307")] // marks below come before marks above
    [InlineData("\u0958", "\u0915\u093C")] // excluded from composition
    [InlineData("\u1112\u1161\u11AB", "\uD55C")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    [InlineData("e\u0316\u0301", "\u00E9\u0316")]
    public void The_composed_form_joins_letters_and_marks(string text, string expected)
    {
        Assert.Equal(expected, UnicodeForm.ToNfc(text));
        Assert.False(UnicodeForm.IsNfc(text));
        Assert.True(UnicodeForm.IsNfc(expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Attention is all you need")]
    [InlineData("Zażółć gęślą jaźń")]
    [InlineData("注意力 어텐션 внимание")]
    [InlineData("x\u0302")] // might have composed, but does not
    public void Text_that_needs_nothing_is_returned_itself(string text) => Assert.Same(text, UnicodeForm.ToNfc(text));

    [Fact]
    public void Half_a_surrogate_pair_stays_as_it_is()
    {
        Assert.Equal("a\uDC00\u0301\u00E9\uD83C", UnicodeForm.ToNfc("a\uDC00\u0301e\u0301\uD83C"));
        Assert.Equal("a\uDC00\u0301e\u0301\uD83C", UnicodeForm.ToNfd("a\uDC00\u0301\u00E9\uD83C"));
    }

    [Fact]
    public void Every_code_point_is_normalised_as_by_the_operating_system()
    {
        var differing = Enumerable.Range(0, 0x110000)
            .Where(CharacterIsAssigned)
            .Where(point => DiffersFromSystem(char.ConvertFromUtf32(point)));

        Assert.Empty(differing.Select(point => $"U+{point:X4}").Take(20));
    }

    [Fact]
    public void Every_code_point_is_ordered_among_marks_as_by_the_operating_system()
    {
        var differing = Enumerable.Range(0, 0x110000)
            .Where(CharacterIsAssigned)
            .Where(point => char.ConvertFromUtf32(point) is var c && (DiffersFromSystem($"a\u0315{c}\u0323") || DiffersFromSystem($"{c}\u0301\u0327")));

        Assert.Empty(differing.Select(point => $"U+{point:X4}").Take(20));
    }

    [Fact]
    public void Texts_are_normalised_as_by_the_operating_system() =>
        Texts.Sample(text => Assert.False(DiffersFromSystem(text)), iter: 20_000);

    [Fact]
    public void A_form_of_a_form_is_that_form() => Texts.Sample(
        text =>
        {
            var (nfc, nfd) = (UnicodeForm.ToNfc(text), UnicodeForm.ToNfd(text));
            Assert.Same(nfc, UnicodeForm.ToNfc(nfc));
            Assert.Same(nfd, UnicodeForm.ToNfd(nfd));
            Assert.Equal(nfc, UnicodeForm.ToNfc(nfd));
            Assert.Equal(nfd, UnicodeForm.ToNfd(nfc));
            Assert.Equal(UnicodeForm.IsNfc(text), ReferenceEquals(text, nfc));
        },
        iter: 5_000);

    /// <summary>Were the marks ordered by insertion, this would take an hour.</summary>
    [Fact]
    public void A_million_marks_on_one_letter_take_linear_time()
    {
        var text = "e" + string.Concat(Enumerable.Repeat("\u0301\u0316", 500_000));

        var expected = "\u00E9" + new string('\u0316', 500_000) + new string('\u0301', 499_999);
        Assert.Equal(expected, UnicodeForm.ToNfc(text));
    }

    private static bool DiffersFromSystem(string text) =>
        !UnicodeForm.ToNfc(text).Equals(text.Normalize(NormalizationForm.FormC), StringComparison.Ordinal)
        || !UnicodeForm.ToNfd(text).Equals(text.Normalize(NormalizationForm.FormD), StringComparison.Ordinal);

    /// <summary>False for what neither side can be held to: surrogates, unassigned code points, and what came after our version of Unicode.</summary>
    private static bool CharacterIsAssigned(int point)
    {
        if (point is >= 0xD800 and <= 0xDFFF) return false;
        if (CanonicalData.Of(point).Bits != 0) return true;
        return Rune.GetUnicodeCategory(new Rune(point)) != UnicodeCategory.OtherNotAssigned && !CameLater(char.ConvertFromUtf32(point));
    }

    private static bool CameLater(string character) =>
        SystemIsNewer && !(character.IsNormalized(NormalizationForm.FormD) && $"\u0315{character}\u0323".IsNormalized(NormalizationForm.FormD));
}
