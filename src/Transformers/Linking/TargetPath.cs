using Transformers.Model;
using Transformers.Text;

namespace Transformers.Linking;

/// <summary>The path that a link names, freed of <c>.</c>, <c>..</c> and its first slash.</summary>
/// <param name="Value">The path; empty for the note itself.</param>
/// <param name="Base">From where it is to be looked for.</param>
internal readonly record struct TargetPath(string Value, TargetBase Base)
{
    /// <summary>Reads what was written.</summary>
    /// <returns>Null for a path that leads out of the vault.</returns>
    public static TargetPath? Read(LinkReference link, SourcePath from)
    {
        var written = link.Target.Trim();
        if (written.Length == 0) return new("", TargetBase.Anywhere);
        if (IsAbsolute(written)) return null;
        if (written[0] == '/') return Normalise("", written.TrimStart('/')) is { } rooted ? new(rooted, TargetBase.Root) : null;
        if (written.StartsWith("./", StringComparison.Ordinal) || written.StartsWith("../", StringComparison.Ordinal) || written is "." or "..")
        {
            return Normalise(from.Folder, written) is { } relative ? new(relative, TargetBase.Root) : null;
        }

        return Normalise("", written) is { } path ? new(path, TargetBase.Anywhere) : null;
    }

    // A URI of this machine, a UNC path, a Windows drive.
    private static bool IsAbsolute(string path) =>
        path.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("//", StringComparison.Ordinal)
        || path.StartsWith(@"\\", StringComparison.Ordinal)
        || (path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] is '/' or '\\');

    /// <summary>Puts a path behind a folder, both from the vault's root.</summary>
    public static string? Normalise(string folder, string path)
    {
        var segments = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".") continue;
            if (segment != "..")
            {
                segments.Add(segment);
                continue;
            }

            if (segments.Count == 0) return null;
            segments.RemoveAt(segments.Count - 1);
        }

        return string.Join('/', segments);
    }
}

/// <summary>From where a path is looked for.</summary>
internal enum TargetBase
{
    /// <summary>From the vault's root only.</summary>
    Root,

    /// <summary>From the root, then from the note's folder, then wherever a path ends with it.</summary>
    Anywhere,
}
