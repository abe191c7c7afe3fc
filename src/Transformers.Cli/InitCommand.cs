using System.CommandLine;
using System.Text;
using Transformers.Cli.Starting;
using Transformers.Locks;
using Transformers.Publishing;
using Transformers.Vaults;

namespace Transformers.Cli;

/// <summary><c>transformers init</c>: what a vault needs to be published.</summary>
internal static class InitCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("dir") { Description = "The folder of notes; it is made where it does not exist.", DefaultValueFactory = _ => new DirectoryInfo(".") };
        Command command = new("init", "Makes a folder of notes ready to be published: a configuration, a lock of addresses, a workflow for GitHub Pages, and notes where there are none. Overwrites nothing.") { folder };
        command.SetAction(args => Run(args.GetRequiredValue(folder), args.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(DirectoryInfo folder, TextWriter output)
    {
        if (File.Exists(folder.FullName)) throw new UnusableInputException($"'{folder}' is a file; name the folder of notes.");
        var vault = new DirectoryInfo(RealPath.Of(folder.FullName));
        var hasNotes = vault.Exists && VaultFolder.Open(vault, _ => VaultHistory.None).Value.Files.Any(path => path.IsPage);
        if (!hasNotes)
        {
            Write(vault, "index.md", StartingFiles.Of("index.md", ("title", TitleOf(vault))), output);
            Write(vault, "Reading list.md", StartingFiles.Of("Reading list.md"), output);
        }

        Write(vault, Configuration.FileName, StartingFiles.Of(Configuration.FileName, ("title", Quoted(TitleOf(vault)))), output);
        WriteLock(vault, output);

        var repository = RepositoryOf(vault);
        var within = Path.GetRelativePath(repository.FullName, vault.FullName).Replace(Path.DirectorySeparatorChar, '/');
        var isNew = Write(repository, ".github/workflows/publish.yml", StartingFiles.Of("publish.yml", ("action", StartingFiles.Action), ("vault", Quoted(within))), output);
        Teach(folder, isNew, output);
        return ExitCode.Done;
    }

    private static void WriteLock(DirectoryInfo folder, TextWriter output)
    {
        var vault = VaultFolder.Open(folder, _ => VaultHistory.None).Value;
        if (vault.Files.Contains(LockReader.Path))
        {
            Write(folder, AddressLock.FileName, "", output);
            return;
        }

        var site = SiteBuilder.Read(vault, VaultOptions.ConfigurationOf(vault)).Value;
        Write(folder, AddressLock.FileName, SiteBuilder.Accept(site, vault).ToString(), output);
    }

    /// <summary>Writes a file that is not there.</summary>
    /// <returns>False for one that is.</returns>
    private static bool Write(DirectoryInfo folder, string path, string text, TextWriter output)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, path));
        var isNew = !Path.Exists(file.FullName) && file.LinkTarget is null;
        if (isNew) WholeFile.Write(file, Encoding.UTF8.GetBytes(text));
        output.WriteLine($"{(isNew ? "wrote" : "kept ")} {Path.GetRelativePath(Directory.GetCurrentDirectory(), file.FullName)}");
        return isNew;
    }

    private static void Teach(DirectoryInfo folder, bool hasNewWorkflow, TextWriter output)
    {
        var name = folder.ToString() is var written && written.Contains(' ', StringComparison.Ordinal) ? $"\"{written}\"" : written;
        output.WriteLine($"""

            Look at it while you write:    transformers serve {name} --open
            What could be better:          transformers check {name}
            The site as a folder:          transformers build {name} --output {(written is "." or "./" ? "../site" : "site")}
            """);
        if (!hasNewWorkflow) return;
        output.WriteLine("To publish it push to GitHub, and choose \"GitHub Actions\" as the source in the repository's settings, under Pages.");
        if (StartingFiles.Action == StartingFiles.UnknownAction) output.WriteLine($"In the workflow write the repository that you have Transformers from in place of '{StartingFiles.UnknownAction}'.");
    }

    /// <summary>The nearest folder at or above the vault that git keeps; the vault itself where there is none.</summary>
    private static DirectoryInfo RepositoryOf(DirectoryInfo vault)
    {
        for (var folder = vault; folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, ".git"))) return folder;
        }

        return vault;
    }

    private static string TitleOf(DirectoryInfo vault) => vault.Parent is null ? "Notes" : vault.Name.ReplaceLineEndings(" ");

    // A plain scalar of YAML where that is one, else a quoted one (YAML 1.2.2, 7.3.2).
    private static string Quoted(string text) =>
        text == "." || text.All(c => char.IsAsciiLetter(c) || c is '/' or '-' or '_') && char.IsAsciiLetter(text[0]) ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
