using System.Numerics;

namespace Transformers.Rendering.Search;

/// <summary>Terms for beginnings of words that so many words have that to read all of them would be too much.</summary>
/// <remarks><c>a*</c> stands for all words that begin with <c>a</c>: in each document with the greatest impact of one of them.</remarks>
internal sealed class PrefixTerms
{
    /// <summary>How many postings the words of a beginning have together at most without a term of its own.</summary>
    private const int MostPostings = 2_000;

    /// <summary>How many words a beginning has at most without a term of its own.</summary>
    private const int MostWords = 250;

    private readonly (string Term, Postings Postings)[] _terms;
    private readonly byte[] _impacts;
    private readonly ulong[] _touched;
    private readonly List<(string Term, Postings Postings)> _prefixes = [];

    private PrefixTerms((string, Postings)[] terms, int documents) => (_terms, _impacts, _touched) = (terms, new byte[documents], new ulong[(documents + 63) / 64]);

    /// <summary>The terms with those of their beginnings among them, in ordinal order.</summary>
    /// <param name="terms">In ordinal order.</param>
    /// <param name="documents">How many documents there are.</param>
    public static List<(string Term, Postings Postings)> AddTo((string Term, Postings Postings)[] terms, int documents)
    {
        var prefixes = new PrefixTerms(terms, documents);
        prefixes.Find(0, terms.Length, 0);
        prefixes._prefixes.Sort((a, b) => string.CompareOrdinal(a.Term, b.Term));
        return prefixes.Merged();
    }

    private List<(string, Postings)> Merged()
    {
        var all = new List<(string, Postings)>(_terms.Length + _prefixes.Count);
        var next = 0;
        foreach (var term in _terms)
        {
            while (next < _prefixes.Count && string.CompareOrdinal(_prefixes[next].Term, term.Term) < 0) all.Add(_prefixes[next++]);
            all.Add(term);
        }

        all.AddRange(_prefixes[next..]);
        return all;
    }

    /// <summary>Goes through terms that share a beginning: those that go on with the same character, too.</summary>
    private void Find(int start, int end, int length)
    {
        while (start < end)
        {
            var first = _terms[start].Term;
            if (first.Length <= length)
            {
                start++;
                continue;
            }

            var next = start;
            var postings = 0;
            while (next < end && _terms[next].Term.Length > length && _terms[next].Term[length] == first[length]) postings += _terms[next++].Postings.Count;
            if (next - start > 1 && (postings > MostPostings || next - start > MostWords))
            {
                var prefix = first[..(length + 1)];
                if (IsTyped(prefix)) _prefixes.Add((prefix + "*", Union(start, next)));
                Find(start, next, length + 1);
            }

            start = next;
        }
    }

    /// <summary>True for what a reader may have typed of a word that is found by its beginning.</summary>
    private static bool IsTyped(string prefix)
    {
        var word = prefix.AsSpan();
        if (word[0] == ':')
        {
            var colon = word[1..].IndexOf(':');
            word = colon < 0 ? default : word[(colon + 2)..];
        }

        return !word.IsEmpty && !char.IsHighSurrogate(word[^1]) && !SearchWords.IsUnspaced(word);
    }

    private Postings Union(int start, int end)
    {
        for (var term = start; term < end; term++)
        {
            var postings = _terms[term].Postings;
            for (var i = 0; i < postings.Count; i++)
            {
                var document = postings.DocumentAt(i);
                _touched[document / 64] |= 1UL << document % 64;
                _impacts[document] = (byte)Math.Max(_impacts[document], postings.ImpactAt(i));
            }
        }

        var union = new Postings();
        for (var word = 0; word < _touched.Length; word++)
        {
            for (; _touched[word] != 0; _touched[word] &= _touched[word] - 1)
            {
                var document = word * 64 + BitOperations.TrailingZeroCount(_touched[word]);
                union.Add(document, _impacts[document]);
                _impacts[document] = 0;
            }
        }

        return union;
    }
}
