using System.Collections.Concurrent;
using Deque.AxeCore.Commons;

namespace Transformers.BrowserTests.Support;

/// <summary>A reader at a site: a page of the browser, and all that went wrong on it.</summary>
public sealed class Visit
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentBag<string> _forgiven = [];

    private Visit(VisitedSite site, IPage page) => (Site, Page) = (site, page);

    /// <summary>What is visited.</summary>
    public VisitedSite Site { get; }

    /// <summary>The browser's page.</summary>
    public IPage Page { get; }

    /// <summary>What nobody forgave: errors on the console (breaches of the Content-Security-Policy among them), exceptions, failed requests, requests to others.</summary>
    public IEnumerable<string> Problems => _problems.Where(problem => !_forgiven.Any(part => problem.Contains(part, StringComparison.Ordinal)));

    /// <summary>What the browser refused because of the page's Content-Security-Policy, forgiven or not.</summary>
    public IEnumerable<string> Refused => _problems.Where(problem => problem.Contains("Content Security Policy", StringComparison.Ordinal));

    /// <summary>Begins to watch a page.</summary>
    internal static Visit Of(VisitedSite site, IPage page)
    {
        var visit = new Visit(site, page);
        page.Console += (_, message) => visit.Note(message.Type == "error", $"console: {message.Text}");
        page.PageError += (_, message) => visit.Note(true, $"exception: {message}");
        page.Request += (_, request) => visit.Note(!visit.IsOwn(request.Url), $"request to another host: {request.Url}");
        page.RequestFailed += (_, request) => visit.Note(request.Failure != "net::ERR_ABORTED", $"failed: {request.Url}: {request.Failure}");
        page.Response += (_, response) => visit.Note(response.Status >= 400, $"status {response.Status}: {response.Url}");
        return visit;
    }

    /// <summary>Opens a page of the site and waits until all that it loads is there.</summary>
    /// <param name="path">Its address from the root, with query and fragment if wanted.</param>
    public Task<IResponse?> OpenAsync(string path) => Page.GotoAsync(Site.At(path).AbsoluteUri, new() { WaitUntil = WaitUntilState.Load });

    /// <summary>A problem that the test provokes on purpose.</summary>
    /// <param name="part">What its text contains.</param>
    public void Forgive(string part) => _forgiven.Add(part);

    /// <summary>Lets axe-core look for barriers on the page as it is now.</summary>
    /// <returns>What it found: rule, element, and why; empty is good.</returns>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        if (!await Page.EvaluateAsync<bool>("typeof axe === 'object'")) await Page.EvaluateAsync(Axe);
        return await Page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.flatMap((rule) =>
              rule.nodes.map((node) => `${rule.id} (${rule.help}): ${node.html.slice(0, 200)} ${node.any.map((check) => check.message).join(" ")}`))
            """);
    }

    private bool IsOwn(string url) => url.StartsWith(Site.Home.AbsoluteUri, StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal);

    private void Note(bool isProblem, string problem)
    {
        if (isProblem) _problems.Enqueue($"{Page.Url}: {problem}");
    }
}
