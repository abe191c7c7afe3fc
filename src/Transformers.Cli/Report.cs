using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using Transformers.Diagnostics;
using Transformers.Publishing;
using Transformers.Rendering;

namespace Transformers.Cli;

/// <summary>What a build tells the person before the screen.</summary>
/// <param name="output">Where the summary goes.</param>
/// <param name="error">Where diagnostics and progress go.</param>
/// <param name="verbosity">How much is said.</param>
/// <param name="noColor">True for no colours, whatever the terminal can do.</param>
internal sealed class Report(TextWriter output, TextWriter error, Verbosity verbosity, bool noColor)
{
    /// <summary>How long work may take before its progress is drawn, and how often that is drawn.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);

    private readonly Ink _ink = Ink.For(noColor, Console.IsErrorRedirected);

    /// <summary>Does some work; where there is a terminal to draw on and it takes long, a line there says what is being done.</summary>
    public T WithProgress<T>(BuildClock clock, Func<T> work)
    {
        if (verbosity == Verbosity.Quiet || Console.IsErrorRedirected) return work();
        var task = Task.Run(work);
        Draw(() => clock.Now, task);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Waits for work that takes minutes; where there is no terminal a line says from time to time how far it is.</summary>
    /// <param name="now">What is being done.</param>
    /// <param name="work">Begins the work.</param>
    /// <param name="between">The time between two such lines.</param>
    public void WithProgress(Func<string> now, Func<Task> work, TimeSpan between)
    {
        var task = Task.Run(work);
        IAsyncResult running = task;
        if (verbosity != Verbosity.Quiet && !Console.IsErrorRedirected) Draw(now, task);
        while (!running.AsyncWaitHandle.WaitOne(between)) Remark($"{now()}.");
        task.GetAwaiter().GetResult();
    }

    /// <summary>Writes the findings that the verbosity asks for, a line each.</summary>
    public void Diagnostics(ImmutableArray<Diagnostic> diagnostics)
    {
        if (verbosity == Verbosity.Quiet) return;
        var least = verbosity == Verbosity.Detailed ? Severity.Info : Severity.Warning;
        foreach (var diagnostic in diagnostics.Where(found => found.Rule.Severity >= least)) error.WriteLine(_ink.Line(diagnostic));
    }

    /// <summary>Writes a line for those who asked for details.</summary>
    public void Detail(string line)
    {
        if (verbosity == Verbosity.Detailed) error.WriteLine(line);
    }

    /// <summary>Writes what was built, where it is and how long it took.</summary>
    /// <param name="site">What the site holds.</param>
    /// <param name="published">What was written; null where nothing had to be built.</param>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="firstPage">Where a reader begins.</param>
    /// <param name="time">How long it took.</param>
    public void Summary(SiteFigures site, PublishSummary? published, ImmutableArray<Diagnostic> diagnostics, string firstPage, TimeSpan time)
    {
        if (verbosity == Verbosity.Quiet) return;
        output.WriteLine($"{Many(site.Notes, "note")}, {Many(site.Entries, "entry", "entries")} on {Many(site.Works, "work")}, {Many(site.Links, "link")}.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Many(site.Pages, "page")}, {Many(site.Files, "file")} in all: {published?.Written ?? 0:N0} written, {published?.Unchanged ?? site.Files:N0} unchanged, {published?.Deleted ?? 0:N0} deleted."));
        if (!diagnostics.IsEmpty)
        {
            var isHidden = verbosity < Verbosity.Detailed && diagnostics.Any(found => found.Rule.Severity == Severity.Info);
            var codes = diagnostics.CountBy(found => found.Rule.Code).OrderBy(code => code.Key, StringComparer.Ordinal).Select(code => string.Create(CultureInfo.InvariantCulture, $"{code.Key} {code.Value:N0}"));
            output.WriteLine($"{Counts(diagnostics)} By code: {string.Join(", ", codes)}." + (isHidden ? " Remarks are shown with --verbosity detailed." : ""));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(published is null ? "Nothing has changed since the last build; seen" : "Built")} in {time.TotalSeconds:0.00} s. Open {firstPage}"));
    }

    /// <summary>How many findings there are of each severity.</summary>
    public static string Counts(ImmutableArray<Diagnostic> diagnostics)
    {
        return $"{Many(Count(Severity.Error), "error")}, {Many(Count(Severity.Warning), "warning")}, {Many(Count(Severity.Info), "remark")}.";

        int Count(Severity severity) => diagnostics.Count(found => found.Rule.Severity == severity);
    }

    /// <summary>Writes a line to standard output.</summary>
    public void Result(string line)
    {
        if (verbosity != Verbosity.Quiet) output.WriteLine(line);
    }

    /// <summary>Writes a line to standard error; nothing for null.</summary>
    public void Remark(string? line)
    {
        if (line is not null && verbosity != Verbosity.Quiet) error.WriteLine(line);
    }

    /// <summary>A number with its noun.</summary>
    public static string Many(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    private void Draw(Func<string> now, IAsyncResult running)
    {
        if (running.AsyncWaitHandle.WaitOne(Patience)) return;
        Terminal().Status().Start(now(), status =>
        {
            while (!running.AsyncWaitHandle.WaitOne(Redraw)) status.Status(now());
        });
    }

    private IAnsiConsole Terminal() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(error),
        ColorSystem = noColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
    });
}
