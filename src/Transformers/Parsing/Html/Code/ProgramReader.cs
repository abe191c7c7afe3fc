namespace Transformers.Parsing.Html.Code;

/// <summary>Reads code of a language with words, numbers, strings and comments.</summary>
internal readonly ref struct ProgramReader(ReadOnlySpan<char> code, CodeLanguage language)
{
    /// <summary>A quote behind a letter or digit is one only if the next is as near.</summary>
    private const int CharacterReach = 12;

    /// <summary>How far an apostrophe looks for another.</summary>
    private const int ApostropheReach = 300;

    /// <summary>How far <c>${</c> looks for its end.</summary>
    private const int VariableReach = 100;

    private readonly ReadOnlySpan<char> _code = code;

    /// <summary>Marks what is found.</summary>
    public void Read(ref CodeTokens tokens)
    {
        for (var at = 0; at < _code.Length;)
        {
            var end = Comment(at);
            if (end > at)
            {
                tokens.Mark(at, end, "comment"u8);
            }
            else if ((end = String(at)) > at)
            {
                tokens.Mark(at, end, IsKey(end) ? "key"u8 : "string"u8);
            }
            else if (char.IsAsciiDigit(_code[at]))
            {
                end = Number(at);
                tokens.Mark(at, end, "number"u8);
            }
            else if (IsWordStart(at))
            {
                end = Word(at, ref tokens);
            }
            else
            {
                end = at + 1;
            }

            at = end;
        }
    }

    private int Comment(int at)
    {
        var rest = _code[at..];
        foreach (var (start, end) in language.BlockComments)
        {
            if (!rest.StartsWith(start, StringComparison.Ordinal)) continue;
            var length = rest[start.Length..].IndexOf(end, StringComparison.Ordinal);
            return length < 0 ? _code.Length : at + start.Length + length + end.Length;
        }

        foreach (var start in language.LineComments)
        {
            // In shells and YAML a # within a word is none.
            if (rest.StartsWith(start, StringComparison.Ordinal) && (start is not ("#" or ";") || at == 0 || char.IsWhiteSpace(_code[at - 1]) || language.Form == CodeForm.Program)) return LineEnd(at);
        }

        return at;
    }

    private int String(int at)
    {
        var rest = _code[at..];
        foreach (var (start, end, isLong) in language.Strings)
        {
            if (!rest.StartsWith(start, StringComparison.Ordinal)) continue;
            var limit = start == "'" ? Math.Min(_code.Length, at + ApostropheReach) : _code.Length;
            var close = at + start.Length;
            while (close < limit && (isLong || _code[close] != '\n') && !_code[close..].StartsWith(end, StringComparison.Ordinal)) close += _code[close] == '\\' ? 2 : 1;
            var isClosed = close < limit && (isLong || _code[close] != '\n');
            if (isClosed && !IsApostrophe(start, at, close)) return close + end.Length;
            return start == "'" ? at : Math.Min(close, _code.Length);
        }

        return at;
    }

    /// <summary>True for one in a word of YAML, a transposition of Matlab, a lifetime of Rust.</summary>
    private bool IsApostrophe(string quote, int at, int close) =>
        quote == "'" && at > 0 && (_code[at - 1] is '&' or '<' || (char.IsLetterOrDigit(_code[at - 1]) && close - at > CharacterReach));

    private int Number(int at)
    {
        var end = at + 1;
        while (end < _code.Length && (char.IsAsciiLetterOrDigit(_code[end]) || _code[end] is '.' or '_' or '%')) end++;
        while (_code[end - 1] == '.') end--;
        return end;
    }

    private bool IsWordStart(int at) =>
        char.IsLetter(_code[at]) || _code[at] is '_' || (_code[at] is '$' or '@' or '\\' && at + 1 < _code.Length && (char.IsLetter(_code[at + 1]) || _code[at + 1] is '_' or '{'));

    private int Word(int at, ref CodeTokens tokens)
    {
        var end = at + 1;
        if (_code[at] == '$' && end < _code.Length && _code[end] == '{')
        {
            var close = _code[end..Math.Min(_code.Length, end + VariableReach)].IndexOfAny('}', '\n');
            end += Math.Max(0, close) + 1;
        }

        while (end < _code.Length && (char.IsLetterOrDigit(_code[end]) || _code[end] is '_' || (_code[end] is '-' && language.Form is CodeForm.Style or CodeForm.Data))) end++;
        var word = _code[at..end];
        if (language.Keywords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) tokens.Mark(at, end, "keyword"u8);
        else if (IsKey(end)) tokens.Mark(at, end, "key"u8);
        else if (language.Literals.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) tokens.Mark(at, end, "literal"u8);
        else if (word[0] is '$') tokens.Mark(at, end, "literal"u8);
        else if (word[0] is '@' or '\\') tokens.Mark(at, end, "keyword"u8);
        else if (end < _code.Length && _code[end] == '(' && language.Form is CodeForm.Program or CodeForm.Style) tokens.Mark(at, end, "function"u8);
        return end;
    }

    /// <summary>True where what ends here is the key of a value.</summary>
    private bool IsKey(int end)
    {
        if (language.Form is not (CodeForm.Data or CodeForm.Style)) return false;
        while (end < _code.Length && _code[end] == ' ') end++;
        if (end == _code.Length) return false;
        if (_code[end] == '=') return language.Form is CodeForm.Data;
        return _code[end] == ':' && (end + 1 == _code.Length || !char.IsLetter(_code[end + 1]) || language.Form is CodeForm.Data);
    }

    private int LineEnd(int at)
    {
        var length = _code[at..].IndexOf('\n');
        return length < 0 ? _code.Length : at + length;
    }
}
