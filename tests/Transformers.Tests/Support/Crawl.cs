using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Transformers.Tests.Support;

/// <summary>Follows every link of a site, as a reader's browser would.</summary>
internal static class Crawl
{
    private static readonly string[] Attributes = ["href", "src", "poster", "data"];

    /// <summary>What is wrong: links that leave the site by path, lead to no file, or name an <c>id</c> that is not there; ids given twice.</summary>
    public static IReadOnlyList<string> Problems(TestSite site)
    {
        var pages = site.Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal))
            .AsParallel()
            .Select(file => (file.Key, Document: new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(file.Value))))
            .ToDictionary(page => page.Key, page => page.Document, StringComparer.Ordinal);
        var ids = pages.AsParallel().ToDictionary(
            page => page.Key,
            page => page.Value.QuerySelectorAll("[id]").Select(element => element.Id!).ToArray(),
            StringComparer.Ordinal);
        var known = ids.ToDictionary(page => page.Key, page => page.Value.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

        var problems = new ConcurrentBag<string>();
        foreach (var (page, all) in ids)
        {
            foreach (var twice in all.GroupBy(id => id).Where(group => group.Count() > 1)) problems.Add($"{page}: the id '{twice.Key}' is given {twice.Count()} times");
        }

        foreach (var (page, document) in pages)
        {
            foreach (var link in document.All.SelectMany(LinksOf))
            {
                if (Check(page, link, site, known) is { } problem) problems.Add($"{page}: '{link}' {problem}");
            }
        }

        return [.. problems.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> LinksOf(IElement element) => Attributes.Select(element.GetAttribute).OfType<string>();

    private static string? Check(string page, string link, TestSite site, Dictionary<string, HashSet<string>> ids)
    {
        if (Uri.TryCreate(link, UriKind.Absolute, out _) || link.StartsWith("//", StringComparison.Ordinal)) return null;
        if (link.StartsWith('/'))
        {
            // What a server shows at any address begins at the root.
            if (page != "404.html") return "is not relative";
            link = link.Length > 1 ? link[1..] : "./";
        }

        var hash = link.IndexOf('#', StringComparison.Ordinal);
        var (path, fragment) = hash < 0 ? (link, "") : (link[..hash], Uri.UnescapeDataString(link[(hash + 1)..]));
        var target = Resolve(page, Uri.UnescapeDataString(path.Split('?')[0]));
        if (target is null) return "leads out of the site";
        if (!site.Files.ContainsKey(target)) return $"leads to no file ('{target}')";
        return fragment.Length == 0 || !ids.TryGetValue(target, out var there) || there.Contains(fragment) ? null : $"names an id that '{target}' has not";
    }

    private static string? Resolve(string page, string path)
    {
        if (path.Length == 0) return page;
        var segments = new Stack<string>(page.Split('/')[..^1]);
        foreach (var segment in path.Split('/'))
        {
            if (segment == "..")
            {
                if (!segments.TryPop(out _)) return null;
            }
            else if (segment is not ("" or "."))
            {
                segments.Push(segment);
            }
        }

        var target = string.Join('/', segments.Reverse());
        return path.EndsWith('/') || path is "." or ".." || path.EndsWith("/..", StringComparison.Ordinal) ? (target.Length == 0 ? "index.html" : target + "/index.html") : target;
    }
}
