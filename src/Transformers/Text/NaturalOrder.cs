using System.Text;

namespace Transformers.Text;

/// <summary>The order of lists that people read: <c>Part 2</c> before <c>Part 10</c>, <c>Éclair</c> between <c>earth</c> and <c>edge</c>.</summary>
/// <remarks>
/// Compares what <see cref="Folding"/> leaves, ordinally but for runs of ASCII digits, which compare by value whatever their length.
/// Texts that are equal so are in ordinal order, so that only identical ones compare as equal. No culture has a say.
/// </remarks>
public sealed class NaturalOrder : IComparer<string>
{
    /// <summary>The order; it has no state.</summary>
    public static readonly NaturalOrder Instance = new();

    private NaturalOrder()
    {
    }

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (ReferenceEquals(x, y)) return 0;
        if (x is null) return -1;
        if (y is null) return 1;

        var order = CompareFolded(Folded(x), Folded(y));
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    /// <summary>Leaves ASCII as it is: its letters are folded while they are compared, which takes no memory.</summary>
    private static string Folded(string text) => Ascii.IsValid(text) ? text : Folding.Fold(text);

    private static int CompareFolded(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        while (!x.IsEmpty && !y.IsEmpty)
        {
            int order;
            if (char.IsAsciiDigit(x[0]) && char.IsAsciiDigit(y[0]))
            {
                order = CompareNumbers(TakeNumber(ref x), TakeNumber(ref y));
            }
            else
            {
                order = ToLower(x[0]) - ToLower(y[0]);
                x = x[1..];
                y = y[1..];
            }

            if (order != 0) return order;
        }

        return x.Length - y.Length;
    }

    private static char ToLower(char c) => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;

    /// <summary>Takes the digits at the start of a text from it, and returns them without leading zeros.</summary>
    private static ReadOnlySpan<char> TakeNumber(ref ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? text : text[..length];
        text = text[digits.Length..];
        return digits.TrimStart('0');
    }

    private static int CompareNumbers(ReadOnlySpan<char> x, ReadOnlySpan<char> y) =>
        x.Length != y.Length ? x.Length - y.Length : x.SequenceCompareTo(y);
}
