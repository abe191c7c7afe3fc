namespace Transformers.Text;

/// <summary>Puts the text of <see cref="CanonicalTables"/> into tables for looking up.</summary>
/// <remarks>Not a part of <see cref="CanonicalData"/>, because code is slow that uses a type's statics before they are all there.</remarks>
internal sealed class CanonicalTableReader
{
    /// <summary>Code points that share one entry of <see cref="BlockOf"/>.</summary>
    internal const uint BlockSize = 64;

    // What is above has neither a decomposition nor a combining class.
    private const int EndOfCodePoints = 0x30000;
    private const int MaxBlocks = 256;

    private int blocks;

    internal CanonicalTableReader()
    {
        ReadCombiningClasses(new(CanonicalTables.CombiningClasses));
        ReadDecompositions(new(CanonicalTables.Decompositions));
        for (var i = 0; i < Hangul.VowelCount; i++) Add(Hangul.FirstVowel + i, CanonicalTraits.MayChangeInNfc);
        for (var i = 1; i < Hangul.TailCount; i++) Add(Hangul.BeforeFirstTail + i, CanonicalTraits.MayChangeInNfc);
    }

    /// <summary>For each <see cref="BlockSize"/> code points where in <see cref="Traits"/> they begin; those without traits share the first block.</summary>
    internal ushort[] BlockOf { get; } = new ushort[EndOfCodePoints / BlockSize];

    /// <summary>See <see cref="CanonicalTraits"/>. Hangul syllables are not there.</summary>
    internal uint[] Traits { get; } = new uint[MaxBlocks * BlockSize];

    /// <summary>Single steps of decompositions; the second part is 0 where there is only one.</summary>
    internal List<(int First, int Second)> Decompositions { get; } = new(2100);

    /// <summary>Primary composites by <see cref="Pair"/>.</summary>
    internal Dictionary<long, int> Composites { get; } = new(1000);

    internal static long Pair(int first, int second) => (long)first << 32 | (uint)second;

    private void ReadCombiningClasses(Items table)
    {
        while (table.MoveNext())
        {
            var first = table.Number(16);
            var last = table.Skip('-') ? table.Number(16) : first;
            table.Skip(':');
            var combiningClass = (uint)table.Number(10);
            for (var point = first; point <= last; point++) Add(point, combiningClass);
        }
    }

    private void ReadDecompositions(Items table)
    {
        while (table.MoveNext())
        {
            var point = table.Number(16);
            var recomposes = table.Skip('=') || !table.Skip('!');
            var first = table.Number(16);
            var second = table.Skip('+') ? table.Number(16) : 0;

            var place = (uint)Decompositions.Count << CanonicalTraits.PlaceShift;
            Decompositions.Add((first, second));
            Add(point, place | CanonicalTraits.Decomposes | (recomposes ? 0 : CanonicalTraits.MayChangeInNfc));
            if (!recomposes) continue;

            Composites.Add(Pair(first, second), point);
            Add(second, CanonicalTraits.MayChangeInNfc);
        }
    }

    private void Add(int point, uint bits)
    {
        ref var block = ref BlockOf[(uint)point / BlockSize];
        if (block == 0) block = (ushort)(++blocks * BlockSize);
        Traits[block + (uint)point % BlockSize] |= bits;
    }

    /// <summary>A table's items, which are parted by blanks and made of numbers with signs between them.</summary>
    private ref struct Items(ReadOnlySpan<byte> table)
    {
        private readonly ReadOnlySpan<byte> table = table;
        private int at;

        /// <summary>Goes to the next item, if there is one.</summary>
        internal bool MoveNext()
        {
            while (at < table.Length && table[at] <= ' ') at++;
            return at < table.Length;
        }

        /// <summary>Passes over a sign if it comes next.</summary>
        internal bool Skip(char sign)
        {
            if (at == table.Length || table[at] != sign) return false;
            at++;
            return true;
        }

        internal int Number(int radix)
        {
            var value = 0;
            for (; at < table.Length && char.IsAsciiHexDigitUpper((char)table[at]); at++)
            {
                value = value * radix + (table[at] <= '9' ? table[at] - '0' : table[at] - 'A' + 10);
            }

            return value;
        }
    }
}
