using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Transformers.Cli.Serving;
using Transformers.Vaults;

namespace Transformers.Cli;

/// <summary><c>transformers serve</c>: shows the site in a browser while the vault is edited.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 8080;

    /// <summary>How many ports are tried when the default one is taken.</summary>
    private const int MostPorts = 20;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        VaultOptions vault = new();
        Option<int?> port = new("--port") { Description = "The port; without it 8080, or the first one after it that is free. 0 is any.", HelpName = "N" };
        Option<string> host = new("--host") { Description = "The address of this machine to listen at; 0.0.0.0 for all of them, so that others in the network can read.", HelpName = "ADDRESS", DefaultValueFactory = _ => "localhost" };
        Option<bool> open = new("--open") { Description = "Open the home page in a browser." };
        Command command = new("serve", "Shows the site in a browser, and each edit as it is saved.") { port, host, open };
        vault.AddTo(command);
        vault.Strict.Hidden = true;
        vault.Strict.Validators.Add(strict =>
        {
            if (!strict.Implicit) strict.AddError("'--strict' says how a command ends, and 'serve' goes on until it is stopped; 'transformers check --strict' asks for it.");
        });
        command.SetAction(async (args, cancellation) =>
        {
            var report = new Report(args.InvocationConfiguration.Output, args.InvocationConfiguration.Error, vault.VerbosityOf(args), args.GetValue(vault.NoColor));
            var address = AddressOf(args.GetRequiredValue(host));
            if (args.GetValue(port) is < 0 or > 65535) throw new UnusableInputException($"'{args.GetValue(port)}' is no port; write a number from 0 to 65535.");
            using var watch = Watch(args, vault, report);
            var history = new HistoryOfHead();
            try
            {
                await Serve(() => vault.Open(args, history.Read), address, args.GetValue(port), args.GetValue(open), watch, report, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // Nothing is written, so that whatever was being done can be left.
            }

            report.Result("Stopped.");
            return ExitCode.Interrupted;
        });
        return command;
    }

    private static async Task Serve(Func<VaultInput> vault, IPAddress address, int? port, bool opens, FolderWatch watch, Report report, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var site = await Task.Run(() => LiveSite.Open(vault), cancellation).WaitAsync(cancellation);
        report.Diagnostics(site.Diagnostics);
        await using var server = await Start(site, address, port, report, cancellation);
        report.Result(string.Create(CultureInfo.InvariantCulture, $"{Report.Many(site.NoteCount, "note")} read in {clock.Elapsed.TotalSeconds:0.00} s. Serving at {server.Address} (Ctrl+C ends it)."));
        if (opens) OpenBrowser(server.Address, report);
        await new Rebuilding(site, watch, report).Run(cancellation);
    }

    private static IPAddress AddressOf(string host)
    {
        if (host == "localhost") return IPAddress.Loopback;
        if (host == "*") return IPAddress.Any;
        return IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : throw new UnusableInputException($"'{host}' is no address of this machine; write localhost, 0.0.0.0, or one such as 192.168.1.20.");
    }

    private static FolderWatch Watch(ParseResult args, VaultOptions vault, Report report)
    {
        var watch = new FolderWatch();
        if (vault.FolderOf(args) is { } notes && Directory.Exists(notes.FullName)) watch.AddFolder(notes);
        if (vault.TemplatesOf(args) is { } templates && Directory.Exists(templates.FullName)) watch.AddFolder(templates);
        if (vault.ConfigOf(args) is { } config && File.Exists(config.FullName)) watch.AddFile(config);
        if (!watch.IsWhole) report.Remark("The system does not watch so many folders; changes are looked for once a second.");
        return watch;
    }

    private static async Task<SiteServer> Start(LiveSite site, IPAddress address, int? port, Report report, CancellationToken cancellation)
    {
        var first = port ?? DefaultPort;
        for (var tried = first; tried < first + (port is null ? MostPorts : 1); tried++)
        {
            if (await SiteServer.Start(site, address, tried, cancellation) is { } server) return server;
            if (port is null) report.Remark($"Port {tried} is taken; trying {tried + 1}.");
        }

        throw new UnusableInputException($"Port {first} is taken; choose another with --port, or any free one with --port 0.");
    }

    private static void OpenBrowser(Uri address, Report report)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            report.Remark($"No browser could be opened; go to {address}.");
        }
    }

    /// <summary>The history of git, read again only when another commit is checked out.</summary>
    private sealed class HistoryOfHead
    {
        private string? _state;
        private VaultHistory? _history;

        public VaultHistory Read(DirectoryInfo folder)
        {
            var state = GitHistory.State(folder);
            if (_history is null || state != _state) (_state, _history) = (state, GitHistory.Read(folder));
            return _history;
        }
    }
}
