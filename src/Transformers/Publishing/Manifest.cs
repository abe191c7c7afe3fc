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
    /// <param name="text">In UTF-8.</param>
    public static Manifest Parse(ReadOnlyMemory<byte> text)
    {
        var files = Empty.Files.ToBuilder();
        foreach (var (path, length, hash) in FilesIn(text)) files[path] = (length, hash);
        return new(files.ToImmutable());
    }

    /// <summary>The lines of a manifest that can be read, in its order.</summary>
    /// <inheritdoc cref="Parse"/>
    public static IEnumerable<(string Path, long Length, ulong Hash)> FilesIn(ReadOnlyMemory<byte> text)
    {
        if (Encoding.UTF8.GetString(TakeLine(ref text).Span) != FirstLine) yield break;
        while (!text.IsEmpty)
        {
            if (Read(TakeLine(ref text).Span) is { } file) yield return file;
        }
    }

    /// <summary>The text that <see cref="Parse"/> reads: a line a file, in path order.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        foreach (var (path, (length, hash)) in Files) text.Append(CultureInfo.InvariantCulture, $"{hash:x16} {length} {path}\n");
        return text.ToString();
    }

    private static ReadOnlyMemory<byte> TakeLine(ref ReadOnlyMemory<byte> text)
    {
        var length = text.Span.IndexOf((byte)'\n') is var end and >= 0 ? end : text.Length;
        var line = text[..length];
        text = text[Math.Min(length + 1, text.Length)..];
        return line;
    }

    private static (string Path, long Length, ulong Hash)? Read(ReadOnlySpan<byte> line)
    {
        var first = line.IndexOf((byte)' ');
        var second = first + 1 + line[(first + 1)..].IndexOf((byte)' ');
        return second > first
            && ulong.TryParse(line[..first], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash)
            && long.TryParse(line[(first + 1)..second], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && Encoding.UTF8.GetString(line[(second + 1)..]) is var path
            && IsInside(path)
            ? (path, length, hash)
            : null;
    }

    // A manifest that was tampered with must not make a build delete what lies elsewhere.
    private static bool IsInside(string path) => Text.SourcePath.TryParse(path, out _) && !Path.IsPathRooted(path);
}
