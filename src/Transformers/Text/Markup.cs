using System.Buffers;
using System.Text;

namespace Transformers.Text;

/// <summary>Writes HTML as UTF-8.</summary>
internal static class Markup
{
    private const int MostAtOnce = 4096;

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"\uFFFE");

    /// <summary>Adds text, escaped for element content and for quoted attributes; U+FFFE, which is no character, is left out.</summary>
    public static void WriteText(this IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            output.WriteMarkup(text[..at]);
            output.Write(text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '\uFFFE' => ""u8,
                _ => "&quot;"u8,
            });
            text = text[(at + 1)..];
        }

        output.WriteMarkup(text);
    }

    /// <summary>Adds markup as it is.</summary>
    public static void WriteMarkup(this IBufferWriter<byte> output, ReadOnlySpan<char> markup)
    {
        // With room for the most that it can take, nobody has to count first; nearly all that is written is short.
        if (markup.Length > MostAtOnce) Encoding.UTF8.GetBytes(markup, output);
        else if (!markup.IsEmpty) output.Advance(Encoding.UTF8.GetBytes(markup, output.GetSpan(Encoding.UTF8.GetMaxByteCount(markup.Length))));
    }

    /// <summary>Adds <c> name="value"</c>.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="nameWithQuote">A blank, the name, <c>=</c> and the opening quote.</param>
    /// <param name="value">The value, unescaped.</param>
    public static void WriteAttribute(this IBufferWriter<byte> output, ReadOnlySpan<byte> nameWithQuote, ReadOnlySpan<char> value)
    {
        output.Write(nameWithQuote);
        output.WriteText(value);
        output.Write("\""u8);
    }
}
