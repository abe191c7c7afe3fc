using System.Collections.Immutable;
using System.Net;

namespace Transformers.Parsing.Html.Raw;

/// <summary>Cuts raw HTML into tags and the text between them; comments and declarations are passed over.</summary>
/// <remarks>
/// Follows "Tokenization" of the HTML standard, as far as tags and comments go. No character is looked at more than a few times:
/// what is never closed makes all that follows text.
/// </remarks>
/// <param name="text">The HTML.</param>
internal ref struct RawHtmlScanner(ReadOnlySpan<char> text)
{
    /// <summary>More attributes than this in one tag are left out.</summary>
    private const int MostAttributes = 64;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Where the token begins.</summary>
    public int Start { get; private set; }

    /// <summary>What was read.</summary>
    public readonly ReadOnlySpan<char> Token => _text[Start.._at];

    /// <summary>The tag that was read, or null for text.</summary>
    public RawTag? Tag { get; private set; }

    /// <summary>The tag that raw HTML within a line is, or null for a comment.</summary>
    public static RawTag? TagOf(string html)
    {
        var scanner = new RawHtmlScanner(html);
        return scanner.Read() ? scanner.Tag : null;
    }

    /// <summary>Reads the next token.</summary>
    /// <returns>False at the end.</returns>
    public bool Read()
    {
        while (_at < _text.Length)
        {
            (Start, Tag) = (_at, null);
            var next = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
            if (_text[_at] != '<')
            {
                Text();
                return true;
            }

            if (char.IsAsciiLetter(next) || (next == '/' && _at + 2 < _text.Length && char.IsAsciiLetter(_text[_at + 2])))
            {
                Tag = ReadTag(isEnd: next == '/');
                if (Tag is null) _at = _text.Length;
                return true;
            }

            if (next is not ('!' or '?' or '/'))
            {
                _at++;
                Text();
                return true;
            }

            PassComment();
        }

        return false;
    }

    /// <summary>Passes over everything up to an end tag, which is read next, or to the end.</summary>
    public void PassTo(string name)
    {
        for (var rest = _text[_at..]; !rest.IsEmpty; rest = _text[_at..])
        {
            var found = rest.IndexOf("</", StringComparison.Ordinal);
            if (found < 0) break;
            _at += found;
            if (IsName(_text[(_at + 2)..], name)) return;
            _at += 2;
        }

        _at = _text.Length;
    }

    private static bool IsName(ReadOnlySpan<char> text, string name) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (text.Length == name.Length || IsBlank(text[name.Length]) || text[name.Length] is '/' or '>');

    private void Text()
    {
        var length = _text[_at..].IndexOf('<');
        _at = length < 0 ? _text.Length : _at + length;
    }

    private void PassComment()
    {
        var rest = _text[_at..];
        var (end, length) = (rest.IndexOf('>'), 1);
        if (rest.StartsWith("<!--", StringComparison.Ordinal) && !rest.StartsWith("<!-->", StringComparison.Ordinal) && !rest.StartsWith("<!--->", StringComparison.Ordinal))
        {
            (end, length) = (rest[4..].IndexOf("-->", StringComparison.Ordinal), 3);
            if (end >= 0) end += 4;
        }

        _at = end < 0 ? _text.Length : _at + end + length;
    }

    private RawTag? ReadTag(bool isEnd)
    {
        _at += isEnd ? 2 : 1;
        var start = _at;
        while (_at < _text.Length && !IsBlank(_text[_at]) && _text[_at] is not ('/' or '>')) _at++;
        var name = Lower(_text[start.._at]);

        var attributes = ImmutableArray.CreateBuilder<RawAttribute>();
        while (_at < _text.Length)
        {
            if (_text[_at] == '>')
            {
                _at++;
                return new(name, isEnd, isEnd ? [] : attributes.DrainToImmutable());
            }

            if (IsBlank(_text[_at]) || _text[_at] == '/') _at++;
            else ReadAttribute(attributes);
        }

        return null;
    }

    private void ReadAttribute(ImmutableArray<RawAttribute>.Builder attributes)
    {
        // An equals sign that begins an attribute is part of its name.
        var start = _at++;
        while (_at < _text.Length && !IsBlank(_text[_at]) && _text[_at] is not ('/' or '>' or '=')) _at++;
        var name = _text[start.._at];
        PassBlanks();

        var value = default(ReadOnlySpan<char>);
        if (_at < _text.Length && _text[_at] == '=')
        {
            _at++;
            PassBlanks();
            value = ReadValue();
        }

        if (attributes.Count >= MostAttributes) return;
        var lower = Lower(name);
        foreach (var attribute in attributes)
        {
            if (attribute.Name == lower) return;
        }

        attributes.Add(new(lower, value.Contains('&') ? WebUtility.HtmlDecode(value.ToString()) : value.ToString()));
    }

    private ReadOnlySpan<char> ReadValue()
    {
        if (_at == _text.Length) return default;
        if (_text[_at] is '"' or '\'')
        {
            var quote = _text[_at++];
            var length = _text[_at..].IndexOf(quote);
            if (length < 0) length = _text.Length - _at;
            var quoted = _text.Slice(_at, length);
            _at = Math.Min(_text.Length, _at + length + 1);
            return quoted;
        }

        var start = _at;
        while (_at < _text.Length && !IsBlank(_text[_at]) && _text[_at] != '>') _at++;
        return _text[start.._at];
    }

    private void PassBlanks()
    {
        while (_at < _text.Length && IsBlank(_text[_at])) _at++;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    private static string Lower(ReadOnlySpan<char> name) => string.Create(name.Length, name, (lower, from) => System.Text.Ascii.ToLower(from, lower, out _));
}
