using System.Collections.Concurrent;
using Scriban.Runtime;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Rendering.Machines;
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
    private readonly PageHead _head;
    private readonly ConcurrentDictionary<(string ToRoot, string Part), (ScriptObject Page, SharedParts Parts)> _common = new();

    public PageFrame(Site site, Theme theme)
    {
        _site = site;
        _templates = theme.Templates;
        _hasDates = site.Dates.ByKey.Count > 0 && site.Catalogue.Entries.Any(entry => site.AddedOn(entry) is not null);
        _head = new PageHead(site, hasFeed: _hasDates && site.Configuration.BaseUrl is not null);
        var assets = new ScriptObject();
        foreach (var (name, address) in theme.Assets) assets.SetValue(name, address.Value, readOnly: true);
        _siteVariables = Variables.Of(
            ("title", site.Title),
            ("description", site.Configuration.Description),
            ("language", site.Configuration.Language),
            ("is_right_to_left", site.Configuration.IsRightToLeft),
            ("assets", assets),
            ("frame_hosts", Variables.List(FrameHosts(site.Configuration))),
            ("note_count", site.Notes.Length),
            ("is_served", !site.Configuration.LinksToFiles),
            ("work_count", site.Catalogue.Works.Length),
            ("entry_count", site.Notes.Sum(note => note.Entries.Length)));
    }

    // Whoever allows YouTube gets its host that sets no cookies.
    private static IEnumerable<string> FrameHosts(Vaults.Configuration configuration) =>
        configuration.Iframes.IsEmpty ? [] : configuration.Iframes.Append("www.youtube-nocookie.com").Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The links of a page.</summary>
    /// <remarks>
    /// A server shows <c>404.html</c> at any depth, where no relative link leads right; so its links begin at the host's root: with the path
    /// of the base address, without it as if the site had a host of its own. On disk it is only ever opened where it lies.
    /// </remarks>
    public PageLinks LinksOf(SiteAddress address) => new(address, _site.Configuration.LinksToFiles, address == AddressBook.NotFound ? RootPath : null);

    private string? RootPath => _site.Configuration switch
    {
        { BaseUrl: { } root } => root.AbsolutePath,
        { LinksToFiles: true } => null,
        _ => "/",
    };

    /// <summary>A page of the site, made when it is wanted.</summary>
    /// <param name="address">Where it stands.</param>
    /// <param name="template">The template that makes it.</param>
    /// <param name="page">What the template sees as <c>page</c>, besides what all pages have; <c>needs</c> where it needs more than the theme.</param>
    /// <param name="about">What programs are told that it is about; null for no more than its title.</param>
    public SiteFile Page(SiteAddress address, string template, Func<PageLinks, ScriptObject> page, PageSubject? about = null) =>
        new SiteFile.Rendered(address, output =>
        {
            var links = LinksOf(address);
            var variables = page(links);
            if (!variables.ContainsKey("needs")) variables.SetValue("needs", _needsNothing, readOnly: true);
            variables.SetValue("address", address.Value, readOnly: true);
            var (common, shared) = CommonWith(links);
            foreach (var (name, value) in common) variables.SetValue(name, value, readOnly: true);
            var description = _head.AddTo(variables, links, about);
            var all = Variables.Of(("site", _siteVariables), ("page", variables));

            // A template may say more of what its page is about than is known here.
            all.SetValue("description", description, readOnly: false);
            _templates.Render(template, all, shared, output);
        });

    // Links to the parts of a site depend on how deep a page lies, and on the part that it is of itself.
    private (ScriptObject Page, SharedParts Parts) CommonWith(PageLinks links)
    {
        var part = links.Page.Value[..(links.Page.Value.IndexOf('/', StringComparison.Ordinal) + 1)];
        if (!AddressAssigner.OwnPages.Contains(part)) part = "";
        return _common.GetOrAdd((links.ToRoot, part), _ =>
        {
            var page = Variables.Of(
                ("root", links.ToRoot),
                ("section", part.Length > 0 && links.Page.Value == part ? part : null),
                ("home", links.To(SiteAddress.Home)),
                ("tree_href", links.To(AddressBook.Tree)),
                ("tags_href", links.To(AddressBook.Tags)),
                ("new_href", _hasDates ? links.To(AddressBook.New) : null),
                ("graph_href", links.To(AddressBook.Graph)),
                ("search_href", links.To(AddressBook.Search)),
                ("catalogue_href", links.To(AddressBook.Catalogue)));
            return (page, new SharedParts(_templates, Variables.Of(("site", _siteVariables), ("page", page))));
        });
    }
}
