namespace Transformers.Parsing.Html.Code;

/// <summary>Reads HTML and XML: tags, attributes, their values, comments.</summary>
internal static class MarkupReader
{
    /// <summary>Marks what is found.</summary>
    public static void Read(ReadOnlySpan<char> code, ref CodeTokens tokens)
    {
        for (var at = 0; at < code.Length;)
        {
            var open = code[at..].IndexOf('<');
            if (open < 0) return;
            at += open;
            if (code[at..].StartsWith("<!--", StringComparison.Ordinal))
            {
                var length = code[(at + 4)..].IndexOf("-->", StringComparison.Ordinal);
                var end = length < 0 ? code.Length : at + 4 + length + 3;
                tokens.Mark(at, end, "comment"u8);
                at = end;
            }
            else
            {
                at = Tag(code, at, ref tokens);
            }
        }
    }

    private static int Tag(ReadOnlySpan<char> code, int at, ref CodeTokens tokens)
    {
        var end = at + 1;
        while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] is '/' or '!' or '?' or '-' or ':' or '_' or '.')) end++;
        if (end == at + 1) return end;
        tokens.Mark(at, end, "tag"u8);
        var marked = end;
        while (end < code.Length && code[end] is not ('>' or '<'))
        {
            var start = end++;
            if (code[start] is '"' or '\'')
            {
                var length = code[end..].IndexOf(code[start]);
                end = length < 0 ? code.Length : end + length + 1;
                tokens.Mark(start, end, "string"u8);
                marked = end;
            }
            else if (char.IsLetter(code[start]))
            {
                while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] is '-' or ':' or '_' or '.' or '@')) end++;
                tokens.Mark(start, end, "key"u8);
                marked = end;
            }
        }

        if (end >= code.Length || code[end] == '<') return end;
        var close = end > marked && (code[end - 1] is '/' or '?') ? end - 1 : end;
        tokens.Mark(close, end + 1, "tag"u8);
        return end + 1;
    }
}
