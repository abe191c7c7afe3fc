using System.Buffers;
using System.Text;

namespace Transformers.Text;

/// <summary>What formats that consist of lines share.</summary>
internal static class TextLine
{
    /// <summary>Adds text as UTF-8.</summary>
    public static void Write(this IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);

    /// <summary>The text on one line: white space and control characters become a blank, but none at the ends and no two in a row.</summary>
    public static string OnOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsBreak(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    private static bool IsBreak(char c) => char.IsWhiteSpace(c) || char.IsControl(c);
}
