using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Transformers.Text;

namespace Transformers.Vaults;

/// <summary>The reading edge for history: what <c>git log</c> says was added to a folder.</summary>
public static class GitHistory
{
    private const string CommitMark = "commit ";
    private const string FileMark = "+++ ";

    /// <summary>Reads the history of a folder, by the program <c>git</c>.</summary>
    /// <returns>A history that says why nothing is known where there is no git, no repository, or only a part of the history.</returns>
    public static VaultHistory Read(DirectoryInfo folder)
    {
        try
        {
            if (Run(folder, "rev-parse", "--is-shallow-repository") is not { } shallow) return new([], "the vault is in no git repository");
            if (shallow.Trim() != "false") return new([], "the git history is not whole; fetch all of it (a workflow's checkout wants 'fetch-depth: 0')");
            return new(ReadLog(folder), null);
        }
        catch (Win32Exception)
        {
            return new([], "there is no program 'git'");
        }
    }

    /// <summary>What the history depends on alone: the commit that is checked out, whether all before it is there, the folder's place; null where none is known.</summary>
    public static string? State(DirectoryInfo folder)
    {
        try
        {
            return Run(folder, "rev-parse", "--is-shallow-repository", "--show-prefix") is { } place ? place + Run(folder, "rev-parse", "HEAD") : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static ImmutableArray<Addition> ReadLog(DirectoryInfo folder)
    {
        using var process = Start(folder, "-c", "core.quotePath=off", "log", "--reverse", "--no-color", "--no-renames", "--no-ext-diff", "--no-textconv", "--relative", "--unified=0", $"--format={CommitMark}%at", "-p", "--", "*.md");
        var additions = ImmutableArray.CreateBuilder<Addition>();
        var (time, path, bullets) = (default(DateTimeOffset), default(SourcePath), new StringBuilder());
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith(CommitMark, StringComparison.Ordinal))
            {
                Finish();
                time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(line.AsSpan(CommitMark.Length), CultureInfo.InvariantCulture));
            }
            else if (line.StartsWith(FileMark, StringComparison.Ordinal))
            {
                Finish();
                if (!SourcePath.TryParse(line[FileMark.Length..].TrimEnd('\t')["b/".Length..], out path) || VaultFolder.IsHidden(path)) path = null;
            }
            else if (IsAddedBullet(line))
            {
                bullets.Append(line.AsSpan(1).TrimStart()).Append('\n');
            }
        }

        Finish();
        return additions.ToImmutable();

        void Finish()
        {
            if (path is not null && bullets.Length > 0) additions.Add(new(time, path, bullets.ToString()));
            bullets.Clear();
            path = null;
        }
    }

    private static bool IsAddedBullet(string line)
    {
        if (line.Length < 3 || line[0] != '+') return false;
        var text = line.AsSpan(1).TrimStart();
        return text.Length > 2 && text[0] is '-' or '*' or '+' && text[1..].TrimStart() is ['#', ..];
    }

    private static string? Run(DirectoryInfo folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }

    private static Process Start(DirectoryInfo folder, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
