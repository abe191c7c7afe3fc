namespace Transformers.Rendering.Search;

/// <summary>Terms for beginnings of words that so many words have that to read all of them would be too much.</summary>
/// <remarks><c>a*</c> stands for all words that begin with <c>a</c>: in each document with the greatest impact of one of them.</remarks>
internal sealed class PrefixTerms
{
    /// <summary>How many postings the words of a beginning have together at most without a term of its own.</summary>
    private const int MostPostings = 2_000;

    /// <summary>How many words a beginning has at most without a term of its own.</summary>
    private const int MostWords = 250;

    private readonly string[] _terms;
    private readonly Postings[] _postings;
    private readonly PostingsUnion _union;

    private PrefixTerms(string[] terms, Postings[] postings, int numbers) => (_terms, _postings, _union) = (terms, postings, new(numbers));

    /// <summary>The terms with those of their beginnings among them, in ordinal order; each is made when it is its turn.</summary>
    /// <param name="terms">In ordinal order.</param>
    /// <param name="postings">Of each term.</param>
    /// <param name="numbers">One more than the greatest number of a document.</param>
    public static IEnumerable<(string Term, Postings Postings)> AddTo(string[] terms, Postings[] postings, int numbers) =>
        new PrefixTerms(terms, postings, numbers).Find(0, terms.Length, 0);

    /// <summary>Goes through terms that share a beginning: those that go on with the same character, too.</summary>
    private IEnumerable<(string, Postings)> Find(int start, int end, int length)
    {
        while (start < end)
        {
            var (next, postings) = (start + 1, _postings[start].Count);
            while (next < end && GoOnAlike(start, next, length)) postings += _postings[next++].Count;
            var isMuch = next - start > 1 && (postings > MostPostings || next - start > MostWords);
            foreach (var term in isMuch ? WithPrefix(start, next, length + 1) : Range(start, next)) yield return term;
            start = next;
        }
    }

    private IEnumerable<(string, Postings)> Range(int start, int end) => Enumerable.Range(start, end - start).Select(term => (_terms[term], _postings[term]));

    private bool GoOnAlike(int first, int other, int length) =>
        _terms[first].Length > length && _terms[other].Length > length && _terms[other][length] == _terms[first][length];

    /// <summary>The terms of a range, and their beginning of a length in its place among them.</summary>
    private IEnumerable<(string, Postings)> WithPrefix(int start, int end, int length)
    {
        var prefix = _terms[start][..length];
        var term = prefix + "*";
        var middle = start;
        while (middle < end && string.CompareOrdinal(_terms[middle], term) < 0) middle++;
        foreach (var before in Find(start, middle, length)) yield return before;
        if (IsTyped(prefix)) yield return (term, Union(start, end));
        foreach (var after in Find(middle, end, length)) yield return after;
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
        for (var term = start; term < end; term++) _union.Add(_postings[term]);
        return _union.Take();
    }
}
