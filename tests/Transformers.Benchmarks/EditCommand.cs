using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Transformers.Benchmarks.Runs;
using Transformers.Benchmarks.Vaults;

namespace Transformers.Benchmarks;

/// <summary><c>edit</c>: how soon <c>serve</c> shows a note that was saved.</summary>
internal static class EditCommand
{
    // The first edits run code for the first time.
    private const int WarmUp = 10;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Option<int> notes = new("--notes") { Description = "The size of the generated vault.", HelpName = "N", DefaultValueFactory = _ => 10_000 };
        Option<ulong> seed = new("--seed") { Description = "Its seed, and that of the edits.", HelpName = "S", DefaultValueFactory = _ => 1 };
        Option<int> edits = new("--edits") { Description = "How many edits are measured.", HelpName = "N", DefaultValueFactory = _ => 200 };
        Option<double> pause = new("--pause") { Description = "The longest pause between two edits, in seconds; each is chosen at random.", HelpName = "SECONDS", DefaultValueFactory = _ => 2 };
        Option<FileInfo> tool = new("--tool") { Description = "The executable.", HelpName = "FILE", DefaultValueFactory = _ => new FileInfo("src/Transformers.Cli/bin/Release/net10.0/Transformers.Cli") };
        Option<DirectoryInfo> work = new("--work") { Description = "A folder for the vault, which goes at the end.", HelpName = "DIR", DefaultValueFactory = _ => new DirectoryInfo(Path.GetTempPath()) };
        Command command = new("edit", "Serves a vault, saves notes of it, and measures how soon their open pages are told to reload and have the new text.") { notes, seed, edits, pause, tool, work };
        command.SetAction(args => Run(
            new GeneratedVault(args.GetValue(notes), args.GetValue(seed)), args.GetValue(edits), TimeSpan.FromSeconds(args.GetValue(pause)), args.GetRequiredValue(tool),
            Directory.CreateDirectory(Path.Combine(args.GetRequiredValue(work).FullName, $"edited-{Environment.ProcessId}")), args.InvocationConfiguration.Output));
        return command;
    }

    private static async Task Run(GeneratedVault vault, int count, TimeSpan pause, FileInfo tool, DirectoryInfo folder, TextWriter output)
    {
        try
        {
            GenerateCommand.Write(vault, folder);
            using var site = ServedSite.Start(tool.FullName, folder.FullName);
            var dice = new Dice(vault.Seed);
            var (told, shown, spent) = (new List<double>(), new List<double>(), new List<double>());
            var started = TimeSpan.Zero;
            for (var edit = 0; edit < WarmUp + count; edit++)
            {
                if (edit == WarmUp) started = site.ProcessorTime;
                var (untilTold, untilShown, processorTime) = await Edit(site, folder, GeneratedVault.NameOf(dice.Below(vault.Count)), edit).ConfigureAwait(false);
                if (edit >= WarmUp)
                {
                    told.Add(untilTold.TotalMilliseconds);
                    shown.Add(untilShown.TotalMilliseconds);
                    spent.Add(processorTime.TotalMilliseconds);
                }

                await Task.Delay(pause * dice.Fraction()).ConfigureAwait(false);
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{vault.Count:N0} notes, {count:N0} edits, {Environment.ProcessorCount} processors, load {Load()}"));
            output.WriteLine();
            output.WriteLine("| ms from the write to | p50 | p95 | max |");
            output.WriteLine("| --- | ---: | ---: | ---: |");
            output.WriteLine(Row("the event", told));
            output.WriteLine(Row("the new page", shown));
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{spent.Average():0} ms of processor time from the write to the event on average, rebuilds that run meanwhile included"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{site.Rebuilds.Count:N0} rebuilds; processor time an edit {(site.ProcessorTime - started).TotalMilliseconds / count:0} ms in all; at most {site.PeakMemory / 1e6:0} MB"));
            if (site.Rebuilds.Count > 0) output.WriteLine(site.Rebuilds[^1]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Saves a note whose page is open.</summary>
    private static async Task<(TimeSpan Told, TimeSpan Shown, TimeSpan ProcessorTime)> Edit(ServedSite site, DirectoryInfo folder, string name, int number)
    {
        var file = Path.Combine(folder.FullName, name + ".md");
        var path = name == "_index" ? "" : name.ToLowerInvariant().Replace(' ', '-') + "/";
        var content = await site.Get(path).ConfigureAwait(false) ?? throw new InvalidOperationException($"There is no page '{path}'.");
        var events = await site.Listen(path, content).ConfigureAwait(false);
        var word = string.Create(CultureInfo.InvariantCulture, $"edited{number}times");
        var text = await File.ReadAllTextAsync(file).ConfigureAwait(false) + Addition(word, number);

        var before = site.ProcessorTime;
        var clock = Stopwatch.StartNew();
        Save(file, text, byRenaming: number % 2 == 0);
        while (true)
        {
            using (events) await ServedSite.Reloaded(events).ConfigureAwait(false);
            var told = clock.Elapsed;
            var spent = site.ProcessorTime - before;
            content = await site.Get(path).ConfigureAwait(false) ?? "";
            if (content.Contains(word, StringComparison.Ordinal)) return (told, clock.Elapsed, spent);

            // A rebuild came to its end that had begun before: the page was told of what earlier edits did to it, and goes on listening.
            events = await site.Listen(path, content).ConfigureAwait(false);
        }
    }

    private static string Addition(string word, int number) => (number % 3) switch
    {
        0 => $"\nOne more paragraph, {word}, with a link to [[_index]].\n",
        1 => $"\n## A section {word}\n\n- [ ] a task\n",
        _ => $"\n- #PAPER [A paper {word} (Author 2020)](https://example.org/{word}) ^{word}\n  - a remark\n",
    };

    // As editors do: some write into the file, some write another and put it in its place.
    private static void Save(string file, string text, bool byRenaming)
    {
        if (!byRenaming)
        {
            File.WriteAllText(file, text);
            return;
        }

        File.WriteAllText(file + "~", text);
        File.Move(file + "~", file, overwrite: true);
    }

    private static string Row(string name, List<double> times)
    {
        var sorted = times.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {At(.5):0} | {At(.95):0} | {sorted[^1]:0} |");

        double At(double part) => sorted[(int)Math.Ceiling(part * sorted.Length) - 1];
    }

    // What else the machine did: the figures mean something where it did nothing else.
    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";
}
