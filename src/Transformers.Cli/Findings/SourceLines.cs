using Transformers.Parsing;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Cli.Findings;

/// <summary>The lines of a vault's files, for those who ask for one file after the other.</summary>
internal sealed class SourceLines(Vault vault)
{
    private (SourcePath Path, string Text, LineMap Lines)? _last;

    /// <summary>A line, from 1; null where there is none, or the file is no text.</summary>
    public string? Line(SourcePath path, int line)
    {
        if (_last?.Path != path) _last = Read(path);
        if (_last is not var (_, text, lines)) return null;
        var span = lines.SpanOf(line);
        return span.Length == 0 ? null : text.Substring(span.Start, span.Length);
    }

    private (SourcePath, string, LineMap)? Read(SourcePath path)
    {
        if (!vault.Files.Contains(path)) return null;
        return TextDecoder.Read(vault, path).Value is { } file ? (path, file.Text, new LineMap(file.Text)) : null;
    }
}
