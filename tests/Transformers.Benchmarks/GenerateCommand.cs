using System.CommandLine;
using System.Text;
using Transformers.Benchmarks.Vaults;

namespace Transformers.Benchmarks;

/// <summary><c>generate</c>: writes a vault.</summary>
internal static class GenerateCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Option<int> notes = new("--notes") { Description = "How many notes.", HelpName = "N", DefaultValueFactory = _ => 1000 };
        Option<ulong> seed = new("--seed") { Description = "Which of all such vaults; the same seed gives the same bytes.", HelpName = "S", DefaultValueFactory = _ => 1 };
        Option<DirectoryInfo> output = new("--output", "-o") { Description = "A folder that does not exist yet.", HelpName = "DIR", Required = true };
        Command command = new("generate", "Writes a vault that reads like a curator's: about 7.5 kB and 10 entries a note.") { notes, seed, output };
        command.SetAction(args => Run(args.GetValue(notes), args.GetValue(seed), args.GetRequiredValue(output), args.InvocationConfiguration));
        return command;
    }

    private static int Run(int notes, ulong seed, DirectoryInfo folder, InvocationConfiguration console)
    {
        if (folder.Exists)
        {
            console.Error.WriteLine($"'{folder}' exists; name a new folder with --output.");
            return 2;
        }

        console.Output.WriteLine($"{notes:N0} notes, {Write(new GeneratedVault(notes, seed), folder):N0} bytes in {folder}");
        return 0;
    }

    /// <summary>Writes a vault to a folder.</summary>
    /// <returns>How many bytes it has.</returns>
    public static long Write(GeneratedVault vault, DirectoryInfo folder)
    {
        var bytes = 0L;
        Parallel.For(0, vault.Count, note =>
        {
            var path = Path.Combine(folder.FullName, GeneratedVault.NameOf(note) + ".md");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var text = Encoding.UTF8.GetBytes(NoteWriter.Write(vault, note));
            File.WriteAllBytes(path, text);
            Interlocked.Add(ref bytes, text.Length);
        });
        return bytes;
    }
}
