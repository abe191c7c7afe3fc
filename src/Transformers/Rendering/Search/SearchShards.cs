using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Transformers.Rendering.Search;

/// <summary>Files of one kind, each a JSON array, that are written one after the other.</summary>
internal sealed class SearchShards
{
    private const int FirstBytes = 16_000;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new(FirstBytes);
    private List<byte[]> _files = [];

    public SearchShards()
    {
        Json = new(_buffer, Options);
        Json.WriteStartArray();
    }

    /// <summary>Writes the elements of the file that is open.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>The number of the file that is open.</summary>
    public int Number => _files.Count;

    /// <summary>How many elements it has, for who counts them.</summary>
    public int Count { get; set; }

    /// <summary>How many bytes it has.</summary>
    public long Length => Json.BytesCommitted + Json.BytesPending;

    /// <summary>True where it has no element.</summary>
    public bool IsEmpty => Length <= 1;

    /// <summary>Closes the file and opens the next; nothing where it is empty.</summary>
    public void Close()
    {
        if (IsEmpty) return;
        Json.WriteEndArray();
        Json.Flush();
        _files.Add(_buffer.WrittenSpan.ToArray());
        _buffer.ResetWrittenCount();
        Json.Reset();
        Json.WriteStartArray();
        Count = 0;
    }

    /// <summary>Closes the file and hands out the bytes of all; the next is the first again.</summary>
    public IReadOnlyList<byte[]> Take()
    {
        Close();
        var files = _files;
        _files = [];
        return files;
    }
}
