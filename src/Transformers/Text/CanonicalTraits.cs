namespace Transformers.Text;

/// <summary>What canonical equivalence needs to know of one code point.</summary>
/// <remarks>
/// Bits 0 to 7: the canonical combining class. Bit 8: the code point can change in NFC (quick check "no" or "maybe",
/// UAX #15, section 9). Bit 9: it can change in NFD, that is, it decomposes. From bit 16: the place of its decomposition.
/// </remarks>
internal readonly record struct CanonicalTraits(uint Bits)
{
    internal const uint MayChangeInNfc = 1 << 8;
    internal const uint Decomposes = 1 << 9;
    internal const int PlaceShift = 16;

    /// <summary>The canonical combining class; 0 for all that are no marks or do not move.</summary>
    internal byte Class => (byte)Bits;

    /// <summary>Whether nothing before this code point changes what normalisation makes of it and all after it.</summary>
    /// <param name="change"><see cref="MayChangeInNfc"/> or <see cref="Decomposes"/>.</param>
    internal bool IsBoundary(uint change) => (Bits & (change | 0xFF)) == 0;
}
