using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Parsing.Entries;

/// <summary>Reads what is in a citation's brackets: <c>Goodfellow 2016, MIT</c>.</summary>
/// <remarks>
/// The content is cut at <c>,</c>, <c>;</c>, <c>|</c> and <c> - </c>, and before and behind the year; each piece is then a
/// name, a publisher, a word that says nothing of either (a course's code, <c>Keynote</c>), or not understood.
/// </remarks>
internal static class CitationDetailsReader
{
    /// <summary>Reads one citation.</summary>
    /// <param name="text">What the spans count in.</param>
    /// <param name="content">The citation without its brackets; at most a few hundred code units.</param>
    /// <param name="span">The citation with its brackets.</param>
    /// <param name="title">What stands before it; an abbreviation of that is no citation.</param>
    /// <param name="policy">What a name without a year can be.</param>
    /// <returns>Null when the brackets hold something else.</returns>
    public static CitationDetails? Read(string text, TextSpan content, TextSpan span, ReadOnlySpan<char> title, NamePolicy policy)
    {
        // "in press" stands for a year, of somebody or something.
        var undated = CitationYear.FindUndated(text.AsSpan(content.Start, content.Length));
        var pieces = Cut(text, undated < 0 ? content : content with { Length = undated }, out var year);
        var hasYear = year is not null || (undated >= 0 && pieces.Count > 0);
        var citation = new Collector(text);
        var publishers = pieces.ConvertAll(piece => IsPublisher(text, piece));
        var known = publishers.Count(isPublisher => isPublisher);
        var unknown = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var others = known - (publishers[i] ? 1 : 0);
            if (citation.TryAdd(pieces[i], new Surroundings(i, hasYear, HasPublisher: others > 0, policy))) continue;
            unknown++;
            if (i == 0) return null;
        }

