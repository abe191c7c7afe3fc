namespace Transformers.Model;

/// <summary>The plain text of a block or footnote in which links stand, out of which the sentence or entry around each is cut.</summary>
/// <param name="text">All of it.</param>
/// <param name="isItem">True for the text of a list item, which is shown whole; of other text, the sentence.</param>
public sealed class MentionText(string text, bool isItem)
{
    /// <summary>The most characters shown on each side of a link.</summary>
    private const int Reach = 160;

    /// <summary>The sentence or entry up to an offset, some 160 characters of it at most.</summary>
    public string Before(int start)
    {
        var from = Math.Max(0, start - Reach);
        var before = text.AsSpan(from, start - from);
        if (!isItem)
        {
            var sentence = LastSentenceEnd(before);
            if (sentence >= 0) return before[sentence..].TrimStart().ToString();
        }

        if (from == 0) return before.TrimStart().ToString();
        var word = before.IndexOf(' ');
        return string.Concat("… ", before[(word + 1)..]);
    }

    /// <summary>The sentence or entry from an offset on, some 160 characters of it at most.</summary>
    public string After(int end)
    {
        var to = Math.Min(text.Length, end + Reach);
        var after = text.AsSpan(end, to - end);
        if (!isItem)
        {
            var sentence = FirstSentenceEnd(after);
            if (sentence >= 0) return after[..sentence].ToString();
        }

        if (to == text.Length) return after.TrimEnd().ToString();
        var word = after.LastIndexOf(' ');
        return string.Concat(word > 0 ? after[..word] : after, " …");
    }

    private static int LastSentenceEnd(ReadOnlySpan<char> part)
    {
        for (var i = part.Length - 2; i >= 0; i--)
        {
            if (EndsSentence(part, i)) return i + 1;
        }

        return -1;
    }

    private static int FirstSentenceEnd(ReadOnlySpan<char> part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            if (EndsSentence(part, i)) return i + 1;
        }

        return -1;
    }

    private static bool EndsSentence(ReadOnlySpan<char> part, int i) =>
        part[i] is '。' or '！' or '？'
        || (part[i] is '.' or '!' or '?' && (i + 1 == part.Length || char.IsWhiteSpace(part[i + 1])));
}
