using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Scriban.Runtime;
using Transformers.Export;
using Transformers.Model;
using Transformers.Rendering.Pages;
using Transformers.Text;

namespace Transformers.Rendering.Machines;

/// <summary>What a page is about, in the words of schema.org, as JSON-LD 1.1.</summary>
/// <param name="site">The site.</param>
/// <param name="links">The page's links, for addresses where that of the site is not known.</param>
internal sealed class StructuredData(Site site, PageLinks links)
{
    private const string Context = "https://schema.org";

    // All letters as they are; "<", ">" and "&" are escaped in any case, so that nothing in it ends the script element.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes it for a page.</summary>
    /// <param name="page">The page's record: its <c>title</c> and <c>breadcrumbs</c>.</param>
    /// <param name="description">What it is about, or null.</param>
    /// <param name="about">More of that, or null.</param>
    /// <param name="output">Where to.</param>
    public void Write(ScriptObject page, string? description, PageSubject? about, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        var title = Variables.TextOf(page, "title") ?? "";
        json.WriteStartObject();
        json.WriteString("@context", Context);
        json.WriteStartArray("@graph");
        switch (about)
        {
            case PageSubject.OfSite: WriteSite(description, json); break;
            case PageSubject.OfNote(var note): WriteNote(note, title, description, json); break;
            case PageSubject.OfWork(var work): SchemaOrg.Write(work, AddressOf(links.Page), json); break;
            default: WritePage(about is PageSubject.Collection ? "CollectionPage" : "WebPage", title, description, json); break;
        }

        if (page.TryGetValue("breadcrumbs", out var crumbs) && crumbs is ScriptArray { Count: > 0 } way) WriteBreadcrumbs(way, title, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private string AddressOf(SiteAddress address) => Absolute(links.To(address));

    private string Absolute(string href) =>
        site.Configuration.BaseUrl is { } root ? new Uri(new Uri(root, links.Page.Value), href).AbsoluteUri : href;

    private void WriteSite(string? description, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("@type", "WebSite");
        json.WriteString("name", site.Title);
        json.WriteText("description", description);
        json.WriteString("url", AddressOf(SiteAddress.Home));
        json.WriteString("inLanguage", site.Configuration.Language);
        json.WriteEndObject();
    }

    private void WritePage(string type, string title, string? description, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("@type", type);
        json.WriteString("name", title);
        json.WriteText("description", description);
        WritePlace(json);
        json.WriteEndObject();
    }

    private void WriteNote(Note note, string title, string? description, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Article");
        json.WriteString("headline", title);
        json.WriteText("description", description);
        json.WriteTexts("keywords", note.FrontMatter.Tags);
        SchemaOrg.WriteNames("author", "Person", NoteFacts.AuthorsOf(note), json);
        json.WriteText("image", NoteFacts.ImageOf(note, site));
        json.WriteText("datePublished", NoteFacts.PublishedOn(note));
        json.WriteText("dateModified", NoteFacts.ModifiedOn(note));
        WritePlace(json);
        json.WriteEndObject();
    }

    private void WritePlace(Utf8JsonWriter json)
    {
        json.WriteString("url", AddressOf(links.Page));
        json.WriteString("inLanguage", site.Configuration.Language);
        json.WriteStartObject("isPartOf");
        json.WriteString("@type", "WebSite");
        json.WriteString("name", site.Title);
        json.WriteString("url", AddressOf(SiteAddress.Home));
        json.WriteEndObject();
    }

    private void WriteBreadcrumbs(ScriptArray way, string title, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("@type", "BreadcrumbList");
        json.WriteStartArray("itemListElement");
        var position = 0;
        foreach (var crumb in way.OfType<ScriptObject>()) WriteItem(Variables.TextOf(crumb, "title") ?? "", Absolute(Variables.TextOf(crumb, "href") ?? ""));
        WriteItem(title, AddressOf(links.Page));
        json.WriteEndArray();
        json.WriteEndObject();

        void WriteItem(string name, string address)
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", ++position);
            json.WriteString("name", name);
            json.WriteString("item", address);
            json.WriteEndObject();
        }
    }
}
