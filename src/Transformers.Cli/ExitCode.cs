using Transformers.Diagnostics;

namespace Transformers.Cli;

/// <summary>What the program tells the shell that called it.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but an error was reported, or with <c>--strict</c> a warning.</summary>
    public const int Problems = 1;

    /// <summary>Wrong usage, unreadable input or a configuration that is not valid: nothing was done.</summary>
    public const int Unusable = 2;

    /// <summary>The output could not be written.</summary>
    public const int NotWritten = 3;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;

    /// <summary>Done, with or without problems.</summary>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="isStrict">True where a warning is a problem.</param>
    public static int Of(IEnumerable<Diagnostic> diagnostics, bool isStrict) =>
        diagnostics.Any(found => found.Rule.Severity >= (isStrict ? Severity.Warning : Severity.Error)) ? Problems : Done;
}
