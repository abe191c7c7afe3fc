using System.Collections.Immutable;
using System.CommandLine;
using Transformers.Caching;
using Transformers.Diagnostics;
using Transformers.Publishing;
using Transformers.Rendering;
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
        Option<bool> noCache = new("--no-cache") { Description = $"Build even if nothing has changed, and leave no {BuildCache.FolderName} beside the site." };
        Command command = new("build", "Builds the site.") { output, accept, noCache };
        vault.AddTo(command);
        command.SetAction((args, cancellation) =>
        {
            var report = new Report(args.InvocationConfiguration.Output, args.InvocationConfiguration.Error, vault.VerbosityOf(args), args.GetValue(vault.NoColor));
            using var clock = new BuildClock();
            var request = new Request(args.GetRequiredValue(output), args.GetValue(accept), !args.GetValue(noCache), args.GetValue(vault.Strict));

            // Beside the listing of the vault, which takes as long.
            var before = Task.Run(() => request.Accepts ? null : request.Cache?.Load(), cancellation);
            return Task.FromResult(Run(vault.Open(args, BuildInputs.NoHistory), request, before, clock, report, cancellation));
        });
        return command;
    }

    private static int Run(VaultInput input, Request request, Task<BuildRecord?> before, BuildClock clock, Report report, CancellationToken cancellation)
    {
        RefuseOverlap(input.Folder, request.Output);
        var key = BuildInputs.KeyOf(input);
        clock.BeginComparing();
        if (before.GetAwaiter().GetResult() is { } last && last.IsOf(key, input.Vault) && SiteFolder.IsAsWritten(request.Output, last.Manifest, Waiting, cancellation))
        {
            return Tell(last.Figures, null, last.Findings.Select(found => found.ToDiagnostic()), last.Remark);
        }

        var recorder = new VaultRecorder(input.Vault, BuildInputs.HistoryOf(input));
        var (site, published) = report.WithProgress(clock, () =>
        {
            var site = SiteBuilder.Build(recorder.Vault, input.Configuration, input.Theme, clock);
            cancellation.ThrowIfCancellationRequested();
            clock.BeginWriting(site.Value.Files.Length);
            return (site, SiteFolder.Write(request.Output, site.Value.Files, recorder.Vault, clock, Waiting, cancellation));
        });

        var (diagnostics, remark) = request.Accepts
            ? (site.Diagnostics.Where(found => !VaultLock.IsAccepted(found)), VaultLock.Accept(site.Value.Site, input))
            : (site.Diagnostics, VaultLock.Describe(site.Value.Site));
        if (request.Cache is { } cache && !request.Accepts && !TryKeep(cache, key, recorder, site, published, remark))
        {
            report.Detail($"{BuildCache.FolderName} could not be written beside the site; the next build makes everything anew.");
        }

        if (recorder.Vault.History.Unknown is { } reason) report.Detail($"There are no dates, and no page of what is new: {reason}.");
        return Tell(site.Value.Figures, published, diagnostics, remark);

        void Waiting() => report.Remark($"Another build writes to '{request.Output}'; waiting for it to end.");

        int Tell(SiteFigures figures, PublishSummary? written, IEnumerable<Diagnostic> found, string? remark)
        {
            ImmutableArray<Diagnostic> all = [.. input.Diagnostics, .. found];
            report.Diagnostics(all);
            report.Summary(figures, written, all, Path.Combine(request.Output.ToString(), "index.html"), clock.Elapsed);
            if (remark is not null) report.Result(remark);
            foreach (var line in clock.Lines()) report.Detail(line);
            return ExitCode.Of(all, request.IsStrict);
        }
    }

    private static bool TryKeep(BuildCache cache, string key, VaultRecorder recorder, StageResult<BuiltSite> site, PublishSummary published, string? remark) =>
        recorder.Hashes is not { } hashes
        || cache.TrySave(new(key, BuildRecord.HashOf(recorder.Vault), hashes, published.Manifest, site.Value.Figures, [.. site.Diagnostics.Select(RecordedFinding.Of)], remark));

    // A site in its own vault would be read by the next build; one around it would be in danger from the deletion of stale files.
    private static void RefuseOverlap(DirectoryInfo vault, DirectoryInfo output)
    {
        var (notes, site) = (RealPath.Of(vault.FullName), RealPath.Of(output.FullName));
        if (RealPath.IsWithin(site, notes)) throw new UnusableInputException($"The output '{output}' is, or lies in, the vault '{vault}'; choose a folder outside it with --output.");
        if (RealPath.IsWithin(notes, site)) throw new UnusableInputException($"The output '{output}' holds the vault '{vault}'; choose a folder of its own with --output.");
    }

    /// <summary>What a build is asked for besides the vault.</summary>
    /// <param name="Output">The folder to write to.</param>
    /// <param name="Accepts">True to remember what is published in the vault's lock.</param>
    /// <param name="UsesCache">True where a build that has nothing to do may say so.</param>
    /// <param name="IsStrict">True where warnings are problems.</param>
    private sealed record Request(DirectoryInfo Output, bool Accepts, bool UsesCache, bool IsStrict)
    {
        public BuildCache? Cache { get; } = UsesCache ? BuildCache.Beside(Output) : null;
    }
}
