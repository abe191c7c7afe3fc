using System.Collections.Immutable;
using System.Globalization;
using Transformers.Text;

namespace Transformers.Parsing.Entries;

/// <summary>Tells people's names from other words by their shape.</summary>
internal static class PersonName
{
    private const int MostWords = 5;

    /// <summary>What stands for the authors that are not named.</summary>
    private static readonly ImmutableArray<string> Others = [" et al.", " et al", " et. al.", " et. al", " & al.", " and others", " & others", " and colleagues"];

    /// <summary>Cuts at <c>&amp;</c> and <c>and</c>, and leaves out <c>et al.</c></summary>
    /// <param name="text">What the spans count in.</param>
    /// <param name="span">At most a few hundred code units.</param>
    /// <param name="hasOthers">True when it ended with <c>et al.</c> or its like.</param>
    public static List<TextSpan> Split(string text, TextSpan span, out bool hasOthers)
    {
        var words = text.AsSpan(span.Start, span.Length);
        var length = WithoutOthers(words).Length;
        hasOthers = length < words.Length;
        words = words[..length];

        var names = new List<TextSpan>();
        var start = 0;
        while (start < words.Length)
        {
            var (at, skip) = NextConjunction(words[start..]);
            var name = words.Slice(start, at);
            var leading = name.Length - name.TrimStart().Length;
            var trimmed = name.Trim();
            if (!trimmed.IsEmpty) names.Add(new TextSpan(span.Start + start + leading, trimmed.Length));
            start += at + skip;
        }

        return names;
    }

    /// <summary>True for text shaped like a person's name.</summary>
    /// <param name="name">Without white space around it.</param>
    /// <param name="isCertain">True where a year or <c>et al.</c> says that a name stands here; then <c>NASA</c> could be one.</param>
    public static bool Is(ReadOnlySpan<char> name, bool isCertain)
    {
        var words = 0;
        var capitals = 0;
        foreach (var range in name.Split(' '))
        {
            var word = name[range];
            if (word.IsEmpty) continue;
            if (++words > MostWords || !HasLettersOfNames(word)) return false;
            if (NameParticles.Contains(word)) continue;
            if (!BeginsLikeName(word) || (!isCertain && IsAcronymLike(word))) return false;
            if (IsLongerThanInitial(word)) capitals++;
        }

        return capitals > 0 && (isCertain && words == 1 ? !CommonWords.IsNoSurname(name) : !CommonWords.ContainsAny(name));
    }

    /// <summary>True for a name of at least two words.</summary>
    public static bool IsFullName(ReadOnlySpan<char> name) => name.Contains(' ') && Is(name, isCertain: false);

    /// <summary>True when every word begins with a capital.</summary>
    public static bool IsCapitalised(ReadOnlySpan<char> words)
    {
        foreach (var range in words.Split(' '))
        {
            if (!words[range].IsEmpty && !char.IsUpper(words[range][0])) return false;
        }

        return true;
    }

    /// <summary>True for capitals alone, at least three: <c>PACKT</c>.</summary>
    public static bool IsAcronym(ReadOnlySpan<char> words)
    {
        var letters = 0;
        foreach (var c in words)
        {
            if (char.IsLetter(c) && !char.IsUpper(c)) return false;
            if (char.IsLetter(c)) letters++;
        }

        return letters >= 3;
    }

    private static ReadOnlySpan<char> WithoutOthers(ReadOnlySpan<char> words)
    {
        foreach (var others in Others)
        {
            if (words.EndsWith(others, StringComparison.OrdinalIgnoreCase)) return words[..^others.Length].TrimEnd();
        }

        return words;
    }

    private static (int At, int Length) NextConjunction(ReadOnlySpan<char> words)
    {
        var and = words.IndexOf(" and ");
        var sign = words.IndexOf('&');
        if (and < 0 && sign < 0) return (words.Length, 0);
        return sign < 0 || (and >= 0 && and < sign) ? (and, " and ".Length) : (sign, 1);
    }

    private static bool HasLettersOfNames(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c is not ('-' or '‐' or '\'' or '’' or '`' or '.') && !IsMark(c)) return false;
        }

        return true;
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    /// <summary>A capital, a letter of a script without capitals, or the <c>d'</c> of <c>d'Ascoli</c>.</summary>
    private static bool BeginsLikeName(ReadOnlySpan<char> word) =>
        char.IsUpper(word[0])
        || char.GetUnicodeCategory(word[0]) == UnicodeCategory.OtherLetter
        || word is ['d' or 'l' or 'o', '\'' or '’' or '`', _, ..];

    /// <summary>Two capitals in a row, as in <c>VAEs</c>; not <c>LeCun</c>, nor <c>II</c> or an initial.</summary>
    private static bool IsAcronymLike(ReadOnlySpan<char> word)
    {
        if (word is "II" or "III" or "IV") return false;
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsUpper(word[i - 1]) && char.IsUpper(word[i])) return true;
        }

        return false;
    }

    private static bool IsLongerThanInitial(ReadOnlySpan<char> word) => word.TrimEnd('.').Length > 1 || !char.IsUpper(word[0]);
}