        var isCitation = hasYear
            || (unknown == 0 || citation is { Authors.Count: > 0, Publishers.Count: > 0 }) && !IsAbbreviation(text, content, title)
            && citation.SaysEnough(policy);
        return isCitation ? citation.ToDetails(year, span, isWhole: unknown == 0) : null;
    }

    /// <summary>Reads <c>Author (2015)</c>, where only the year is in brackets.</summary>
    /// <returns>Null unless it is exactly that.</returns>
    public static CitationDetails? ReadByline(string text, TextSpan names, TextSpan content)
    {
        var rest = Cut(text, content, out var year);
        var citation = new Collector(text);
        var isByline = year is not null && rest.Count == 0
            && citation.TryAdd(new Piece(Tidy(text, names), AfterYear: false), new Surroundings(0, HasYear: true, HasPublisher: false, NamePolicy.KnownPublishers))
            && citation.Authors.Count > 0;
        var start = citation.AuthorsSpan?.Start ?? 0;
        return isByline ? citation.ToDetails(year, new TextSpan(start, content.End + 1 - start), isWhole: true) : null;
    }

    /// <summary>Cuts at separators and around the first year; empty pieces are left out.</summary>
    private static List<Piece> Cut(string text, TextSpan content, out TextSpan? year)
    {
        var pieces = new List<Piece>();
        year = null;
        var start = content.Start;
        for (var i = content.Start; i <= content.End; i++)
        {
            if (i < content.End && !IsSeparator(text, i)) continue;
            var segment = new TextSpan(start, i - start);
            if (year is null && CitationYear.Find(text.AsSpan(start, segment.Length)) is >= 0 and var at)
            {
                year = new TextSpan(start + at, CitationYear.Length);
                Add(new TextSpan(start, at), afterYear: false);
                var behind = CitationYear.EndOf(text, start + at);
                segment = new TextSpan(behind, i - behind);
                Add(segment, afterYear: true);
            }
            else
            {
                // After a bar nothing is said of what the year was said of: "Title | PyCon 2018 | Speaker".
                var isAfterBar = start > content.Start && text[start - 1] == '|';
                Add(segment, afterYear: year is not null && !isAfterBar);
            }

            start = i + 1;
        }

        return pieces;

        void Add(TextSpan piece, bool afterYear)
        {
            var tidy = Tidy(text, piece);
            if (tidy.Length > 0) pieces.Add(new Piece(tidy, afterYear));
        }
    }

    private static bool IsSeparator(string text, int at) =>
        text[at] is ',' or ';' or '|' || (text[at] is '-' or '–' && text[at - 1] == ' ' && at + 1 < text.Length && text[at + 1] == ' ');

    private static TextSpan Tidy(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '(' or ')' or ':')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '(' or ')' or ':')) end--;
        if (text.AsSpan(start, end - start).StartsWith("by ", StringComparison.OrdinalIgnoreCase)) start += 3;
        return new TextSpan(start, end - start);
    }

    private static bool IsPublisher(string text, Piece piece) => Organisations.Is(text.AsSpan(piece.Span.Start, piece.Span.Length));

    /// <summary>True for the initials of the title's last words: <c>Singular Value Decomposition (SVD)</c>.</summary>
    private static bool IsAbbreviation(string text, TextSpan content, ReadOnlySpan<char> title)
    {
        var letters = text.AsSpan(content.Start, content.Length).Trim();
        if (letters.Length < 2 || letters.Contains(' ')) return false;
        if (letters.EndsWith("s")) letters = letters[..^1];

        var at = letters.Length;
        for (var i = title.Length - 1; i >= 0 && at > 0; i--)
        {
            var isInitial = char.IsLetter(title[i]) && (i == 0 || !char.IsLetterOrDigit(title[i - 1]));
            if (!isInitial) continue;
            if (char.ToUpperInvariant(title[i]) == char.ToUpperInvariant(letters[at - 1])) at--;
            else if (char.IsUpper(title[i])) return false;
        }

        return at == 0;
    }

    /// <summary>One part of a citation, without white space around it.</summary>
    internal readonly record struct Piece(TextSpan Span, bool AfterYear);

    /// <summary>What is around a piece and helps to tell what it is.</summary>
    /// <param name="Index">0 for the first piece.</param>
    /// <param name="HasYear">True when the citation has a year.</param>
    /// <param name="HasPublisher">True when another piece is a publisher.</param>
    /// <param name="Policy">What a name without a year can be.</param>
    internal readonly record struct Surroundings(int Index, bool HasYear, bool HasPublisher, NamePolicy Policy);

    /// <summary>Puts each piece where it belongs.</summary>
    private sealed class Collector(string text)
    {
        private bool namesSite;

        public List<TextSpan> Authors { get; } = [];

        public List<string> Publishers { get; } = [];

        private bool HasOthers { get; set; }

        public TextSpan? AuthorsSpan => Authors is [] ? null : new TextSpan(Authors[0].Start, Authors[^1].End - Authors[0].Start);

        /// <summary>False when the piece is not understood.</summary>
        public bool TryAdd(Piece piece, Surroundings around)
        {
            var words = text.AsSpan(piece.Span.Start, piece.Span.Length);
            if (Organisations.IsSite(words)) return namesSite = true;

            var isSurname = around is { Index: 0, HasYear: true } && !piece.AfterYear && Organisations.IsSurname(words);
            var isPublisher = Organisations.Is(words)
                ? !(isSurname && (around.HasPublisher || around.Policy == NamePolicy.KnownPublishers))
                : IsPublisherByPlace(words, piece, around);
            if (isPublisher)
            {
                var name = Organisations.WithoutCodes(words);
                if (name.Length > 0) Publishers.Add(name);
                return true;
            }

            if (CommonWords.SayNothing(words) || ((piece.AfterYear || around.HasPublisher) && CommonWords.ContainsDescription(words))) return true;
            return !piece.AfterYear && TryAddNames(piece.Span, around);
        }

        /// <summary>Without a year a citation must name someone, and a single word is a name only where the kind says so.</summary>
        public bool SaysEnough(NamePolicy policy)
        {
            if (Authors is []) return Publishers is not [] || namesSite;
            if (HasOthers) return true;
            var isFull = Authors.Exists(a => text.AsSpan(a.Start, a.Length).Contains(' ')) || Publishers is not [];
            return policy switch
            {
                NamePolicy.KnownPublishers => false,
                NamePolicy.FullNames => isFull,
                _ => true,
            };
        }

        public CitationDetails ToDetails(TextSpan? year, TextSpan span, bool isWhole) => new()
        {
            Authors = [.. Authors.Select(a => text.Substring(a.Start, a.Length))],
            AuthorsSpan = AuthorsSpan,
            Year = year is { } digits ? CitationYear.ValueOf(text, digits) : null,
            YearSpan = year,
            Publisher = Publishers is [] ? null : string.Join(", ", Publishers),
            IsSite = namesSite && Publishers is [] && Authors is [],
            IsWhole = isWhole,
            Span = span,
        };

        private static bool IsPublisherByPlace(ReadOnlySpan<char> words, Piece piece, Surroundings around)
        {
            words = Organisations.WithoutCodes(words);
            if (words.IsEmpty || CommonWords.ContainsAny(words)) return false;
            return piece.AfterYear
                ? PersonName.IsCapitalised(words)
                : around is { Index: > 0, HasYear: true } && PersonName.IsAcronym(words);
        }

        private bool TryAddNames(TextSpan span, Surroundings around)
        {
            var names = PersonName.Split(text, span, out var hasOthers);
            HasOthers |= hasOthers;
            if (names is [{ Length: 1 } initial, ..] && Authors is not [])
            {
                // "Boyd, S": a comma that separates no names.
                Authors[^1] = new TextSpan(Authors[^1].Start, initial.End - Authors[^1].Start);
                names.RemoveAt(0);
                if (names.Count == 0) return true;
            }

            foreach (var name in names)
            {
                if (!PersonName.Is(text.AsSpan(name.Start, name.Length), around.HasYear || hasOthers)) return false;
            }

            Authors.AddRange(names);
            return names.Count > 0;
        }
    }
}
