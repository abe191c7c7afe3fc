using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace Transformers.Rendering.Graph;

/// <summary>Writes pictures as PNG (ISO/IEC 15948): a palette of 256 shades, every row as it is.</summary>
internal static class Png
{
    private const int Shades = 256;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="ground">The colour of shade 0.</param>
    /// <param name="ink">The colour of shade 255.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Picture picture, (byte R, byte G, byte B) ground, (byte R, byte G, byte B) ink, IBufferWriter<byte> output)
    {
        output.Write(Signature);
        Chunk("IHDR"u8, Header(picture), output);
        Chunk("PLTE"u8, Palette(ground, ink), output);
        Chunk("IDAT"u8, Compressed(picture), output);
        Chunk("IEND"u8, [], output);
    }

    private static byte[] Header(Picture picture)
    {
        // Eight bits a pixel, colours by palette, and the only methods there are for compression, filters and interlacing.
        byte[] header = [0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        return header;
    }

    private static byte[] Palette((byte R, byte G, byte B) ground, (byte R, byte G, byte B) ink)
    {
        return [.. Enumerable.Range(0, Shades).SelectMany(shade => new[] { Mix(ground.R, ink.R, shade), Mix(ground.G, ink.G, shade), Mix(ground.B, ink.B, shade) })];

        static byte Mix(byte from, byte to, int shade) => (byte)(from + ((to - from) * shade / (Shades - 1)));
    }

    // That of .NET writes other bytes on other processors; this one is managed code.
    private static byte[] Compressed(Picture picture)
    {
        var rows = new byte[(picture.Width + 1) * picture.Height];
        for (var y = 0; y < picture.Height; y++) picture.Row(y).CopyTo(rows.AsSpan((y * (picture.Width + 1)) + 1));

        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.SetInput(rows);
        deflater.Finish();
        var compressed = new ArrayBufferWriter<byte>();
        var buffer = new byte[16 * 1024];
        while (!deflater.IsFinished) compressed.Write(buffer.AsSpan(0, deflater.Deflate(buffer)));
        return compressed.WrittenSpan.ToArray();
    }

    private static void Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data, IBufferWriter<byte> output)
    {
        byte[] chunk = [0, 0, 0, 0, .. type, .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.HashToUInt32(chunk.AsSpan(4, data.Length + 4)));
        output.Write(chunk);
    }
}
