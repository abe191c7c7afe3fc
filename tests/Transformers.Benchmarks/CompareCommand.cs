using System.CommandLine;
using System.Globalization;
using Transformers.Benchmarks.Runs;
using Transformers.Benchmarks.Vaults;

namespace Transformers.Benchmarks;

/// <summary><c>compare</c>: runs this tool and others on one vault, in turn.</summary>
internal static class CompareCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Option<int> notes = new("--notes") { Description = "The size of the generated vault.", HelpName = "N", DefaultValueFactory = _ => 1000 };
        Option<ulong> seed = new("--seed") { Description = "Its seed.", HelpName = "S", DefaultValueFactory = _ => 1 };
        Option<DirectoryInfo?> vault = new("--vault") { Description = "A vault to take instead of a generated one.", HelpName = "DIR" };
        Option<int> runs = new("--runs") { Description = "How many rounds; the medians are printed.", HelpName = "N", DefaultValueFactory = _ => 5 };
        Option<FileInfo> tool = new("--tool") { Description = "The published executable.", HelpName = "FILE", DefaultValueFactory = _ => new FileInfo("artifacts/native/Transformers.Cli") };
        Option<string[]> only = new("--only") { Description = "Only contenders whose name begins so; may be repeated.", HelpName = "NAME" };
        Option<DirectoryInfo> work = new("--work") { Description = "A folder for vaults and sites; what is made in it goes at the end. On /dev/shm the disk has no say.", HelpName = "DIR", DefaultValueFactory = _ => new DirectoryInfo(Path.GetTempPath()) };
        Command command = new("compare", "Runs this tool, Hugo, Eleventy and Pagefind on one vault, in turn.") { notes, seed, vault, runs, tool, only, work };
        command.SetAction(args => Compare(
            args.GetValue(vault), new GeneratedVault(args.GetValue(notes), args.GetValue(seed)), args.GetValue(runs), args.GetRequiredValue(tool), args.GetValue(only) ?? [],
            Directory.CreateDirectory(Path.Combine(args.GetRequiredValue(work).FullName, $"benchmark-{Environment.ProcessId}")), args.InvocationConfiguration.Output));
        return command;
    }

    private static void Compare(DirectoryInfo? vault, GeneratedVault generated, int rounds, FileInfo tool, string[] only, DirectoryInfo work, TextWriter output)
    {
        try
        {
            vault ??= new DirectoryInfo(Path.Combine(work.FullName, "vault"));
            if (!vault.Exists) GenerateCommand.Write(generated, vault);
            var contenders = Contender.All(tool.FullName, Path.GetFullPath("tests/Transformers.Benchmarks/others"))
                .Where(contender => only.Length == 0 || only.Any(name => contender.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))).ToArray();
            var runs = contenders.ToDictionary(contender => contender, _ => new List<Run>());
            var written = new Dictionary<string, string>();
            for (var round = 0; round < rounds; round++)
            {
                // Each into a new folder, and none is deleted before the end: ext4 passes over the inodes of what was deleted in the
                // last minutes, which makes writing after a deletion several times slower.
                foreach (var contender in contenders)
                {
                    var folder = Path.Combine(work.FullName, $"{Array.IndexOf(contenders, contender)}-{round}");
                    runs[contender].Add(Run.Of(contender.Command(vault.FullName, folder, written), contender.Environment?.Invoke(vault.FullName) ?? new Dictionary<string, string>(), work.FullName));
                    written[contender.Name] = Directory.Exists(folder) ? folder : written["Transformers"];
                }
            }

            Table(vault, contenders, runs, written, output);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static void Table(DirectoryInfo vault, Contender[] contenders, Dictionary<Contender, List<Run>> runs, Dictionary<string, string> written, TextWriter output)
    {
        var (noteCount, vaultBytes) = Size(vault.FullName);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{noteCount:N0} files, {vaultBytes / 1e6:0.0} MB in the vault; medians of {runs.First().Value.Count} rounds, {Environment.ProcessorCount} processors"));
        output.WriteLine();
        output.WriteLine("| program | wall s | CPU s | of it kernel s | peak MB | files | MB |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var contender in contenders)
        {
            var median = Run.Median(runs[contender]);
            var (files, bytes) = Size(written[contender.Name]);
            var failed = median.ExitCode > 1 ? $" (exit code {median.ExitCode})" : "";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {contender.Name}{failed} | {median.Wall:0.00} | {median.Cpu:0.00} | {median.System:0.00} | {median.Memory / 1e6:0} | {files:N0} | {bytes / 1e6:0.0} |"));
        }
    }

    private static (int Files, long Bytes) Size(string folder)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).ToArray();
        return (files.Length, files.Sum(file => file.Length));
    }
}
