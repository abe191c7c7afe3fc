namespace Transformers.Text;

/// <summary>Cuts sentences out of plain text.</summary>
public static class Sentences
{
    /// <summary>The first sentence, white space folded.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="most">How many UTF-16 code units it may have; a longer one is cut at a word and ends in an ellipsis.</param>
    public static string First(string text, int most)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        for (var i = 0; i < text.Length && i < most; i++)
        {
            if (EndsSentence(text, i)) return text[..(i + 1)];
        }

        if (text.Length <= most) return text;
        var word = text.LastIndexOf(' ', most - 1);
        var end = word > 0 ? word : most;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), " …");
    }

    // "e.g. this" goes on, as a small letter follows.
    private static bool EndsSentence(string text, int i) =>
        text[i] is '。' or '！' or '？'
        || (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || (text[i + 1] == ' ' && !char.IsLower(text[i + 2]))));
}
