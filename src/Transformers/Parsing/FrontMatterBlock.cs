namespace Transformers.Parsing;

/// <summary>Where the front matter of a note is.</summary>
/// <param name="YamlStart">Where the YAML begins, after the first fence; UTF-16 code units.</param>
/// <param name="YamlEnd">Where it ends, before the closing fence.</param>
/// <param name="BodyStart">Where the text of the note begins.</param>
internal readonly record struct FrontMatterBlock(int YamlStart, int YamlEnd, int BodyStart)
{
    /// <summary>Finds the block: a first line <c>---</c> through the next line <c>---</c> or <c>...</c> (Obsidian help, "Properties").</summary>
    /// <returns>Null for a note without front matter; an unclosed fence is a thematic break.</returns>
    public static FrontMatterBlock? Find(string text)
    {
        if (!IsFence(LineAt(text, 0), isFirst: true)) return null;
        var start = NextLine(text, 0);
        for (var at = start; at < text.Length; at = NextLine(text, at))
        {
            if (IsFence(LineAt(text, at), isFirst: false)) return new(start, at, NextLine(text, at));
        }

        return null;
    }

    private static bool IsFence(ReadOnlySpan<char> line, bool isFirst) =>
        line.TrimEnd() is var fence && (fence is "---" || (!isFirst && fence is "..."));

    private static ReadOnlySpan<char> LineAt(string text, int start)
    {
        var rest = text.AsSpan(start);
        var end = rest.IndexOfAny('\n', '\r');
        return end < 0 ? rest : rest[..end];
    }

    private static int NextLine(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('\n', '\r');
        if (end < 0) return text.Length;
        var at = start + end;
        return at + (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1);
    }
}
