using System.Text;

namespace Transformers.Text;

/// <summary>What a heading and a link to it have in common when they differ in case and punctuation only.</summary>
/// <remarks>
/// Obsidian (<c>stripHeading</c> of its API) takes <c>!"#$%&amp;()*+,.:;&lt;=&gt;?@^`{|}~/[]\</c> for blanks, folds blanks, and compares
/// without case. So do we, and take all other punctuation of Unicode for blanks too, save apostrophes, which are dropped:
/// <c>What’s new?</c> and <c>Whats new</c> are one, <c>Self-attention</c> and <c>self attention</c> are.
/// </remarks>
public static class HeadingKey
{
    /// <summary>The key of a heading's plain text or of what a link says after <c>#</c>; in NFC, and its own key.</summary>
    /// <returns>Words separated by single blanks; where there is nothing but punctuation, that.</returns>
    public static string Of(string heading)
    {
        var text = UnicodeForm.ToNfc(heading).ToLowerInvariant();
        var key = Words(text, IsBlank);
        return UnicodeForm.ToNfc(key.Length > 0 ? key : Words(text, Rune.IsWhiteSpace));
    }

    private static string Words(string text, Predicate<Rune> isBlank)
    {
        var words = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!isBlank(rune)) words.Append(rune);
            else if (words.Length > 0 && words[^1] != ' ' && !IsApostrophe(rune)) words.Append(' ');
        }

        return words.ToString().TrimEnd(' ');
    }

    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsPunctuation(rune) || rune.Value is '$' or '+' or '<' or '=' or '>' or '^' or '`' or '|' or '~';

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’';
}
