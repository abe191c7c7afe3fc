using System.Globalization;
using System.Text;

namespace Transformers.Text;

/// <summary>One spelling for what may be percent-encoded or not (RFC 3986, 6.2.2).</summary>
internal static class PercentEncoding
{
    /// <summary>The text as <see cref="Append"/> writes it.</summary>
    public static string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        Append(result, text);
        return result.ToString();
    }

    /// <summary>Decodes what needs no encoding, encodes what does (a <c>%</c> that encodes nothing too), and writes hexadecimal digits in capitals.</summary>
    public static void Append(StringBuilder result, ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                var value = Convert.FromHexString(text.Slice(i + 1, 2))[0];
                if (char.IsAsciiLetterOrDigit((char)value) || (char)value is '-' or '.' or '_' or '~') result.Append((char)value);
                else AppendByte(result, value);
                i += 2;
            }
            else if (char.IsAscii(c) && !char.IsControl(c) && c is not (' ' or '%' or '"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}'))
            {
                result.Append(c);
            }
            else
            {
                Rune.DecodeFromUtf16(text[i..], out var rune, out var length);
                foreach (var value in bytes[..rune.EncodeToUtf8(bytes)]) AppendByte(result, value);
                i += length - 1;
            }
        }
    }

    private static void AppendByte(StringBuilder result, byte value) => result.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
}
