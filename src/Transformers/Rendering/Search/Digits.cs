using System.Buffers;

namespace Transformers.Rendering.Search;

/// <summary>Writes numbers as text that JSON takes as it is, most of them in a character or two.</summary>
/// <remarks>
/// A digit is a character of printing ASCII without <c>"</c> and <c>\</c>, 93 of them. A number has 46 to the digit, the least digit first, and its digits but the last
/// are 46 greater.
/// </remarks>
/// <param name="most">How many digits there will be at most.</param>
internal ref struct Digits(int most)
{
    /// <summary>How many digits a number of 26 bits takes at most.</summary>
    public const int InNumber = 5;

    private const uint Half = 46;

    private static readonly string Alphabet = string.Concat(Enumerable.Range(' ', 95).Select(code => (char)code).Where(c => c is not ('"' or '\\')));

    private readonly char[] _buffer = ArrayPool<char>.Shared.Rent(most);
    private int _length;

    /// <summary>The digit that a number below 93 is written with.</summary>
    public static char Of(uint number) => Alphabet[(int)number];

    /// <summary>Writes a digit.</summary>
    public void Add(uint digit) => _buffer[_length++] = Of(digit);

    /// <summary>Writes a number.</summary>
    public void AddNumber(uint number)
    {
        for (; number >= Half; number /= Half) Add(Half + number % Half);
        Add(number);
    }

    /// <summary>All that was written.</summary>
    public readonly ReadOnlySpan<char> Written => _buffer.AsSpan(0, _length);

    /// <summary>Gives the memory back.</summary>
    public readonly void Dispose() => ArrayPool<char>.Shared.Return(_buffer);
}
