using System.Diagnostics;

namespace Transformers.Tests.Support;

/// <summary>Programs of others that read what we write. A test that needs one which is not there is skipped, and says so.</summary>
internal static class Tool
{
    /// <summary>Runs biber's check of the data model on a file.</summary>
    /// <returns>Its warnings and errors.</returns>
    public static IEnumerable<string> Biber(string path)
    {
        Assert.SkipUnless(IsInstalled("biber"), "biber is not installed (apt-get install biber).");
        var said = Run("biber", "--tool", "--validate-datamodel", "--nolog", "--output-file", path + ".out", path);
        Assert.Contains("Datamodel validation complete", said, StringComparison.Ordinal);
        return said.Split('\n').Where(line => line.StartsWith("WARN", StringComparison.Ordinal) || line.StartsWith("ERROR", StringComparison.Ordinal));
    }

    /// <summary>Runs <c>tests/tools/citations/read.mjs</c>.</summary>
    public static string Citations(string command, params string[] files)
    {
        var folder = Repository.Folder("tests", "tools", "citations");
        Assert.SkipUnless(IsInstalled("node") && Directory.Exists(Path.Combine(folder, "node_modules")), "node or the packages of tests/tools/citations are not installed (npm ci --prefix tests/tools/citations).");
        return Run("node", [Path.Combine(folder, "read.mjs"), command, .. files]);
    }

    /// <summary>Runs <c>tests/tools/search/query.mjs</c>.</summary>
    public static string Search(string site, string file, string command)
    {
        Assert.SkipUnless(IsInstalled("node"), "node is not installed.");
        return Run("node", Repository.Folder("tests", "tools", "search", "query.mjs"), site, file, command);
    }

    /// <summary>True for a program on the PATH.</summary>
    public static bool IsInstalled(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 || program == "biber", $"{program} {string.Join(' ', args)}: {error.Result}");
        return output;
    }
}
