using System.Buffers;
using System.Text;

namespace Transformers.Text;

/// <summary>A file within a link: a <c>data:</c> address (RFC 2397).</summary>
internal static class DataAddress
{
    private const string Hexadecimal = "0123456789ABCDEF";

    // What the URL Standard's parser drops, decodes or takes for the fragment (URL Standard, 4.4, "opaque path state"), and what would end
    // an attribute. All else comes through as it is, and half of a citation would be percent signs otherwise.
    private static readonly SearchValues<byte> Encoded = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(control => (byte)control), 0x7F, (byte)'%', (byte)'#', (byte)'"', (byte)'&', (byte)'<', (byte)'>']);

    /// <summary>Adds the address, ready for a quoted attribute.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="mediaType">What the file is, e.g. <c>text/plain</c>.</param>
    /// <param name="content">The file: UTF-8 that ends in no blank.</param>
    public static void WriteDataAddress(this IBufferWriter<byte> output, string mediaType, ReadOnlySpan<byte> content)
    {
        Encoding.UTF8.GetBytes($"data:{mediaType};charset=utf-8,", output);
        for (var at = content.IndexOfAny(Encoded); at >= 0; at = content.IndexOfAny(Encoded))
        {
            output.Write(content[..at]);
            output.Write([(byte)'%', (byte)Hexadecimal[content[at] >> 4], (byte)Hexadecimal[content[at] & 15]]);
            content = content[(at + 1)..];
        }

        output.Write(content);
    }
}
