using System.Collections.Immutable;
using Transformers.Diagnostics;
using Transformers.Locks;
using Transformers.Rendering;
using Transformers.Rendering.Templates;
using Transformers.Vaults;

namespace Transformers;

/// <summary>A built site.</summary>
/// <param name="Site">What it was made from.</param>
/// <param name="Files">Every file, each address once, in order.</param>
public sealed record BuiltSite(Site Site, ImmutableArray<SiteFile> Files)
{
    /// <summary>What it holds.</summary>
    public SiteFigures Figures => new(
        Site.Notes.Length, Site.Catalogue.Entries.Length, Site.Catalogue.Works.Length, Site.Notes.Sum(note => note.Links.Length), Files.Count(file => file.Address.IsPage), Files.Length);
}

/// <summary>The whole pipeline: a vault in, a site out.</summary>
public static class SiteBuilder
{
    /// <summary>Reads and renders. The same input gives the same output, byte for byte.</summary>
    /// <param name="vault">The files.</param>
    /// <param name="configuration">The owner's decisions.</param>
    /// <param name="theme">The templates.</param>
    /// <param name="progress">Told, from any thread, at each stage and after each file that is read.</param>
    /// <returns>The site, and everything that the stages found, in the order of the files.</returns>
    /// <exception cref="TemplateException">A template is not valid.</exception>
    public static StageResult<BuiltSite> Build(Vault vault, Configuration configuration, Theme theme, IProgress<BuildStep>? progress = null)
    {
        var site = Read(vault, configuration, progress);
        progress?.Report(new(BuildStage.Arranging));
        var arranged = SiteRenderer.Arrange(site.Value, theme);
        progress?.Report(new(BuildStage.Indexing));
        return new(new BuiltSite(site.Value, arranged.Files), site.Diagnostics);
    }

    /// <summary>The lock of a vault that accepts what its site publishes.</summary>
    /// <param name="site">The site.</param>
    /// <param name="vault">The vault, whose lock may remember what was moved.</param>
    public static AddressLock Accept(Site site, Vault vault) =>
        LockComparison.Accept(LockReader.Read(vault).Value ?? AddressLock.Empty, site.Notes, site.Catalogue, site.Addresses);

    /// <summary>Parses, links and catalogues: all that there is to know before a page is made.</summary>
    /// <inheritdoc cref="Build"/>
    public static StageResult<Site> Read(Vault vault, Configuration configuration, IProgress<BuildStep>? progress = null) => Workspace.Read(vault, configuration, progress).Site;
}
