namespace Transformers.Text;

/// <summary>What Unicode says of canonical equivalence, by code point; read from <see cref="CanonicalTables"/> when first a text needs it.</summary>
internal static class CanonicalData
{
    private static readonly ushort[] BlockOf;
    private static readonly uint[] Traits;
    private static readonly (int First, int Second)[] Decompositions;
    private static readonly Dictionary<long, int> Composites;

    static CanonicalData()
    {
        var tables = new CanonicalTableReader();
        (BlockOf, Traits, Composites) = (tables.BlockOf, tables.Traits, tables.Composites);
        Decompositions = [.. tables.Decompositions];
    }

    /// <summary>The traits of any code point, surrogates included.</summary>
    internal static CanonicalTraits Of(int point)
    {
        if (Hangul.IsSyllable(point)) return new(CanonicalTraits.Decomposes);
        var block = (uint)point / CanonicalTableReader.BlockSize;
        return block < (uint)BlockOf.Length ? new(Traits[BlockOf[block] + (uint)point % CanonicalTableReader.BlockSize]) : default;
    }

    /// <summary>One step of a decomposition; the second part is 0 where there is only one.</summary>
    /// <param name="traits">Of a code point that decomposes and is no Hangul syllable.</param>
    internal static (int First, int Second) Decomposition(CanonicalTraits traits) =>
        Decompositions[traits.Bits >> CanonicalTraits.PlaceShift];

    /// <summary>The primary composite of two code points, or -1 (Unicode, D114).</summary>
    internal static int Compose(int first, int second)
    {
        var syllable = Hangul.Compose(first, second);
        return syllable >= 0 ? syllable : Composites.GetValueOrDefault(CanonicalTableReader.Pair(first, second), -1);
    }
}
