using System.Collections.Immutable;
using Transformers.Catalogue;
using Transformers.Model;
using Transformers.Rendering.Pages;
using Transformers.Rendering.Pages.Works;

namespace Transformers.Rendering.Search;

/// <summary>What of a note can be found.</summary>
/// <remarks>Each byte of its body belongs to the innermost of: the note, its sections, its entries; none to two of them.</remarks>
internal static class SearchDocuments
{
    /// <summary>How many UTF-16 code units of text a document has at most; what is longer is several documents with one address.</summary>
    public const int LongestText = 8_000;

    /// <summary>The documents of a published note, in the order of their starts.</summary>
    public static IEnumerable<SearchDocument> Of(Note note, Site site)
    {
        var entries = site.Catalogue.EntriesOf(note);
        var units = UnitsOf(note);
        var texts = TextsOf(note.Body, units);
        var paths = PathsOf(note.Headings);
        for (var i = 0; i < units.Count; i++)
        {
            var document = units[i] switch
            {
                { Entry: { } entry } => OfEntry(entries[entry], texts[i], note, site),
                { Heading: { } heading } => OfSection(note.Headings[heading], paths[heading], texts[i], note, site),
                _ => OfNote(texts[i], note, site),
            };
            foreach (var part in PartsOf(document)) yield return part;
        }
    }

    /// <summary>A part of the body with an address.</summary>
    private readonly record struct Unit(ByteRange Html, int? Heading, int? Entry);

    private static List<Unit> UnitsOf(Note note)
    {
        List<Unit> units =
        [
            new(note.Body.All, null, null),
            .. note.Headings.Select((heading, place) => new Unit(heading.Section, place, null)).Where(unit => note.Headings[unit.Heading!.Value].Anchor.Length > 0),
            .. note.Entries.Select((entry, place) => new Unit(entry.Html, null, place)).Where(unit => IsOwn(note.Entries[unit.Entry!.Value])),
        ];
        // Stable, so that of two with one range the outer stays before the inner.
        return [.. units.OrderBy(unit => unit.Html.Start).ThenByDescending(unit => unit.Html.End)];
    }

    /// <summary>A bare address below an entry is part of that entry.</summary>
    private static bool IsOwn(Entry entry) => entry.Parent is null || entry.Citation?.Title is not null;

    private static BodyText[] TextsOf(Body body, List<Unit> units)
    {
        BodyText[] texts = [.. units.Select(_ => new BodyText())];
        var open = new Stack<int>();
        var at = 0;
        for (var i = 0; i < units.Count; i++)
        {
            CloseUntil(units[i].Html.Start);
            if (open.TryPeek(out var outer)) TakeTo(outer, units[i].Html.Start);
            open.Push(i);
        }

        CloseUntil(body.Html.Length);
        return texts;

        void CloseUntil(int position)
        {
            while (open.TryPeek(out var inner) && units[inner].Html.End <= position)
            {
                TakeTo(inner, units[inner].Html.End);
                open.Pop();
            }
        }

        void TakeTo(int unit, int end)
        {
            if (end <= at) return;
            texts[unit].Add(body.Html.Span[at..end]);
            at = end;
        }
    }

    private static SearchDocument OfNote(BodyText text, Note note, Site site) => new()
    {
        Page = site.Addresses.Of(note),
        Anchor = "",
        Kind = SearchDocument.NoteKind,
        Note = Short(note.Title),
        Title = Short(note.Title),
        Text = Lines([note.FrontMatter.Description ?? "", string.Join(", ", note.FrontMatter.Aliases), .. Properties.Shown(note).Select(property => TextOf(property.Value)), text.ToString()]),
        Kinds = [SearchDocument.NoteKind],
        Tags = TagsOf(text.Tags, note),
    };

    private static SearchDocument OfSection(Heading heading, string path, BodyText text, Note note, Site site)
    {
        var words = text.ToString();
        return new()
        {
            Page = site.Addresses.Of(note),
            Anchor = heading.Anchor,
            Kind = SearchDocument.SectionKind,
            Note = Short(note.Title),
            Title = Short(heading.Text),
            Section = path,
            Text = words,
            Lead = words.StartsWith(heading.Text, StringComparison.Ordinal) ? heading.Text.Length : 0,
            Kinds = [SearchDocument.SectionKind],
            Tags = TagsOf(text.Tags, note),
        };
    }

