namespace Transformers.Benchmarks.Runs;

/// <summary>A program that makes something of a vault.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Command">The program and its arguments, for where it reads, where it writes, and what the contenders before it wrote in the same round.</param>
/// <param name="Environment">Variables to set.</param>
internal sealed record Contender(string Name, Func<string, string, IReadOnlyDictionary<string, string>, string[]> Command, Func<string, IReadOnlyDictionary<string, string>>? Environment = null)
{
    /// <summary>The contenders, in the order in which each round runs them.</summary>
    /// <param name="tool">The executable of this project.</param>
    /// <param name="others">The folder with the others' configurations and npm packages.</param>
    public static Contender[] All(string tool, string others) =>
    [
        new("Transformers", (vault, output, _) => [tool, "build", vault, "--output", output, "--verbosity", "quiet"]),
        new("Transformers, again", (vault, _, before) => [tool, "build", vault, "--output", before["Transformers"], "--verbosity", "quiet"]),
        new("plain copy of its site", (_, output, before) => ["cp", "-r", before["Transformers"], output]),
        new("Hugo", (vault, output, _) => ["hugo", "--quiet", "--noBuildLock", "--source", Path.Combine(others, "hugo"), "--contentDir", vault, "--destination", output, "--cacheDir", output + ".cache"]),
        new(
            "Eleventy",
            (vault, output, _) => ["node", Path.Combine(others, "node_modules/@11ty/eleventy/cmd.cjs"), $"--config={Path.Combine(others, "eleventy/eleventy.config.cjs")}", $"--input={vault}", $"--output={output}", "--quiet"],
            vault => new Dictionary<string, string> { ["VAULT"] = vault }),
        new("Pagefind, of Hugo's site", (_, output, before) => [Path.Combine(others, "node_modules/@pagefind/linux-x64/bin/pagefind_extended"), "--site", before["Hugo"], "--output-path", output, "--silent"]),
    ];
}
