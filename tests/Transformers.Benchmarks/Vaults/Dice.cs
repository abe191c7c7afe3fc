namespace Transformers.Benchmarks.Vaults;

/// <summary>Random numbers that are the same on every machine and with every version of .NET, which <see cref="Random"/> does not promise.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood, <i>Fast splittable pseudorandom number generators</i>, 2014).</remarks>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Dice for one of many things, independent of those for the others.</summary>
    public static Dice For(ulong seed, string what, long number)
    {
        var mixed = new Dice(seed);
        foreach (var c in what) mixed._state = mixed.Next() ^ c;
        mixed._state = mixed.Next() ^ (ulong)number;
        return new(mixed.Next());
    }

    /// <summary>A number from 0 up to, but not including, one.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from 0 up to, but not including, another.</summary>
    public int Below(int end) => (int)(Fraction() * end);

    /// <summary>A number of a range, both ends included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True as often as this.</summary>
    public bool Happens(double probability) => Fraction() < probability;

    /// <summary>One of them.</summary>
    public T Of<T>(ReadOnlySpan<T> items) => items[Below(items.Length)];

    /// <summary>A rank below an end, as Zipf's law has it: each about as often as its inverse.</summary>
    public int Rank(int end) => (int)Math.Pow(end, Fraction()) - 1;

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
