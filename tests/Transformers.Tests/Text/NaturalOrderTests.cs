using CsCheck;
using Transformers.Text;

namespace Transformers.Tests.Text;

public class NaturalOrderTests
{
    private static readonly Gen<string> Names =
        Gen.OneOf("a", "A", "ä", "b", "B", "0", "00", "1", "9", "10", " ", "-", "é", "ß", "２", "語", "\u0301").Array[0, 6].Select(string.Concat);

    [Theory]
    [InlineData("Part 2", "Part 10")]
    [InlineData("part 2", "Part 10")]
    [InlineData("1.9", "1.10")]
    [InlineData("2", "10 notes")]
    [InlineData("99999999999999999999999999", "100000000000000000000000000")]
    [InlineData("earth", "Éclair")]
    [InlineData("Éclair", "edge")]
    [InlineData("a", "a b")]
    [InlineData("B", "c")]
    [InlineData("b", "C")]
    [InlineData("Part 02", "Part 2")] // equal in all but the writing: ordinal
    [InlineData("A", "a")]
    [InlineData(null, "")]
    public void The_first_comes_before_the_second(string? first, string second)
    {
        Assert.True(NaturalOrder.Instance.Compare(first, second) < 0);
        Assert.True(NaturalOrder.Instance.Compare(second, first) > 0);
    }

    [Fact]
    public void The_order_is_total() => Gen.Select(Names, Names, Names).Sample(
        (x, y, z) =>
        {
            var order = NaturalOrder.Instance;
            Assert.Equal(Math.Sign(order.Compare(x, y)), -Math.Sign(order.Compare(y, x)));
            Assert.Equal(string.Equals(x, y, StringComparison.Ordinal), order.Compare(x, y) == 0);
            Assert.False(order.Compare(x, y) < 0 && order.Compare(y, z) < 0 && order.Compare(x, z) >= 0);
        },
        iter: 50_000);
}
