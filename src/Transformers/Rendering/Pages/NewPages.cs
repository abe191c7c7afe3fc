using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Scriban.Runtime;
using Transformers.Linking;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>What entered the vault last: a page, an Atom feed of all entries, and one of each kind.</summary>
internal sealed class NewPages(Site site, PageFrame frame)
{
    /// <summary>How many entries the page lists.</summary>
    private const int MostOnPage = 200;

    /// <summary>How many entries a feed holds.</summary>
    private const int MostInFeed = 50;

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>All of them; none where no dates are known.</summary>
    public IEnumerable<SiteFile> All()
    {
        var entries = DatedEntries.Of(site);
        if (entries.IsEmpty) yield break;

        yield return frame.Page(AddressBook.New, "new.html", links => Page(entries, links));
        if (site.Configuration.BaseUrl is not { } root) yield break;
        yield return Feed(AddressBook.Feed, site.Title, entries, root);
        foreach (var kind in entries.GroupBy(entry => entry.Entry.Entry.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            yield return Feed(AddressBook.FeedOf(kind.Key), $"{site.Title}: {kind.Key}", [.. kind], root);
        }
    }

    private ScriptObject Page(ImmutableArray<DatedEntry> entries, PageLinks links) =>
        Variables.Of(
            ("title", "What’s new"),
            ("description", null),
            ("breadcrumbs", Variables.List([Navigation.Link(site.Title, links.To(SiteAddress.Home))])),
            ("feed", site.Configuration.BaseUrl is null ? null : links.To(AddressBook.Feed)),
            ("more", Math.Max(0, entries.Length - MostOnPage)),
            ("days", Variables.List(entries.Take(MostOnPage).GroupBy(entry => DateOnly.FromDateTime(entry.Time.UtcDateTime)).Select(day => Variables.Of(
                ("date", day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("entries", Variables.List(day.Select(entry => DatedEntries.Record(entry.Entry, site, links)))))))));

    private SiteFile.Rendered Feed(SiteAddress address, string title, ImmutableArray<DatedEntry> entries, Uri root) => new(address, output =>
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" })) WriteFeed(xml, address, title, entries, root);
        output.Write(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    });

    // RFC 4287.
    private void WriteFeed(XmlWriter xml, SiteAddress address, string title, ImmutableArray<DatedEntry> entries, Uri root)
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteElementString("id", Atom, root + address.Value);
        xml.WriteElementString("title", Atom, Clean(title));
        xml.WriteElementString("updated", Atom, Timestamp(entries[0].Time));
        Link(xml, "self", root + address.Value);
        Link(xml, "alternate", root + AddressBook.New.Value);
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, Clean(site.Title));
        xml.WriteEndElement();
        foreach (var (entry, time) in entries.Take(MostInFeed))
        {
            var href = $"{root}{site.Addresses.Of(entry.Note)}#{Uri.EscapeDataString(entry.Entry.Anchor)}";
            xml.WriteStartElement("entry", Atom);
            xml.WriteElementString("id", Atom, href);
            xml.WriteElementString("title", Atom, Clean(entry.Entry.Citation!.Title!));
            xml.WriteElementString("updated", Atom, Timestamp(time));
            Link(xml, "alternate", href);
            if (entry.Entry.Url is { } url && Uri.IsWellFormedUriString(url, UriKind.Absolute)) Link(xml, "related", url);
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", entry.Entry.Kind);
            xml.WriteEndElement();
            if (!entry.Entry.Remarks.IsEmpty) xml.WriteElementString("summary", Atom, Clean(string.Join(' ', entry.Entry.Remarks)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", Clean(href));
        xml.WriteEndElement();
    }

    private static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // XML 1.0 has no place for most control characters, not even escaped.
    private static string Clean(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
}
