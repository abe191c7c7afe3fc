using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Transformers.Parsing;

/// <summary>A JSON text that is not valid.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="offset">Where, in UTF-16 code units.</param>
internal sealed class InvalidJsonException(string message, int offset) : Exception(message)
{
    /// <summary>Where, in UTF-16 code units from the start of the text.</summary>
    public int Offset => offset;
}

/// <summary>Reads JSON into the tree that YAML is read into, as JSON is YAML: what is in quotes is not plain.</summary>
/// <remarks>Comments and trailing commas are let through; of a name given twice the last counts, as in JavaScript.</remarks>
internal ref struct Json
{
    private const int MostLevels = 32;

    private readonly string _text;
    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _reader;
    private int _byte;
    private int _char;

    private Json(string text, ReadOnlySpan<byte> bytes)
    {
        _text = text;
        _bytes = bytes;
        _reader = new(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MostLevels });
    }

    /// <summary>Reads a text whose root is an object; an empty text is an empty object.</summary>
    /// <exception cref="InvalidJsonException">The text is not such a document.</exception>
    public static YamlNode.Mapping ReadMapping(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return new([], default);
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            var json = new Json(text, bytes);
            json._reader.Read();
            var root = json.Value() as YamlNode.Mapping ?? throw new InvalidJsonException("an object '{ … }' is wanted", 0);
            while (json._reader.Read()) { }
            return root;
        }
        catch (JsonException e)
        {
            throw new InvalidJsonException(Sentence(e), OffsetOf(text, e));
        }
    }

    /// <summary>The text of a string as it stands between its quotes, and where each of its characters comes from.</summary>
    /// <param name="raw">What stands between the quotes.</param>
    /// <param name="origins">Where to add the place of each character in <paramref name="raw"/>, or null.</param>
    public static string Unescape(ReadOnlySpan<char> raw, List<int>? origins = null)
    {
        var value = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length;)
        {
            origins?.Add(i);
            if (raw[i] != '\\' || i + 1 >= raw.Length)
            {
                value.Append(raw[i++]);
            }
            else if (raw[i + 1] == 'u' && i + 6 <= raw.Length && int.TryParse(raw.Slice(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                value.Append((char)unit);
                i += 6;
            }
            else
            {
                value.Append(raw[i + 1] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other });
                i += 2;
            }
        }

        return WithoutLoneSurrogates(value);
    }

    private static string WithoutLoneSurrogates(StringBuilder value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) i++;
            else value[i] = '\uFFFD';
        }

        return value.ToString();
    }

    private YamlNode Value()
    {
        var start = Place(_reader.TokenStartIndex);
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var items = Members();
                return new YamlNode.Mapping(items, new(start, Place(_reader.BytesConsumed) - start));
            case JsonTokenType.StartArray:
                var values = ImmutableArray.CreateBuilder<YamlNode>();
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray) values.Add(Value());
                return new YamlNode.Sequence(values.ToImmutable(), new(start, Place(_reader.BytesConsumed) - start));
            default:
                return Scalar(start);
        }
    }

    private ImmutableArray<(YamlNode.Scalar Key, YamlNode Value)> Members()
    {
        var items = ImmutableArray.CreateBuilder<(YamlNode.Scalar, YamlNode)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var key = Scalar(Place(_reader.TokenStartIndex));
            _reader.Read();
            var item = (key, Value());
            if (places.TryAdd(key.Value, items.Count)) items.Add(item);
            else items[places[key.Value]] = item;
        }

        return items.ToImmutable();
    }

    private YamlNode.Scalar Scalar(int start)
    {
        var end = Place(_reader.TokenType is JsonTokenType.PropertyName ? _reader.TokenStartIndex + _reader.ValueSpan.Length + 2 : _reader.BytesConsumed);
        var isText = _reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        return isText
            ? new(Unescape(_text.AsSpan(start + 1, end - start - 2)), IsPlain: false, new(start, end - start))
            : new(_text[start..end], IsPlain: true, new(start, end - start));
    }

    /// <summary>The character at a byte; bytes are asked for in ascending order, so that all of them together take one pass.</summary>
    private int Place(long at)
    {
        _char += Encoding.UTF8.GetCharCount(_bytes[_byte..(int)at]);
        _byte = (int)at;
        return _char;
    }

    private static int OffsetOf(string text, JsonException e)
    {
        var line = 0;
        for (var lines = e.LineNumber ?? 0; lines > 0; lines--) line = text.IndexOf('\n', line) + 1;
        var end = text.IndexOf('\n', line);
        var bytes = Encoding.UTF8.GetBytes(text[line..(end < 0 ? text.Length : end)]);
        return line + Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(bytes.Length, e.BytePositionInLine ?? 0));
    }

    // The reader puts the position, and advice for programmers, behind its sentence.
    private static string Sentence(JsonException e)
    {
        var message = e.Message;
        foreach (var tail in new[] { " LineNumber:", " Change the reader options", " Expected ", " Path:" })
        {
            var at = message.IndexOf(tail, StringComparison.Ordinal);
            if (at > 0) message = message[..at];
        }

        message = message.TrimEnd('.', ' ');
        return message.Length > 1 && char.IsUpper(message[0]) ? char.ToLowerInvariant(message[0]) + message[1..] : message;
    }
}
