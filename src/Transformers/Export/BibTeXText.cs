using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Transformers.Catalogue;
using Transformers.Text;

namespace Transformers.Export;

/// <summary>Text as BibTeX wants it: LaTeX with letters in UTF-8, and braces around what styles may not lower.</summary>
internal static class BibTeXText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(@"\{}&%$#_~^`'-");

    /// <summary>Words of this length tell whether a title capitalises all of them; shorter ones are often "with" or "from".</summary>
    private const int TellingLength = 5;

    /// <summary>Text on one line, in which no character means anything to LaTeX. Its braces are balanced.</summary>
    public static string Escape(string text)
    {
        var line = TextLine.OnOneLine(text);
        if (!line.AsSpan().ContainsAny(Special)) return line;
        var escaped = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length; i++)
        {
            // "\{" would count as a brace to BibTeX all the same; "--", "''" and some before a "`" are ligatures to TeX.
            var c = line[i];
            _ = c switch
            {
                '\\' => escaped.Append(@"\textbackslash{}"),
                '{' => escaped.Append(@"\textbraceleft{}"),
                '}' => escaped.Append(@"\textbraceright{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                '`' => escaped.Append(@"\textasciigrave{}"),
                '-' or '\'' when i > 0 && line[i - 1] == c => escaped.Append("{}").Append(c),
                '&' or '%' or '$' or '#' or '_' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A title, with braces around words whose capitals are their own: <c>{BERT}: Pre-training of …</c></summary>
    /// <remarks>
    /// A capital that is not a word's first letter stays, and so does a letter by itself. Where the title capitalises nothing else,
    /// so does a word's first: a name. The first word's first, and that behind a colon or dash, stays anyway.
    /// </remarks>
    public static string Title(string title)
    {
        var words = TextLine.OnOneLine(title).Split(' ');
        var isSentence = IsSentence(words);
        return string.Join(' ', words.Select((word, i) => Word(word, isInside: i > 0 && words[i - 1] is not [.., ':' or '.' or '?' or '!' or '-' or '–' or '—'], isSentence)));
    }

    /// <summary>People, joined by <c>and</c>.</summary>
    public static string Names(ImmutableArray<string> names) => string.Join(" and ", names.Select(TextLine.OnOneLine).Where(name => name.Length > 0).Select(Name));

    /// <summary>An address, which is not escaped: characters that would break the field are percent-encoded.</summary>
    public static string Address(string url)
    {
        var address = new StringBuilder(url.Length);
        foreach (var c in url)
        {
            if (c is '{' or '}' or '\\' or '"' or '<' or '>' or '^' or '`' || char.IsWhiteSpace(c) || char.IsControl(c)) address.Append(Uri.HexEscape(c > 0xFF ? ' ' : c));
            else address.Append(c);
        }

        return address.ToString();
    }

    /// <summary>A publisher or the like: one, even with an <c>and</c> in its name.</summary>
    public static string Organization(string name) => name.Contains(" and ", StringComparison.OrdinalIgnoreCase) ? $"{{{Escape(name)}}}" : Escape(name);

    private static string Name(string written)
    {
        var name = AuthorName.Of(written);
        if (name.Family.Length == 0) return $"{{{Escape(written)}}}";
        var last = name.Particle.Length > 0 ? $"{Escape(name.Particle)} {Part(name.Family)}" : Part(name.Family);
        if (name is { Given: "", Suffix: "" }) return last;
        return name.Suffix.Length > 0 ? $"{last}, {Part(name.Suffix)}, {Part(name.Given)}" : $"{last}, {Part(name.Given)}";
    }

    /// <summary>A part of a name; in braces where BibTeX would cut it otherwise.</summary>
    private static string Part(string part)
    {
        var isSafe = !part.Contains(',', StringComparison.Ordinal) && !part.Contains(' ', StringComparison.Ordinal)
            && !part.Equals("and", StringComparison.OrdinalIgnoreCase) && !part.Equals("others", StringComparison.OrdinalIgnoreCase);
        return isSafe ? Escape(part) : $"{{{Escape(part)}}}";
    }

    private static bool IsSentence(string[] words)
    {
        var telling = words.Skip(1).Where(word => word.Length >= TellingLength && char.IsLetter(word[0])).ToArray();
        var lower = telling.Count(word => char.IsLower(word[0]));
        return lower > 0 && lower >= telling.Length - lower;
    }

    private static string Word(string word, bool isInside, bool isSentence)
    {
        var start = 0;
        while (start < word.Length && !char.IsLetterOrDigit(word[start])) start++;
        var end = word.Length;
        while (end > start && !char.IsLetterOrDigit(word[end - 1])) end--;
        var core = word.AsSpan(start, end - start);
        var isName = isInside && core.Length > 0 && (isSentence ? char.IsUpper(core[0]) : core.Length == 1 && char.IsUpper(core[0]) && core is not ("A" or "I"));
        var isKept = isName || HasCapitalWithin(core);
        return isKept ? $"{Escape(word[..start])}{{{Escape(word[start..end])}}}{Escape(word[end..])}" : Escape(word);
    }

    private static bool HasCapitalWithin(ReadOnlySpan<char> word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]) && word[i - 1] is not ('-' or '‐' or '/')) return true;
        }

        return false;
    }
}
