using System.Collections.Immutable;
using Transformers.Publishing;
using Transformers.Rendering.Templates;

namespace Transformers.BrowserTests.Support;

/// <summary>A site on the disk that a browser can open.</summary>
/// <param name="Folder">Its files.</param>
/// <param name="Home">The absolute address of its root, ending in <c>/</c>.</param>
/// <param name="Files">Every file's path in the site, in order.</param>
public sealed record VisitedSite(DirectoryInfo Folder, Uri Home, ImmutableArray<string> Files)
{
    private static readonly string[] Generated = ["tags", "catalog", "works", "search", "graph", "new", "pages"];

    /// <summary>The addresses of all pages from the root: empty for home, else with a <c>/</c> at the end.</summary>
    public IEnumerable<string> Pages => Files.Where(file => file == "index.html" || file.EndsWith("/index.html", StringComparison.Ordinal)).Select(file => file[..^"index.html".Length]);

    /// <summary>One page of each kind, the largest: of what the program makes, by the place among addresses; of notes, any.</summary>
    public IEnumerable<string> PageKinds => Pages.GroupBy(KindOf).Select(kind => kind.MaxBy(page => new FileInfo(Path.Combine(Folder.FullName, page, "index.html")).Length)!);

    /// <summary>The same, but of the sample every note, as each is a kind of its own.</summary>
    public IEnumerable<string> PageKindsOf(TestVault vault) =>
        vault == TestVault.Sample ? PageKinds.Union(PagesToRead.Where(page => KindOf(page).Name == "note")) : PageKinds;

    /// <summary>All pages but those that only lead to another.</summary>
    public IEnumerable<string> PagesToRead => Pages.Where(page => !File.ReadAllText(Path.Combine(Folder.FullName, page, "index.html")).Contains("http-equiv=\"refresh\"", StringComparison.Ordinal));

    private static (string Name, int Depth) KindOf(string page) =>
        page.Split('/') is [var first, .. var rest] && Generated.Contains(first) ? (first, rest.Length) : (page.Length == 0 ? "home" : "note", 0);

    /// <summary>The absolute address of a page or file.</summary>
    /// <param name="path">Its address from the root, with query and fragment if wanted: <c>ai/#^dpt</c>.</param>
    public Uri At(string path)
    {
        if (!Home.IsFile) return new(Home, path);
        var end = path.AsSpan().IndexOfAny('?', '#');
        var (page, rest) = end < 0 ? (path, "") : (path[..end], path[end..]);
        return new(Home + (page.Length == 0 || page.EndsWith('/') ? page + "index.html" : page) + rest);
    }

    /// <summary>Builds a vault's site below a folder.</summary>
    /// <param name="vault">What is built.</param>
    /// <param name="below">Where its folder is made.</param>
    /// <param name="address">The absolute address at which <paramref name="below"/> is served.</param>
    public static VisitedSite Of(TestVault vault, DirectoryInfo below, Uri address)
    {
        var opened = vault.Open();
        var folder = below.CreateSubdirectory(vault.Name);
        var built = SiteBuilder.Build(opened, vault.ConfigurationOf(opened), Theme.Default());
        SiteFolder.Write(folder, built.Value.Files, opened);
        var home = vault.IsOnDisk ? new Uri(folder.FullName + Path.DirectorySeparatorChar) : new Uri(address, vault.Name + "/");
        return new(folder, home, [.. built.Value.Files.Select(file => file.Address.FilePath)]);
    }
}
