using System.Diagnostics;
using System.Globalization;

namespace Transformers.Benchmarks.Runs;

/// <summary>One run of a program as a whole process, as the operating system accounts for it.</summary>
/// <param name="Wall">Seconds from start to end.</param>
/// <param name="User">Seconds of processor time in the program.</param>
/// <param name="System">Seconds of processor time in the kernel for it.</param>
/// <param name="Memory">The most memory it held, in bytes.</param>
/// <param name="ExitCode">What it returned.</param>
internal sealed record Run(double Wall, double User, double System, long Memory, int ExitCode)
{
    /// <summary>Seconds of processor time.</summary>
    public double Cpu => User + System;

    /// <summary>Runs a program under GNU time.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="folder">Where it runs.</param>
    public static Run Of(string[] command, IReadOnlyDictionary<string, string> environment, string folder)
    {
        var figures = Path.GetTempFileName();
        var start = new ProcessStartInfo("/usr/bin/time", ["--output", figures, "--format", "%e %U %S %M", "--quiet", .. command]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var line = File.ReadAllLines(figures)[^1].Split(' ');
        File.Delete(figures);
        return new(Number(line[0]), Number(line[1]), Number(line[2]), (long)Number(line[3]) * 1024, process.ExitCode);

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>The median of each figure.</summary>
    public static Run Median(IReadOnlyCollection<Run> runs)
    {
        return new(Of(run => run.Wall), Of(run => run.User), Of(run => run.System), (long)Of(run => run.Memory), runs.Max(run => run.ExitCode));

        double Of(Func<Run, double> figure) => runs.Select(figure).Order().ElementAt(runs.Count / 2);
    }
}
