namespace Transformers.Publishing;

/// <summary>Files that are whole at any moment.</summary>
public static class WholeFile
{
    private const string Temporary = ".transformers-new";

    /// <summary>Writes a file, its folders included, over what is there.</summary>
    /// <exception cref="PublishException">It can't be written.</exception>
    public static void Write(FileInfo file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.FullName)!);
            Replace(file.FullName, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PublishException($"'{file}' could not be written: {e.Message}", e);
        }
    }

    /// <summary>Writes a file beside its place and renames it into that.</summary>
    internal static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = path + Temporary;
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0)) stream.Write(bytes);
        File.Move(temporary, path, overwrite: true);
    }
}
