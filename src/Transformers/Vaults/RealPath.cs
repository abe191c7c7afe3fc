namespace Transformers.Vaults;

/// <summary>Where files really are.</summary>
internal static class RealPath
{
    /// <summary>As many as Linux follows (path_resolution(7)).</summary>
    private const int MostLinks = 40;

    /// <summary>The full path with every symbolic link on the way followed, those of folders above too; what does not exist is where it would be.</summary>
    /// <returns>Without a separator at its end, unless it is a root.</returns>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Of(string path)
    {
        var links = 0;
        return Follow(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

        string Follow(string full)
        {
            if (Path.GetDirectoryName(full) is not { } above) return full;
            var real = Path.Combine(Follow(above), Path.GetFileName(full));
            if (new FileInfo(real).LinkTarget is not { } target) return real;
            if (++links > MostLinks) throw new IOException($"'{path}' cannot be followed: its symbolic links lead in a circle");
            return Follow(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target, Path.GetDirectoryName(real)!)));
        }
    }

    /// <summary>True for a real path that is a folder's, or lies in it.</summary>
    public static bool IsWithin(string path, string folder)
    {
        var comparison = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return WithSeparator(path).StartsWith(WithSeparator(folder), comparison);
    }

    private static string WithSeparator(string path) => Path.TrimEndingDirectorySeparator(path).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
}
