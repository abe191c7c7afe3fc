namespace Transformers.Rendering.Search;

/// <summary>A document that a term is in, with the impact that it has there, in one number: in ascending order they are sorted by document.</summary>
/// <remarks>From the upper bits to the lower: the document, 26 bits; the impact, 6 bits.</remarks>
internal static class Posting
{
    private const int ImpactBits = 6;

    /// <summary>A posting.</summary>
    /// <param name="document">The document.</param>
    /// <param name="impact">0 to <see cref="SearchTerms.MostImpact"/>.</param>
    public static uint Of(int document, int impact) => (uint)document << ImpactBits | (uint)impact;

    /// <summary>The document.</summary>
    public static int DocumentOf(uint posting) => (int)(posting >> ImpactBits);

    /// <summary>The impact.</summary>
    public static int ImpactOf(uint posting) => (int)posting & SearchTerms.MostImpact;

    /// <summary>The same posting, its document counted from another number.</summary>
    public static uint From(uint posting, int first) => posting + ((uint)first << ImpactBits);
}
