using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Transformers.Text;

/// <summary>Eight hexadecimal digits that tell one text from another where the text itself can't be written.</summary>
public static class ShortHash
{
    /// <summary>How many characters it has.</summary>
    public const int Length = 8;

    /// <summary>The first 32 bits of the XXH3 of the text in UTF-8: the same on every machine.</summary>
    public static string Of(string text) =>
        BinaryPrimitives.ReadUInt32BigEndian(XxHash3.Hash(Encoding.UTF8.GetBytes(text))).ToString("x8", CultureInfo.InvariantCulture);
}
