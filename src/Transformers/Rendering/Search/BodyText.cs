using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Transformers.Rendering.Search;

/// <summary>Turns parts of a body's HTML into the text that a reader sees, and collects the tags in it.</summary>
/// <remarks>It reads what the program wrote itself: well-formed, without scripts, styles or comments.</remarks>
internal sealed class BodyText
{
    private const int LongestEntity = 8;

    private const int LongestInline = 6;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Inline =
        "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strike strong time tt u var wbr".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ArrayBufferWriter<byte> _text = new(256);
    private readonly ImmutableArray<string>.Builder _tags = ImmutableArray.CreateBuilder<string>();
    private byte _last = (byte)'\n';

    /// <summary>The tags so far, each as often as it stands there, without <c>#</c>.</summary>
    public ImmutableArray<string> Tags => _tags.ToImmutable();

    /// <summary>The text so far: white space folded, a line a block.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_text.WrittenSpan).Trim();

    /// <summary>Adds a part that begins and ends between elements.</summary>
    public void Add(ReadOnlySpan<byte> html)
    {
        Separate((byte)'\n');
        var tagStart = -1;
        while (!html.IsEmpty)
        {
            var special = html.IndexOfAny((byte)'<', (byte)'&');
            Words(special < 0 ? html : html[..special]);
            if (special < 0) return;
            html = html[special..];
            if (html[0] == '&')
            {
                html = html[Entity(html)..];
                continue;
            }

            var length = LengthOfTag(html);
            var element = html[1..length];
            html = html[length..];
            if (element.StartsWith("a class=\"tag\""u8)) tagStart = _text.WrittenCount;
            else if (tagStart >= 0 && element.StartsWith("/a"u8))
            {
                _tags.Add(Encoding.UTF8.GetString(_text.WrittenSpan[tagStart..]).TrimStart('#'));
                tagStart = -1;
            }
            else if (!IsInline(element))
            {
                Separate((byte)'\n');
            }
        }
    }

    private static int LengthOfTag(ReadOnlySpan<byte> html)
    {
        for (var at = 1; at < html.Length; at++)
        {
            if (html[at] == '>') return at + 1;
            if (html[at] is not ((byte)'"' or (byte)'\'')) continue;
            var quoted = html[(at + 1)..].IndexOf(html[at]);
            if (quoted < 0) break;
            at += quoted + 1;
        }

        return html.Length;
    }

    private static bool IsInline(ReadOnlySpan<byte> element)
    {
        var name = element.TrimStart((byte)'/');
        var end = name.IndexOfAny(" />"u8);
        if (end >= 0) name = name[..end];
        Span<char> letters = stackalloc char[LongestInline];
        return name.Length <= LongestInline && Inline.Contains(letters[..Encoding.Latin1.GetChars(name, letters)]);
    }

    private void Words(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var blank = text.IndexOfAny(" \t\r\n"u8);
            var word = blank < 0 ? text : text[..blank];
            if (!word.IsEmpty)
            {
                _text.Write(word);
                _last = word[^1];
            }

            if (blank < 0) return;
            Separate((byte)' ');
            text = text[(blank + 1)..];
        }
    }

    private void Separate(byte blank)
    {
        if (_last is (byte)' ' or (byte)'\n') return;
        _text.Write([blank]);
        _last = blank;
    }

    /// <summary>Adds what a character reference stands for.</summary>
    /// <returns>How long it is; 1 for an ampersand that begins none.</returns>
    private int Entity(ReadOnlySpan<byte> html)
    {
        var end = html[..Math.Min(html.Length, LongestEntity + 2)].IndexOf((byte)';');
        var name = end < 0 ? default : html[1..end];
        Rune? rune = name switch
        {
            _ when name.SequenceEqual("amp"u8) => new Rune('&'),
            _ when name.SequenceEqual("lt"u8) => new Rune('<'),
            _ when name.SequenceEqual("gt"u8) => new Rune('>'),
            _ when name.SequenceEqual("quot"u8) => new Rune('"'),
            _ when name.SequenceEqual("nbsp"u8) => new Rune(' '),
            [(byte)'#', (byte)'x' or (byte)'X', .. var hex] when int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) => new Rune(code),
            [(byte)'#', .. var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) => new Rune(code),
            _ => null,
        };
        Span<byte> bytes = stackalloc byte[4];
        Words(bytes[..(rune ?? new Rune('&')).EncodeToUtf8(bytes)]);
        return rune is null ? 1 : end + 1;
    }
}
