using Scriban.Runtime;
using Transformers.Catalogue;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Rendering.Machines;
using Transformers.Text;

namespace Transformers.Rendering.Pages.Works;

/// <summary>A page a work that has a title.</summary>
internal sealed class WorkPages(Site site, PageFrame frame)
{
    /// <summary>How many of a work's resources and identifiers its page shows.</summary>
    private const int MostResources = 100;

    /// <summary>How much of a remark search engines are told.</summary>
    private const int MostOfRemark = 200;

    private readonly Mentions _mentions = new(site, frame);
    private readonly RelatedWorks _related = new(site.Catalogue);

    /// <summary>All of them.</summary>
    public IEnumerable<SiteFile> All() =>
        from work in site.Catalogue.Works
        where work.Page is not null
        let mentioned = WorkPlaces.Mentioned(work, work.Page!.Value, site)
        from file in _mentions.Pages(mentioned).Prepend(frame.Page(mentioned.Page, "work.html", links => WorkPage(work, mentioned, links), about: new PageSubject.OfWork(work)))
        select file;

    private ScriptObject WorkPage(Work work, Mentioned mentioned, PageLinks links) => Variables.Of(
        ("title", work.Title),
        ("description", Description(work)),
        ("breadcrumbs", WorkRecords.Breadcrumbs(site, links, WorkRecords.CatalogueCrumb(links), (work.Kind, links.To(AddressBook.OfKind(work.Kind))))),
        ("key", work.Key),
        ("kind", work.Kind),
        ("kinds", Variables.List(WorkLists.KindsOf(work).Select(kind => Navigation.Link(kind, links.To(AddressBook.OfKind(kind)))))),
        ("authors", Variables.List(work.Authors.Take(MostResources).Select(author => Author(author, links)))),
        ("year", work.Year),
        ("year_href", work.Year is not null && site.Catalogue.Lists.OfYear(work.Year) is { } year ? links.To(year.Address) : null),
        ("publisher", work.Publisher),
        ("url", SafeUrl(work.Url)),
        ("host", WorkRecords.HostOf(work.Url)),
        ("identifiers", Variables.List(work.Identifiers.Take(MostResources).Select(identifier => Variables.Of(
            ("name", IdentifierLinks.NameOf(identifier.Scheme)), ("value", identifier.Value), ("href", IdentifierLinks.AddressOf(identifier)))))),
        ("resources", Variables.List(work.Resources.Take(MostResources).Select(ResourceRecord))),
        ("cite", CiteBox.Record(work)),
        ("listed", WorkPlaces.Listed(work, site, links)),
        ("mentioned", _mentions.Of(mentioned, links)),
        ("related", Variables.List(_related.Of(work).Select(related => Related(related.Work, related.Why, links)))));

    private ScriptObject Author(string name, PageLinks links) =>
        Variables.Of(("title", name), ("href", site.Catalogue.Lists.OfAuthor(name) is { HasPage: true } list ? links.To(list.Address) : null));

    private static ScriptObject ResourceRecord(Resource resource) => Variables.Of(
        ("kind", resource.Kind), ("title", resource.Title ?? WorkRecords.HostOf(resource.Url) ?? resource.Url), ("host", WorkRecords.HostOf(resource.Url)), ("href", SafeUrl(resource.Url)));

    // Eight of these stand on each page of a work: no more than is shown of them.
    private ScriptObject Related(Work work, Relation why, PageLinks links) => Variables.Of(
        ("title", work.Label),
        ("href", WorkRecords.Href(work, site, links)),
        ("kind", work.Kind),
        ("authors", WorkRecords.AuthorsOf(work)),
        ("year", work.Year),
        ("why", why switch { Relation.MentionedTogether => "mention", Relation.SameAuthor => "author", _ => "section" }));

    /// <summary>An address that a page may lead to; null for any other, as a browser could take it for a script.</summary>
    private static string? SafeUrl(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? url : null;

    /// <summary>Who made it and when, and what a curator says of it first.</summary>
    private static string Description(Work work)
    {
        var citation = string.Join(", ", new[] { WorkRecords.AuthorsOf(work), work.Publisher, work.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.Where(part => !string.IsNullOrEmpty(part)));
        var remark = work.Entries.SelectMany(entry => entry.Entry.Remarks).FirstOrDefault();
        return string.Join(". ", new[] { citation, remark is null ? null : Sentences.First(remark, MostOfRemark) }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
