using System.Numerics;

namespace Transformers.Rendering.Search;

/// <summary>Makes one of several postings: in each document the greatest impact.</summary>
/// <param name="numbers">One more than the greatest number of a document.</param>
internal sealed class PostingsUnion(int numbers)
{
    private readonly byte[] _impacts = new byte[numbers];
    private readonly uint[] _union = new uint[numbers];
    private readonly ulong[] _touched = new ulong[(numbers + 63) / 64];

    /// <summary>Adds postings.</summary>
    public void Add(Postings postings)
    {
        foreach (var posting in postings.Items)
        {
            var document = Posting.DocumentOf(posting);
            _touched[document / 64] |= 1UL << document % 64;
            _impacts[document] = (byte)Math.Max(_impacts[document], Posting.ImpactOf(posting));
        }
    }

    /// <summary>The union of all that was added since the last one; good until the next is taken.</summary>
    public Postings Take()
    {
        var count = 0;
        for (var word = 0; word < _touched.Length; word++)
        {
            for (; _touched[word] != 0; _touched[word] &= _touched[word] - 1)
            {
                var document = word * 64 + BitOperations.TrailingZeroCount(_touched[word]);
                _union[count++] = Posting.Of(document, _impacts[document]);
                _impacts[document] = 0;
            }
        }

        return new(_union.AsMemory(0, count));
    }
}
