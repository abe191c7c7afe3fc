using System.Collections.Frozen;

namespace Transformers.Parsing.Entries;

/// <summary>Tells who publishes, teaches or hosts from people: schools, companies, publishers, events, sites.</summary>
internal static class Organisations
{
    private static readonly FrozenSet<string> Connectives = FrozenSet.ToFrozenSet(
        ["of", "the", "for", "at", "de", "la", "in", "on", "x", "and", "&", "/", "di", "da", "do", "für", "des", "del", "online", "london"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a name on our list or a domain: for nothing that needs its surroundings to tell.</summary>
    public static bool IsExact(ReadOnlySpan<char> name) => IsKnown(name) || IsDomain(name);

    /// <summary>True for a name on our list, e.g. <c>O'REILLY</c>; case, dots and apostrophes aside.</summary>
    public static bool IsKnown(ReadOnlySpan<char> name) => OrganisationNames.Known.Contains(Fold(name));

    /// <summary>True for a publisher's name that is also a family's: <c>Manning</c>, in mixed case.</summary>
    public static bool IsSurname(ReadOnlySpan<char> name) => !PersonName.IsAcronym(name) && OrganisationNames.Surnames.Contains(Fold(name));

    /// <summary>True for a site where everyone publishes, so that its name says nothing of a work: <c>GitHub</c>, <c>arxiv.org</c>.</summary>
    public static bool IsSite(ReadOnlySpan<char> name) => OrganisationNames.Sites.Contains(Fold(name));

    /// <summary>True for a known name, a domain, or capitalised words one of which is known or names a kind of institution.</summary>
    public static bool Is(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        if (IsExact(name)) return true;

        var text = WithoutCodes(name).AsSpan();
        var (hasMark, hasName) = (false, false);
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (word.IsEmpty) continue;
            var isMark = IsMark(word);
            var isConnective = Connectives.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
            if (!isMark && !isConnective && !char.IsUpper(word[0])) return false;
            hasMark |= isMark;
            hasName |= !isConnective && (!isMark || HasKnownPart(word));
        }

        return hasMark && hasName;
    }

    /// <summary>The words that hold no digit, which a course's code and a year do: <c>Stanford CS324</c>.</summary>
    public static string WithoutCodes(ReadOnlySpan<char> words)
    {
        if (!words.ContainsAnyInRange('0', '9')) return words.ToString();
        var kept = new List<string>();
        var isCode = false;
        foreach (var word in words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            // "CS 188": the letters before the number belong to it.
            var isPrefix = isCode && word.Length <= 4 && PersonName.IsCapitalised(word) && word.All(char.IsUpper) && !IsKnown(word);
            isCode = word.AsSpan().ContainsAnyInRange('0', '9');
            if (!isCode && !isPrefix) kept.Add(word);
        }

        kept.Reverse();
        return string.Join(' ', kept);
    }

    /// <summary>True for a word, or a part of one cut at <c>-</c> or <c>/</c>, that is known or names a kind of institution.</summary>
    private static bool IsMark(ReadOnlySpan<char> word)
    {
        foreach (var range in word.SplitAny('-', '/'))
        {
            if (OrganisationNames.Marks.Contains(Fold(word[range]))) return true;
        }

        return HasKnownPart(word);
    }

    private static bool HasKnownPart(ReadOnlySpan<char> word)
    {
        foreach (var range in word.SplitAny('-', '/'))
        {
            var part = word[range];
            if (!part.IsEmpty && (IsKnown(part) || IsUniversity(part))) return true;
        }

        return false;
    }

    /// <summary><c>UToronto</c>, <c>ULiege</c>, <c>TEDxBoston</c>.</summary>
    private static bool IsUniversity(ReadOnlySpan<char> word) =>
        word is ['U', var second, var third, _, _, ..] && char.IsUpper(second) && char.IsLower(third)
        || word is ['T', 'E', 'D', 'x', _, ..];

    private static bool IsDomain(ReadOnlySpan<char> name)
    {
        var dot = name.LastIndexOf('.');
        if (dot <= 0 || name.Contains(' ')) return false;
        foreach (var c in name[..dot])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.')) return false;
        }

        return OrganisationNames.TopLevelDomains.Contains(Fold(name[(dot + 1)..]));
    }

    private static string Fold(ReadOnlySpan<char> name)
    {
        Span<char> folded = stackalloc char[64];
        if (name.Length > folded.Length) return "";
        var length = 0;
        foreach (var c in name.Trim())
        {
            if (c is not ('\'' or '’' or '`')) folded[length++] = char.ToLowerInvariant(c);
        }

        return folded[..length].TrimEnd('.').ToString();
    }
}
