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
    private readonly Ink _ink = Ink.For(noColor, Console.IsErrorRedirected);

    /// <summary>Runs work that reports each file, and draws its progress where there is a terminal to draw on.</summary>
    public T WithProgress<T>(string what, int count, Func<IProgress<SiteFile>?, T> work)
    {
        if (verbosity == Verbosity.Quiet || Console.IsErrorRedirected || count < 1000) return work(null);
        T? result = default;
        Terminal().Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask(what, maxValue: count);
            result = work(new Counter(() => task.Increment(1)));
        });
        return result!;
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
    public void Summary(BuiltSite site, PublishSummary published, ImmutableArray<Diagnostic> diagnostics, string firstPage, TimeSpan time)
    {
        if (verbosity == Verbosity.Quiet) return;
        output.WriteLine($"{Many(site.Notes, "note")}, {Many(site.Entries, "entry", "entries")}, {Many(site.Links, "link")}: {Many(site.Files.Length, "file")} ({published.Written:N0} written, {published.Unchanged:N0} unchanged, {published.Deleted:N0} deleted).");
        if (!diagnostics.IsEmpty)
        {
            var isHidden = verbosity < Verbosity.Detailed && diagnostics.Any(found => found.Rule.Severity == Severity.Info);
            output.WriteLine(Counts(diagnostics) + (isHidden ? " Remarks are shown with --verbosity detailed." : ""));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Built in {time.TotalSeconds:0.00} s. Open {firstPage}"));
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

    private IAnsiConsole Terminal() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(error),
        ColorSystem = noColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
    });

    private sealed class Counter(Action count) : IProgress<SiteFile>
    {
        public void Report(SiteFile value) => count();
    }
}
