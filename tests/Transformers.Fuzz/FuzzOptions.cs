using System.Globalization;

namespace Transformers.Fuzz;

/// <summary>What the command line asks for.</summary>
/// <param name="Seconds">How long to go on.</param>
/// <param name="Threads">How many at once.</param>
/// <param name="Seed">The same seed, on one thread, gives the same inputs.</param>
/// <param name="Out">Where finds are saved.</param>
/// <param name="Folders">Where notes are, at any depth.</param>
internal sealed record FuzzOptions(int Seconds, int Threads, int Seed, string Out, IReadOnlyList<string> Folders)
{
    public static FuzzOptions Read(string[] args)
    {
        var options = new FuzzOptions(60, Environment.ProcessorCount, 1, "artifacts/fuzz", []);
        var folders = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--seconds" => options with { Seconds = Number(args[++i]) },
                "--threads" => options with { Threads = Number(args[++i]) },
                "--seed" => options with { Seed = Number(args[++i]) },
                "--out" => options with { Out = args[++i] },
                _ => options,
            };
            if (!args[i].StartsWith("--", StringComparison.Ordinal) && (i == 0 || !args[i - 1].StartsWith("--", StringComparison.Ordinal))) folders.Add(args[i]);
        }

        return options with { Folders = folders.Count > 0 ? folders : ["tests/Transformers.Tests/Specs", "notes"] };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
