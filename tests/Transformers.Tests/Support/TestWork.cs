using System.Buffers;
using System.Text;
using Transformers.Catalogue;
using Transformers.Model;

namespace Transformers.Tests.Support;

/// <summary>Works without a vault.</summary>
internal static class TestWork
{
    public static Work Of(string? title, string kind = "paper", string[]? authors = null, int? year = null, string? publisher = null, string? url = null, params Identifier[] identifiers) => new()
    {
        Key = "key",
        Kind = kind,
        Title = title,
        ShortTitle = null,
        Authors = [.. authors ?? []],
        Year = year,
        Publisher = publisher,
        Url = url,
        Identifiers = [.. identifiers],
        Resources = [],
        Entries = [],
    };

    /// <summary>What is written to a buffer, as text.</summary>
    public static string Written(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Text as it can be in a file, on one line.</summary>
    public static string OnOneLine(string text) =>
        string.Join(' ', Encodable(string.Concat(text.Select(c => char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c))).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Text without the halves of characters.</summary>
    public static string Encodable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
