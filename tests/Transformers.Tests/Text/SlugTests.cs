using System.Globalization;
using System.Text;
using CsCheck;
using Transformers.Text;

namespace Transformers.Tests.Text;

public class SlugTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
            Gen.Int[0, 0x17F],
            Gen.Int[0x20, 0x40],
            Gen.Int[0x300, 0x6FF],
            Gen.Int[0x900, 0xFFF],
            Gen.Int[0x1100, 0x13FF],
            Gen.Int[0x1E00, 0x206F],
            Gen.Int[0xA640, 0xABFF],
            Gen.Int[0xD7A0, 0xFFFF],
            Gen.Int[0x10400, 0x10FFF],
            Gen.Int[0x1F300, 0x1F6FF])
        .Select(point => point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32(point))
        .Array[0, 90]
        .Select(string.Concat);

    [Theory]
    [InlineData("Deep learning", "deep-learning")]
    [InlineData("Transformers", "transformers")]
    [InlineData("  a \t b\u00A0c ", "a-b-c")]
    [InlineData("C++ & C#", "c-c")]
    [InlineData("What's new?", "whats-new")]
    [InlineData("a -- b", "a-b")]
    [InlineData("v1.2_final", "v1.2_final")]
    [InlineData(".hidden.", "hidden")]
    [InlineData("-.-a-.-", "a")]
    [InlineData("a/b", "ab")]
    [InlineData("Cafe\u0301", "caf\u00E9")]
    [InlineData("Über uns", "über-uns")]
    [InlineData("ΔΕΛΤΑ", "δελτα")]
    [InlineData("深度学习", "深度学习")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("٣ و ½", "٣-و")] // decimal digits of any script, and no other numbers
    [InlineData("𐐀", "𐐨")]
    [InlineData("H\u0331", "\u1E96")] // composes in lower case only
    [InlineData("İ", "İ")] // has no lower case of its own in the invariant culture
    [InlineData("🎲 Dice", "dice")]
    [InlineData("❤\uFE0F Love", "love")] // a mark goes with what it sits on
    [InlineData("र\u200D्", "र्")] // a joiner does not part them
    [InlineData("", "")]
    public void A_segment_keeps_letters_marks_and_digits(string segment, string expected) => Assert.Equal(expected, Slug.Of(segment));

    [Theory]
    [InlineData("🎲", "1f3b2")]
    [InlineData("🎲\uFE0F", "1f3b2-fe0f")]
    [InlineData("\u0301", "301")]
    [InlineData("?!", "3f-21")]
    [InlineData(".", "2e")]
    [InlineData("..", "2e-2e")]
    public void A_segment_of_which_nothing_is_left_is_its_code_points(string segment, string expected) => Assert.Equal(expected, Slug.Of(segment));

    [Fact] // no attribute can hold such a string
    public void Half_a_surrogate_pair_is_its_code_unit() => Assert.Equal("d800-21", Slug.Of("\uD800!"));

    [Fact]
    public void A_long_segment_is_cut_and_stays_distinct()
    {
        var (a, b) = (Slug.Of(new string('語', 100) + "a"), Slug.Of(new string('語', 100) + "b"));

        Assert.Equal(new string('語', 63) + "-c12ce44b", a);
        Assert.NotEqual(a, b, StringComparer.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(Slug.Of(new string('x', 1_000_000))), Slug.MaxBytes, Slug.MaxBytes);
        Assert.InRange(Slug.Of(string.Concat(Enumerable.Repeat("🎲", 60))).Length, 100, Slug.MaxBytes);
    }

    [Fact]
    public void A_slug_is_a_segment_and_its_own_slug() => Texts.Sample(
        text =>
        {
            var slug = Slug.Of(text);

            Assert.Equal(slug, Slug.Of(slug));
            Assert.Equal(slug, Slug.Of(UnicodeForm.ToNfd(text)));
            Assert.True(UnicodeForm.IsNfc(slug));
            Assert.True(slug is not ("." or "..") && !slug.Contains('/', StringComparison.Ordinal));
            Assert.Equal(text.Length == 0, slug.Length == 0);
            Assert.InRange(Encoding.UTF8.GetByteCount(slug), 0, Slug.MaxBytes);
            Assert.DoesNotContain("--", slug, StringComparison.Ordinal);
            Assert.Equal(slug, slug.Trim('-', '.'));
            Assert.All(slug.EnumerateRunes(), rune => Assert.True(
                rune.Value is '-' or '_' or '.' || Rune.IsLetter(rune) || Rune.IsDigit(rune) || IsMark(rune)));
        },
        iter: 20_000);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
