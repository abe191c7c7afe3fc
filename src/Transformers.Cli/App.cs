using System.CommandLine;
using System.CommandLine.Parsing;
using Transformers.Publishing;
using Transformers.Rendering.Templates;
using Transformers.Text;

namespace Transformers.Cli;

/// <summary>The command line as a whole: finds the command, maps failures to exit codes.</summary>
internal static class App
{
    /// <summary>Runs a command line.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where progress, diagnostics and failures go.</param>
    /// <param name="cancellation">Interrupts the command: a build between two files; it is how <c>serve</c> ends.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        output = new StandardStream(output, e => throw new PublishException($"Standard output can't be written: {e.Message}", e)) { NewLine = output.NewLine };

        // What is only told must not end what is done.
        error = new StandardStream(error, _ => { }) { NewLine = error.NewLine };
        RootCommand root = new("Turns a vault of Markdown notes into a catalogue and a static site.") { BuildCommand.Create(), ServeCommand.Create(), CheckCommand.Create(), ExportCommand.Create(), InitCommand.Create() };

        // Behind any command, as the help is; the library wants it to stand alone.
        var version = root.Options.OfType<VersionOption>().Single();
        version.Recursive = true;
        version.Validators.Clear();
        var parsed = root.Parse(args);
        InvocationConfiguration configuration = new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        if (args.Length == 0)
        {
            await root.Parse("--help").InvokeAsync(configuration, cancellation).ConfigureAwait(false);
            return ExitCode.Unusable;
        }

        if (parsed.Errors.Count > 0 || UnknownOption(args, parsed) is not null || EmptyPath(parsed) is not null)
        {
            Usage(args, parsed, root, error);
            return ExitCode.Unusable;
        }

        try
        {
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("transformers: interrupted; what was written is whole, the next run goes on from there.").ConfigureAwait(false);
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

    // A misspelt option would otherwise be taken for the vault's name.
    private static string? UnknownOption(string[] args, ParseResult parsed) =>
        args.TakeWhile(word => word != "--").FirstOrDefault(word =>
            word.StartsWith("--", StringComparison.Ordinal) && !OptionNames(parsed).Contains(word.Split('=', ':')[0], StringComparer.Ordinal));

    // What "$FOLDER" is where no such variable is set. The library sees it late or not at all.
    private static string? EmptyPath(ParseResult parsed) => parsed.CommandResult.Children.Where(part => part.Tokens is [{ Value: "" }]).Select(part => part switch
    {
        ArgumentResult { Argument: var argument } when argument.ValueType.IsAssignableTo(typeof(FileSystemInfo)) => argument.Name,
        OptionResult { Option: var option } when option.ValueType.IsAssignableTo(typeof(FileSystemInfo)) => option.Name,
        _ => null,
    }).FirstOrDefault(name => name is not null);

    private static IEnumerable<string> OptionNames(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options).SelectMany(option => option.Aliases.Append(option.Name));

    private static void Usage(string[] args, ParseResult parsed, RootCommand root, TextWriter error)
    {
        var isKnown = parsed.CommandResult.Command != root;
        if (!isKnown && parsed.UnmatchedTokens is [var word, ..])
        {
            var closest = Likeness.Closest(word, root.Subcommands.Select(command => command.Name), 1);
            error.WriteLine($"transformers: There is no command '{word}'{(closest.IsEmpty ? "." : $"; is '{closest[0]}' meant?")}");
        }
        else if (UnknownOption(args, parsed) is { } option)
        {
            var closest = Likeness.Closest(option, OptionNames(parsed), 1);
            error.WriteLine($"transformers: There is no option '{option}'{(closest.IsEmpty ? "." : $"; is '{closest[0]}' meant?")}");
        }
        else if (EmptyPath(parsed) is { } empty)
        {
            error.WriteLine($"transformers: '{empty}' is an empty name; write a path.");
        }
        else
        {
            foreach (var mistake in parsed.Errors) error.WriteLine($"transformers: {Describe(mistake)}");
        }

        error.WriteLine($"Try 'transformers {(isKnown ? parsed.CommandResult.Command.Name + " " : "")}--help'.");
    }

    // Of numbers, which the library reads by itself, it would name the type.
    private static string Describe(ParseError mistake) =>
        mistake.SymbolResult is OptionResult { Option: var option, Tokens: [var written] } && (Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType).IsPrimitive
            ? $"'{written.Value}' does not suit '{option.Name} <{option.HelpName}>'."
            : mistake.Message;

    private static int Fail(TextWriter error, Exception e, int exitCode)
    {
        error.WriteLine($"transformers: {e.Message}");
        return exitCode;
    }
}
