using System.CommandLine;
using System.IO.Hashing;
using Transformers.Parsing;
using Transformers.Rendering.Templates;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Cli;

/// <summary>The options of every command that reads a vault, and what they stand for.</summary>
internal sealed class VaultOptions
{
    private readonly Argument<DirectoryInfo> _vault = new("vault")
    {
        Description = "The folder of notes to read.",
        DefaultValueFactory = _ => new DirectoryInfo("notes"),
    };

    private readonly Option<FileInfo?> _config = new("--config") { Description = "The configuration, if it is not the vault's own transformers.yml.", HelpName = "FILE" };

    private readonly Option<DirectoryInfo?> _templates = new("--templates") { Description = "A folder whose files replace the theme's of the same name.", HelpName = "DIR" };

    private readonly Option<string?> _baseUrl = new("--base-url") { Description = "The absolute address at which the site will stand; for feeds and search engines.", HelpName = "URL" };

    private readonly Option<bool> _drafts = new("--drafts") { Description = "Publish drafts too." };

    private readonly Option<string> _verbosity = WordOption.Of("--verbosity", "How much to say.", [Verbosity.Quiet, Verbosity.Normal, Verbosity.Detailed], Verbosity.Normal, "-v");

    /// <summary>Fails on warnings.</summary>
    public Option<bool> Strict { get; } = new("--strict") { Description = "Exit with 1 on warnings, not on errors only." };

    /// <summary>No colours.</summary>
    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours; the environment's NO_COLOR says the same." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_vault);
        foreach (var option in new Option[] { _config, _templates, _baseUrl, _drafts, Strict, _verbosity, NoColor }) command.Add(option);
    }

    /// <summary>The folder of notes, which may not exist.</summary>
    public DirectoryInfo FolderOf(ParseResult args) => args.GetRequiredValue(_vault);

    /// <summary>How much is said.</summary>
    public Verbosity VerbosityOf(ParseResult args) => args.ValueOf<Verbosity>(_verbosity);

    /// <summary>The folder of templates, or null.</summary>
    public DirectoryInfo? TemplatesOf(ParseResult args) => args.GetValue(_templates);

    /// <summary>The configuration that is not the vault's own, or null.</summary>
    public FileInfo? ConfigOf(ParseResult args) => args.GetValue(_config);

    /// <summary>The folder of notes, which exists and is readable.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="history">Reads the history of a folder; that of git where it is left out.</param>
    /// <exception cref="UnusableInputException">It is neither.</exception>
    public VaultInput Open(ParseResult args, Func<DirectoryInfo, VaultHistory>? history = null)
    {
        var folder = args.GetRequiredValue(_vault);
        if (File.Exists(folder.FullName)) throw new UnusableInputException($"'{folder}' is a file; name the folder of notes.");
        if (!Directory.Exists(folder.FullName)) throw new UnusableInputException($"There is no folder '{folder}'; name the folder of notes, as in 'transformers {args.CommandResult.Command.Name} my-notes'.");
        var opened = VaultFolder.Open(folder, history);
        if (!opened.Value.Files.Any(path => path.IsNote) && opened.Diagnostics.IsEmpty) throw new UnusableInputException($"There are no notes (*.md) in '{folder}'.");
        var (configuration, configurationKey) = Configure(args, opened.Value, ObsidianSettings.Read(VaultFolder.ObsidianSettingsIn(folder)));
        var (theme, themeKey) = Theme(args);
        return new(folder, opened.Value, configuration, theme, opened.Diagnostics, configurationKey, themeKey);
    }

    /// <summary>What a vault's own configuration says.</summary>
    /// <exception cref="UnusableInputException">It is not valid.</exception>
    public static Configuration ConfigurationOf(Vault vault) => Read(null, vault, Configuration.Default).Configuration;

    private (Configuration Configuration, string Key) Configure(ParseResult args, Vault vault, Configuration basis)
    {
        var (configuration, text) = Read(args.GetValue(_config), vault, basis);
        if (args.GetValue(_drafts)) configuration = configuration with { IncludesDrafts = true };
        if (args.GetValue(_baseUrl) is { } written)
        {
            if (!SiteUri.TryParse(written, out var uri)) throw new UnusableInputException($"'{written}' is no absolute address; write one such as https://example.org/notes/.");
            configuration = configuration with { BaseUrl = uri };
        }

        return (configuration, $"{configuration.IncludesDrafts}\n{configuration.StrictLineBreaks}\n{configuration.BaseUrl}\n{text}");
    }

    private static (Configuration Configuration, string Text) Read(FileInfo? file, Vault vault, Configuration basis)
    {
        var own = SourcePath.Parse(Configuration.FileName);
        if (file is not null && !File.Exists(file.FullName)) throw new UnusableInputException($"There is no file '{file}'.");
        if (file is null && !vault.Files.Contains(own)) return (basis, "");

        var path = file is not null && SourcePath.TryParse(file.Name, out var named) ? named : own;
        var source = file is null ? vault : new Vault([path], _ => File.ReadAllBytes(file.FullName));
        var text = TextDecoder.Read(source, path);
        if (text.Value is null) throw new UnusableInputException(string.Join('\n', text.Diagnostics));
        var configuration = ConfigurationReader.Read(text.Value, RuleBook.Codes, basis);
        return configuration.Diagnostics.IsEmpty ? (configuration.Value, text.Value.Text) : throw new UnusableInputException($"nothing was done.\n{string.Join('\n', configuration.Diagnostics)}");
    }

    private (Lazy<Theme> Theme, string Key) Theme(ParseResult args)
    {
        if (args.GetValue(_templates) is not { } folder) return (new(Rendering.Templates.Theme.Default), "");
        if (!Directory.Exists(folder.FullName)) throw new UnusableInputException($"There is no folder '{folder}'.");
        var files = folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => KeyValuePair.Create(
            Path.GetRelativePath(folder.FullName, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(file.FullName))).ToArray();
        var key = string.Join('\n', files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{XxHash3.HashToUInt64(file.Value):x16} {file.Key}"));
        return (new(() => Rendering.Templates.Theme.Default().With(files)), key);
    }
}
