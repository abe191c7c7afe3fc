using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Transformers.Publishing;

/// <summary>What a build wrote, so that the next one knows what is its own.</summary>
/// <param name="Files">The length in bytes and the XxHash3 of each file, by path.</param>
internal sealed record Manifest(ImmutableSortedDictionary<string, (long Length, ulong Hash)> Files)
{
    /// <summary>The file in the site that holds it.</summary>
    public const string FileName = ".transformers-manifest";

    private const string FirstLine = "transformers manifest 1";

    /// <summary>A folder that no build wrote to.</summary>
    public static Manifest Empty { get; } = new(ImmutableSortedDictionary.Create<string, (long, ulong)>(StringComparer.Ordinal));

    /// <summary>Reads a manifest; a line that can't be read is passed over, as if the build had not written that file.</summary>
    public static Manifest Parse(string text)
    {
        var files = Empty.Files.ToBuilder();
        foreach (var (path, length, hash) in FilesIn(text)) files[path] = (length, hash);
        return new(files.ToImmutable());
    }

    /// <summary>The lines of a manifest that can be read, in its order.</summary>
    public static IEnumerable<(string Path, long Length, ulong Hash)> FilesIn(string text)
    {
        var lines = text.Split('\n');
        if (lines[0] != FirstLine) yield break;
        foreach (var line in lines.Skip(1))
        {
            if (line.Split(' ', 3) is [var hash, var length, var path]
                && ulong.TryParse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hashValue)
                && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var lengthValue)
                && IsInside(path))
            {
                yield return (path, lengthValue, hashValue);
            }
        }
    }

    /// <summary>The text that <see cref="Parse"/> reads: a line a file, in path order.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        foreach (var (path, (length, hash)) in Files) text.Append(CultureInfo.InvariantCulture, $"{hash:x16} {length} {path}\n");
        return text.ToString();
    }

    // A manifest that was tampered with must not make a build delete what lies elsewhere.
    private static bool IsInside(string path) => Text.SourcePath.TryParse(path, out _) && !Path.IsPathRooted(path);
}
