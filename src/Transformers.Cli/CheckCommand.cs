using System.Collections.Immutable;
using System.CommandLine;
using Transformers.Cli.Findings;
using Transformers.Diagnostics;

namespace Transformers.Cli;

/// <summary><c>transformers check</c>: says what is wrong and, where it is asked to, mends what is safe.</summary>
internal static class CheckCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        VaultOptions vault = new();
        var format = WordOption.Of(
            "--format",
            "How to write the findings: for people, for programs, for code scanning, or as annotations of a GitHub workflow.",
            [FindingFormat.Text, FindingFormat.Json, FindingFormat.Sarif, FindingFormat.Github],
            FindingFormat.Text);
        var failOn = WordOption.Of("--fail-on", "The least severity that makes the exit code 1.", [Severity.Error, Severity.Warning], Severity.Error);
        Option<bool> fix = new("--fix") { Description = "Mend what is safe: insecure, tracking, replaced and moved links, what slipped into a link's parentheses." };
        Option<bool> external = new("--external")
        {
            Description = "Ask the outside links of the published notes, host by host and without haste, and keep what they answer in the vault's transformers.links. A link is dead (KB013) once it was missing on three days of a week or more.",
        };
        Option<string?> explain = new("--explain") { Description = "Say what a code means and how to mend it; without a code, list them.", HelpName = "CODE", Arity = ArgumentArity.ZeroOrOne };
        Command command = new("check", "Reports problems; writes nothing unless it is told to mend them, or to ask outside links.") { format, failOn, fix, external, explain };
        vault.AddTo(command);
        command.SetAction((args, cancellation) => Task.FromResult(Run(args, cancellation)));
        return command;

        int Run(ParseResult args, CancellationToken cancellation)
        {
            var output = args.InvocationConfiguration.Output;
            if (args.GetResult(explain) is not null)
            {
                output.WriteLine(Explanations.For(args.GetValue(explain)).TrimEnd());
                return ExitCode.Done;
            }

            var input = vault.Open(args);
            var isText = args.ValueOf<FindingFormat>(format) == FindingFormat.Text;
            if (args.GetValue(external)) input = ExternalCheck.Run(input, new Report(output, args.InvocationConfiguration.Error, vault.VerbosityOf(args), args.GetValue(vault.NoColor)), cancellation);
            if (args.GetValue(fix)) TextFindings.WriteMended(VaultMender.Mend(input), isText ? output : args.InvocationConfiguration.Error);

            ImmutableArray<Diagnostic> found = [.. input.Diagnostics, .. SiteBuilder.Read(input.Vault, input.Configuration).Diagnostics];
            var ink = Ink.For(args.GetValue(vault.NoColor), Console.IsOutputRedirected);
            Write(found, input, args.ValueOf<FindingFormat>(format), vault.VerbosityOf(args), ink, output);

            var least = args.GetValue(vault.Strict) ? Severity.Warning : args.ValueOf<Severity>(failOn);
            return found.Any(diagnostic => diagnostic.Rule.Severity >= least) ? ExitCode.Problems : ExitCode.Done;
        }
    }

    private static void Write(ImmutableArray<Diagnostic> found, VaultInput input, FindingFormat format, Verbosity verbosity, Ink ink, TextWriter output)
    {
        switch (format)
        {
            case FindingFormat.Json: JsonFindings.Write(found, output); break;
            case FindingFormat.Sarif: SarifFindings.Write(found, input.Folder, output); break;
            case FindingFormat.Github: GithubFindings.Write(found, input.Folder, output); break;
            default: TextFindings.Write(found, verbosity == Verbosity.Quiet ? null : new SourceLines(input.Vault), ink, output); break;
        }
    }
}
