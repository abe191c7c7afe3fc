namespace Transformers.Publishing;

/// <summary>Files that are whole at any moment.</summary>
public static class WholeFile
{
    /// <summary>Writes a file that is there anew, who may read and write it included.</summary>
    /// <exception cref="PublishException">It can't be written.</exception>
    public static void Rewrite(FileInfo file, ReadOnlySpan<byte> bytes)
    {
        UnixFileMode? mode = OperatingSystem.IsWindows() ? null : file.UnixFileMode;
        Write(file, bytes);
        if (mode is not null && !OperatingSystem.IsWindows()) File.SetUnixFileMode(file.FullName, mode.Value);
    }

    /// <summary>Writes a file, its folders included, over what is there: beside its place first, then renamed into that.</summary>
    /// <exception cref="PublishException">It can't be written.</exception>
    public static void Write(FileInfo file, ReadOnlySpan<byte> bytes)
    {
        var temporary = $"{file.FullName}.transformers-new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.FullName)!);
            try
            {
                using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0)) stream.Write(bytes);
                File.Move(temporary, file.FullName, overwrite: true);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PublishException($"'{file}' could not be written: {e.Message}", e);
        }
    }
}