    private static SearchDocument OfEntry(CatalogueEntry listed, BodyText text, Note note, Site site)
    {
        var entry = listed.Entry;
        var words = text.ToString();
        var work = site.Catalogue.WorkOf(listed);
        var parent = entry.Parent is { } above ? note.Entries[above].Citation?.Title : null;
        return new()
        {
            Page = site.Addresses.Of(note),
            Anchor = entry.Anchor,
            Kind = entry.Kind,
            Note = Short(note.Title),
            Title = Short(entry.Citation?.Title ?? entry.Url ?? words),
            Authors = string.Join(", ", (entry.Citation?.Authors ?? []).Append(entry.Citation?.Publisher ?? "").Where(name => name.Length > 0)),
            Year = entry.Citation?.Year,
            Section = Path(parent is null ? entry.Section : entry.Section.Add(parent)),
            Text = words,
            Lead = LeadOf(words, entry),
            HasCode = work is not null && FinderRow.HasCode(work),
            HasTalk = work is not null && FinderRow.HasTalk(work),
            Kinds = entry.Kinds,
            Tags = TagsOf(text.Tags, note),
        };
    }

    /// <summary>Where in the text of an entry that begins which its title and citation do not say.</summary>
    private static int LeadOf(string text, Entry entry)
    {
        var name = entry.Citation?.Title ?? entry.Url;
        var at = name is null ? -1 : text.IndexOf(name, StringComparison.Ordinal);
        if (at < 0) return 0;
        var end = at + name!.Length;
        if (entry.Citation is { TitleSpan: { } title, CitationSpan: { } citation } && citation.Start >= title.Start) end = Math.Max(end, at - title.Start + citation.Start + citation.Length);
        while (end < text.Length && text[end] != '\n' && !char.IsLetterOrDigit(text[end]) && !char.IsSurrogate(text[end])) end++;
        return Math.Min(end, text.Length);
    }

    /// <summary>The headings above each heading.</summary>
    private static string[] PathsOf(ImmutableArray<Heading> headings)
    {
        var paths = new string[headings.Length];
        var above = new List<Heading>();
        for (var i = 0; i < headings.Length; i++)
        {
            var level = headings[i].Level;
            above.RemoveAll(heading => heading.Level >= level);
            paths[i] = Path(above.Where(heading => heading.Anchor.Length > 0).Select(heading => heading.Text));
            above.Add(headings[i]);
        }

        return paths;
    }

    private static IEnumerable<SearchDocument> PartsOf(SearchDocument document)
    {
        for (var (rest, isFirst) = (document.Text, true); isFirst || rest.Length > 0; isFirst = false)
        {
            var end = EndOfPart(rest);
            var part = end == rest.Length && isFirst ? document : document with { Text = rest[..end], Lead = isFirst ? Math.Min(document.Lead, end) : 0 };
            rest = rest[end..];
            yield return part;
        }
    }

    private static int EndOfPart(string text)
    {
        if (text.Length <= LongestText) return text.Length;
        var blank = text.LastIndexOfAny(['\n', ' '], LongestText - 1, LongestText / 2);
        return blank > 0 ? blank + 1 : char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
    }

    private static string TextOf(PropertyValue value) => value switch
    {
        PropertyValue.Text(var text) => text,
        PropertyValue.Number(_, var written) => written,
        PropertyValue.Link(_, var label) => label,
        PropertyValue.List(var items) => string.Join(", ", items.Select(TextOf).Where(text => text.Length > 0)),
        PropertyValue.Map(var items) => string.Join(", ", items.Select(item => TextOf(item.Value)).Where(text => text.Length > 0)),
        _ => "",
    };

    private static ImmutableArray<string> TagsOf(ImmutableArray<string> tags, Note note) => [.. note.FrontMatter.Tags.Concat(tags).Distinct(StringComparer.Ordinal)];

    private static string Path(IEnumerable<string> headings) => string.Join(" › ", headings.Select(Short));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));

    private static string Short(string text) => FinderRow.Short(text);
}
