using System.Collections.Immutable;
using System.CommandLine;
using Transformers.Diagnostics;
using Transformers.Publishing;
using Transformers.Vaults;

namespace Transformers.Cli;

/// <summary><c>transformers build</c>: makes the site.</summary>
internal static class BuildCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        VaultOptions vault = new();
        Option<DirectoryInfo> output = new("--output", "-o")
        {
            Description = "The folder to write the site to.",
            HelpName = "DIR",
            DefaultValueFactory = _ => new DirectoryInfo("site"),
        };
        Option<bool> accept = new("--accept") { Description = "Remember in the vault's transformers.lock what is published now; what is gone is forgotten, what has moved keeps its redirect." };
        Command command = new("build", "Builds the site.") { output, accept };
        vault.AddTo(command);
        command.SetAction((args, cancellation) =>
        {
            var report = new Report(args.InvocationConfiguration.Output, args.InvocationConfiguration.Error, args.GetValue(vault.Verbosity), args.GetValue(vault.NoColor));
            using var clock = new BuildClock();
            return Task.FromResult(Run(vault.Open(args), clock, args.GetRequiredValue(output), args.GetValue(accept), report, args.GetValue(vault.Strict), cancellation));
        });
        return command;
    }

    private static int Run(VaultInput input, BuildClock clock, DirectoryInfo output, bool accepts, Report report, bool isStrict, CancellationToken cancellation)
    {
        RefuseOverlap(input.Folder, output);
        var (site, published) = report.WithProgress(clock, () =>
        {
            var site = SiteBuilder.Build(input.Vault, input.Configuration, input.Theme, clock);
            cancellation.ThrowIfCancellationRequested();
            clock.BeginWriting(site.Value.Files.Length);
            return (site, SiteFolder.Write(
                output, site.Value.Files, input.Vault, clock, () => report.Remark($"Another build writes to '{output}'; waiting for it to end."), cancellation));
        });

        var change = accepts ? VaultLock.Accept(site.Value.Site, input) : VaultLock.Describe(site.Value.Site);
        ImmutableArray<Diagnostic> diagnostics = [.. input.Diagnostics, .. site.Diagnostics.Where(found => !accepts || !VaultLock.IsAccepted(found))];
        report.Diagnostics(diagnostics);
        if (input.Vault.History.Unknown is { } reason) report.Detail($"There are no dates, and no page of what is new: {reason}.");
        report.Summary(site.Value, published, diagnostics, Path.Combine(output.ToString(), "index.html"), clock.Elapsed);
        if (change is not null) report.Result(change);
        foreach (var line in clock.Lines()) report.Detail(line);
        return ExitCode.Of(diagnostics, isStrict);
    }

    // A site in its own vault would be read by the next build; one around it would be in danger from the deletion of stale files.
    private static void RefuseOverlap(DirectoryInfo vault, DirectoryInfo output)
    {
        var (notes, site) = (RealPath.Of(vault.FullName), RealPath.Of(output.FullName));
        if (RealPath.IsWithin(site, notes)) throw new UnusableInputException($"The output '{output}' is, or lies in, the vault '{vault}'; choose a folder outside it with --output.");
        if (RealPath.IsWithin(notes, site)) throw new UnusableInputException($"The output '{output}' holds the vault '{vault}'; choose a folder of its own with --output.");
    }
}
