using System.Buffers;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Transformers.Publishing;

/// <summary>A file of the site while its bytes are made: they are in memory as long as they are few, and in the staging folder beyond, whatever becomes of them.</summary>
/// <remarks>One after the other; the memory is used again.</remarks>
internal sealed class PendingFile(Staging staging) : IBufferWriter<byte>, IDisposable
{
    private const int FirstBytes = 16_384;

    private const int MostBytes = 1_048_576;

    private readonly XxHash3 _hash = new();
    private byte[] _buffer = new byte[FirstBytes];
    private ReadOnlyMemory<byte> _inMemory;
    private int _count;
    private string? _stagedPath;
    private SafeFileHandle? _staged;
    private long _stagedLength;

    /// <summary>How many bytes there are.</summary>
    public long Length => _stagedLength + _inMemory.Length;

    /// <summary>Their XxHash3.</summary>
    public ulong Hash { get; private set; }

    /// <summary>Makes a file's bytes, in place of those before.</summary>
    public void Fill(Action<IBufferWriter<byte>> write)
    {
        Discard();
        write(this);
        if (_staged is not null) Spill();
        _inMemory = _buffer.AsMemory(0, _count);
        Hash = _staged is null ? XxHash3.HashToUInt64(_inMemory.Span) : _hash.GetCurrentHashAsUInt64();
        _staged?.Dispose();
    }

    /// <summary>Takes bytes that are in memory anyway.</summary>
    public void Fill(ReadOnlyMemory<byte> bytes)
    {
        Discard();
        _inMemory = bytes;
        Hash = XxHash3.HashToUInt64(bytes.Span);
    }

    /// <summary>True for the bytes of a file that is there.</summary>
    public bool IsAt(string path)
    {
        using var there = File.OpenRead(path);
        if (there.Length != Length) return false;
        using Stream here = _stagedPath is null ? new MemoryStream(_inMemory.ToArray(), writable: false) : File.OpenRead(_stagedPath);
        Span<byte> some = new byte[FirstBytes], other = new byte[FirstBytes];
        for (int count; (count = here.ReadAtLeast(some, FirstBytes, throwOnEndOfStream: false)) > 0;)
        {
            if (there.ReadAtLeast(other, count, throwOnEndOfStream: false) < count || !some[..count].SequenceEqual(other[..count])) return false;
        }

        return true;
    }

    /// <summary>Puts the file into its place, over what is there.</summary>
    /// <param name="path">The full path, in a folder that exists.</param>
    public void MoveTo(string path)
    {
        if (_stagedPath is null) staging.Write(path, _inMemory.Span);
        else File.Move(_stagedPath, path, overwrite: true);
        _stagedPath = null;
    }

    /// <inheritdoc/>
    public void Advance(int count) => _count += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var wanted = Math.Max(sizeHint, 1);
        if (_count > 0 && _count + wanted > MostBytes) Spill();
        if (_count + wanted > _buffer.Length) Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _count + wanted));
        return _buffer.AsMemory(_count);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>What is in the staging folder and was not put into its place goes.</summary>
    public void Dispose() => Discard();

    private void Spill()
    {
        _stagedPath ??= staging.NextPath();
        _staged ??= File.OpenHandle(_stagedPath, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var bytes = _buffer.AsSpan(0, _count);
        RandomAccess.Write(_staged, bytes, _stagedLength);
        _hash.Append(bytes);
        _stagedLength += _count;
        _count = 0;
    }

    private void Discard()
    {
        _staged?.Dispose();
        if (_stagedPath is not null) File.Delete(_stagedPath);
        (_staged, _stagedPath, _stagedLength, _inMemory, _count) = (null, null, 0, default, 0);
        _hash.Reset();
    }
}
