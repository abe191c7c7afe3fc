using System.Globalization;
using Transformers.Rendering.Templates;

namespace Transformers.Cli.Serving;

/// <summary>Keeps a site up with its vault: the saved note at once, the rest as soon as nothing more comes.</summary>
/// <param name="site">The site.</param>
/// <param name="watch">What says when to look.</param>
/// <param name="report">Where rebuilds are told of.</param>
internal sealed class Rebuilding(LiveSite site, FolderWatch watch, Report report)
{
    /// <summary>How long no change must have come, so that a burst of them is read once.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(40);

    /// <summary>How much longer that is where a rebuild takes long and the page that is written is shown already.</summary>
    private const double QuietOfRebuild = 0.25;

    /// <summary>How long changes may go on coming before they are read all the same.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>How often to look without being told after a change: a watcher loses files that are made right after their folder.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>How long after a change to do so; then seldom.</summary>
    private static readonly TimeSpan Watchful = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(30);

    /// <summary>Runs until it is cancelled.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        var change = watch.Next(cancellation);
        var rebuild = Task.CompletedTask;
        DateTime? staleSince = null;
        var isShown = true;
        var lastChange = DateTime.MinValue;
        try
        {
            while (true)
            {
                var isBusy = !rebuild.IsCompleted;
                var next = isBusy ? rebuild : Task.Delay(staleSince is { } since ? UntilQuiet(since, isShown) : UntilLook(lastChange), cancellation);
                if (await Task.WhenAny(change, next) == change)
                {
                    isShown = Preview(await change) && (isShown || staleSince is null);
                    lastChange = DateTime.UtcNow;
                    staleSince ??= lastChange;
                    change = watch.Next(cancellation);
                }
                else
                {
                    await next;
                    if (isBusy) continue;
                    rebuild = Task.Run(Rebuild, cancellation);
                    staleSince = null;
                }
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAny(rebuild, Task.Delay(Soon, CancellationToken.None));
        }
    }

    private TimeSpan UntilQuiet(DateTime staleSince, bool isShown)
    {
        if (DateTime.UtcNow - staleSince > Longest) return TimeSpan.Zero;
        var rebuild = site.LastRebuild * QuietOfRebuild;
        return isShown && rebuild > Quiet ? rebuild : Quiet;
    }

    private TimeSpan UntilLook(DateTime lastChange) => !watch.IsWhole || DateTime.UtcNow - lastChange < Watchful ? Soon : Seldom;

    private bool Preview(IReadOnlySet<string> paths)
    {
        try
        {
            return site.Preview(paths);
        }
        catch (TemplateException e)
        {
            Fail(e);
            return false;
        }
    }

    private void Rebuild()
    {
        try
        {
            var done = site.Rebuild();
            site.Browsers.Show("");
            if (done is null) return;
            report.Diagnostics(done.Found);
            report.Result(string.Create(CultureInfo.InvariantCulture, $"Rebuilt in {done.Time.TotalSeconds:0.00} s: {Report.Many(done.Reparsed, "file")} read again. {Report.Counts(site.Diagnostics)}"));
        }
        catch (Exception e) when (e is UnusableInputException or TemplateException or IOException or UnauthorizedAccessException)
        {
            Fail(e);
        }
    }

    private void Fail(Exception e)
    {
        report.Remark($"The site could not be rebuilt; the last one stays. {e.Message}");
        site.Browsers.Show(e.Message);
    }
}
