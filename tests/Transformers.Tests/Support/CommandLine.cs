using Transformers.Cli;

namespace Transformers.Tests.Support;

/// <summary>Runs a command line in this process.</summary>
internal static class CommandLine
{
    public static async Task<(int Exit, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await App.RunAsync(args, output, error);
        return (exit, output.ToString(), error.ToString());
    }
}
