using System.Text;
using System.Text.Unicode;
using Transformers.Diagnostics;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Parsing;

/// <summary>Reads text files, which are UTF-8.</summary>
public static class TextDecoder
{
    /// <summary>Reads a file of the vault as text.</summary>
    /// <returns>Null, with <c>KB015</c>, for a file that cannot be read or is not UTF-8.</returns>
    public static StageResult<SourceFile?> Read(Vault vault, SourcePath path)
    {
        try
        {
            return Decode(path, vault.Read(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, [VaultRules.Unreadable.At(path, SourceRange.FileStart, $"The file cannot be read: {Cause(e)}. It is left out.")]);
        }
    }

    private static StageResult<SourceFile?> Decode(SourcePath path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var invalid = Utf8.IsValid(bytes) ? -1 : FirstInvalid(bytes);
        if (invalid >= 0)
        {
            var before = Encoding.UTF8.GetString(bytes[..invalid]);
            var (line, column) = new LineMap(before).Locate(before.Length);
            return new(null, [VaultRules.Unreadable.At(
                path, new(line, column, line, column), $"The file is not UTF-8 text: byte 0x{bytes[invalid]:X2} at offset {invalid}. Save it as UTF-8; it is left out.")]);
        }

        var text = Encoding.UTF8.GetString(bytes);
        var file = new SourceFile(path, text);
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        return nul < 0
            ? new(file, [])
            : new(file, [VaultRules.Unreadable.At(path, new LineMap(text).Locate(new TextSpan(nul, 1)), "A NUL character stands in the text; it is shown as U+FFFD.")]);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }

    // The messages of the system name the whole path of the machine, which helps nobody and is not the same everywhere.
    private static string Cause(Exception e) => e switch
    {
        UnauthorizedAccessException => "access is denied",
        FileNotFoundException or DirectoryNotFoundException => "it is gone",
        _ => e.Message.Contains('\'', StringComparison.Ordinal) ? "the disk does not give it" : e.Message.TrimEnd('.'),
    };
}
