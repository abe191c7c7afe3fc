using System.Buffers;
using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Transformers.Diagnostics;
using Transformers.Export;
using Transformers.Parsing;
using Transformers.Publishing;
using Transformers.Text;

namespace Transformers.Cli;

/// <summary><c>transformers export</c>: writes the catalogue.</summary>
internal static class ExportCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        VaultOptions vault = new();
        FilterOptions filter = new();
        Option<string?> format = new("--format")
        {
            Description = "The format; without it the one that the output's name tells, else bibtex.",
            HelpName = string.Join('|', ExportFormat.All.Select(format => format.Name)),
        };
        format.AcceptOnlyFromAmong([.. ExportFormat.All.Select(format => format.Name)]);
        Option<FileInfo?> output = new("--output", "-o") { Description = "The file to write; without it standard output.", HelpName = "FILE" };
        Command command = new("export", "Writes the catalogue for other programs.") { format, output };
        filter.AddTo(command);
        vault.AddTo(command);
        command.SetAction(args =>
        {
            var report = new Report(TextWriter.Null, args.InvocationConfiguration.Error, vault.VerbosityOf(args), args.GetValue(vault.NoColor));
            var to = args.GetValue(output);
            return Run(vault.Open(args), FormatOf(args.GetValue(format), to), filter.Read(args), to, args.InvocationConfiguration, report, args.GetValue(vault.Strict));
        });
        return command;
    }

    private static ExportFormat FormatOf(string? name, FileInfo? output) =>
        ExportFormat.All.FirstOrDefault(format => format.Name == name)
        ?? ExportFormat.All.LastOrDefault(format => format.Extension.Equals(output?.Extension, StringComparison.OrdinalIgnoreCase))
        ?? ExportFormat.All[0];

    private static int Run(VaultInput input, ExportFormat format, EntryFilter filter, FileInfo? file, InvocationConfiguration console, Report report, bool isStrict)
    {
        if (file is not null && file.Extension.Equals(".md", StringComparison.OrdinalIgnoreCase)) throw new UnusableInputException($"'{file}' is named like a note; choose another name with --output.");
        RefuseUnknown(filter.Kinds, new NoteParser(input.Configuration));

        var site = SiteBuilder.Read(input.Vault, input.Configuration);
        var selection = CatalogueSelection.All(site.Value.Catalogue, site.Value.Addresses).Where(filter);
        var bytes = new ArrayBufferWriter<byte>();
        format.Write(selection, bytes);
        if (file is null) console.Output.Write(Encoding.UTF8.GetString(bytes.WrittenSpan));
        else WholeFile.Write(file, bytes.WrittenSpan);

        ImmutableArray<Diagnostic> diagnostics = [.. input.Diagnostics, .. site.Diagnostics];
        report.Diagnostics(diagnostics);
        report.Remark(selection.Entries.IsEmpty
            ? "No entry passes the filters; nothing but the format's frame was written."
            : file is null ? null : $"{Report.Many(selection.Works.Length, "work")} of {Report.Many(selection.Entries.Length, "entry", "entries")} written to '{file}' as {format.Name}.");
        return ExitCode.Of(diagnostics, isStrict);
    }

    private static void RefuseUnknown(ImmutableArray<string> kinds, NoteParser parser)
    {
        foreach (var kind in kinds.Where(kind => !parser.IsKind(kind)))
        {
            var closest = Likeness.Closest(kind, parser.Kinds, 1);
            throw new UnusableInputException($"'{kind}' is no kind; {(closest.IsEmpty ? $"the kinds are {string.Join(", ", parser.Kinds)}" : $"is '{closest[0]}' meant?")}");
        }
    }

    /// <summary>Which entries are wanted.</summary>
    private sealed class FilterOptions
    {
        private readonly Option<string[]> _kinds = new("--kind") { Description = "Only entries of this kind, or one nested under it; may be repeated.", HelpName = "KIND" };

        private readonly Option<string[]> _tags = new("--tag") { Description = "Only entries that bear this tag, or whose note does; may be repeated.", HelpName = "TAG" };

        private readonly Option<YearRange?> _years = new("--year") { Description = "Only works of this year or these years.", HelpName = "2020|2019..2022|2019..|..2022", CustomParser = ParseYears };

        private readonly Option<string[]> _notes = new("--note") { Description = "Only entries of notes whose path matches, such as 'AI/**'; may be repeated.", HelpName = "GLOB" };

        public void AddTo(Command command)
        {
            foreach (var option in new Option[] { _kinds, _tags, _years, _notes }) command.Add(option);
        }

        public EntryFilter Read(ParseResult args) => new()
        {
            Kinds = [.. args.GetValue(_kinds) ?? []],
            Tags = [.. args.GetValue(_tags) ?? []],
            Years = args.GetValue(_years),
            Notes = [.. args.GetValue(_notes) ?? []],
        };

        private static YearRange? ParseYears(ArgumentResult argument)
        {
            var written = argument.Tokens[^1].Value;
            if (YearRange.TryParse(written, out var years)) return years;
            argument.AddError($"'{written}' is no year and no range of years; write 2020, 2019..2022, 2019.. or ..2022.");
            return null;
        }
    }
}
