using System.CommandLine;
using Transformers.Publishing;
using Transformers.Rendering.Templates;

namespace Transformers.Cli;

/// <summary>The command line as a whole: finds the command, maps failures to exit codes.</summary>
internal static class App
{
    /// <summary>Runs a command line.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where progress, diagnostics and failures go.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        RootCommand root = new("Turns a vault of Markdown notes into a catalogue and a static site.") { BuildCommand.Create() };
        var parsed = root.Parse(args);
        InvocationConfiguration configuration = new() { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        if (parsed.Errors.Count > 0)
        {
            foreach (var mistake in parsed.Errors) await error.WriteLineAsync($"transformers: {mistake.Message}").ConfigureAwait(false);
            await error.WriteLineAsync($"Try 'transformers {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help'.").ConfigureAwait(false);
            return ExitCode.Unusable;
        }

        try
        {
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("transformers: interrupted; what was written is whole, the next build goes on from there.").ConfigureAwait(false);
            return ExitCode.Interrupted;
        }
        catch (PublishException e)
        {
            return Fail(error, e, ExitCode.NotWritten);
        }
        catch (Exception e) when (e is UnusableInputException or TemplateException or IOException or UnauthorizedAccessException)
        {
            return Fail(error, e, ExitCode.Unusable);
        }
    }

    private static int Fail(TextWriter error, Exception e, int exitCode)
    {
        error.WriteLine($"transformers: {e.Message}");
        return exitCode;
    }
}
