using System.Collections.Immutable;
using System.CommandLine;
using Transformers.Cli.Findings;
using Transformers.Diagnostics;

namespace Transformers.Cli;

/// <summary><c>transformers check</c>: says what is wrong, and writes nothing.</summary>
internal static class CheckCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        VaultOptions vault = new();
        Option<FindingFormat> format = new("--format")
        {
            Description = "How to write the findings: for people, for programs, for code scanning, or as annotations of a GitHub workflow.",
            HelpName = "text|json|sarif|github",
            DefaultValueFactory = _ => FindingFormat.Text,
        };
        Option<Severity> failOn = new("--fail-on")
        {
            Description = "The least severity that makes the exit code 1.",
            HelpName = "error|warning",
            DefaultValueFactory = _ => Severity.Error,
        };
        Command command = new("check", "Reports problems and writes nothing.") { format, failOn };
        vault.AddTo(command);
        command.SetAction(args =>
        {
            var input = vault.Open(args);
            var least = args.GetValue(vault.Strict) ? Severity.Warning : args.GetValue(failOn);
            return Run(input, args.GetValue(format), least, args.InvocationConfiguration.Output, args.GetValue(vault.Verbosity));
        });
        return command;
    }

    private static int Run(VaultInput input, FindingFormat format, Severity failOn, TextWriter output, Verbosity verbosity)
    {
        ImmutableArray<Diagnostic> found = [.. input.Diagnostics, .. SiteBuilder.Read(input.Vault, input.Configuration).Diagnostics];
        switch (format)
        {
            case FindingFormat.Json: JsonFindings.Write(found, output); break;
            case FindingFormat.Sarif: SarifFindings.Write(found, input.Folder, output); break;
            case FindingFormat.Github: GithubFindings.Write(found, input.Folder, output); break;
            default: TextFindings.Write(found, output, withSummary: verbosity != Verbosity.Quiet); break;
        }

        return found.Any(diagnostic => diagnostic.Rule.Severity >= failOn) ? ExitCode.Problems : ExitCode.Done;
    }
}
