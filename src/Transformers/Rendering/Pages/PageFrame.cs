using Scriban.Runtime;
using Transformers.Model;
using Transformers.Rendering.Templates;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>What every page has in common: the site, its assets, the way from the root.</summary>
internal sealed class PageFrame
{
    private readonly Site _site;
    private readonly TemplateSet _templates;
    private readonly ScriptObject _siteVariables;
    private readonly ScriptObject _needsNothing = PageFeatures.Needs(BodyFeatures.None);
    private readonly bool _hasDates;

    public PageFrame(Site site, Theme theme)
    {
        _site = site;
        _templates = new TemplateSet(theme.Files);
        _hasDates = site.Catalogue.Entries.Any(entry => site.AddedOn(entry) is not null);
        var assets = new ScriptObject();
        foreach (var (name, address) in theme.Assets) assets.SetValue(name, address.Value, readOnly: true);
        _siteVariables = Variables.Of(
            ("title", site.Title),
            ("description", site.Configuration.Description),
            ("language", site.Configuration.Language),
            ("is_right_to_left", site.Configuration.IsRightToLeft),
            ("assets", assets),
            ("note_count", site.Notes.Length),
            ("work_count", site.Catalogue.Works.Length),
            ("entry_count", site.Notes.Sum(note => note.Entries.Length)));
    }

    /// <summary>The links of a page.</summary>
    public PageLinks LinksOf(SiteAddress address) => new(address, _site.Configuration.LinksToFiles);

    /// <summary>A page of the site, made when it is wanted.</summary>
    /// <param name="address">Where it stands.</param>
    /// <param name="template">The template that makes it.</param>
    /// <param name="page">What the template sees as <c>page</c>, besides what all pages have; <c>needs</c> where it needs more than the theme.</param>
    public SiteFile Page(SiteAddress address, string template, Func<PageLinks, ScriptObject> page) =>
        new SiteFile.Rendered(address, output =>
        {
            var links = LinksOf(address);
            var variables = page(links);
            if (!variables.ContainsKey("needs")) variables.SetValue("needs", _needsNothing, readOnly: true);
            variables.SetValue("address", address.Value, readOnly: true);
            variables.SetValue("root", links.ToRoot, readOnly: true);
            variables.SetValue("home", links.To(SiteAddress.Home), readOnly: true);
            variables.SetValue("tags_href", links.To(Linking.AddressBook.Tags), readOnly: true);
            variables.SetValue("new_href", _hasDates ? links.To(Linking.AddressBook.New) : null, readOnly: true);
            variables.SetValue("catalogue_href", links.To(Linking.AddressBook.Catalogue), readOnly: true);
            _templates.Render(template, Variables.Of(("site", _siteVariables), ("page", variables)), output);
        });
}
