using System.Buffers;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Transformers.Publishing;

/// <summary>A file of the site whose bytes are made: they are in memory as long as they are few, and in the staging folder beyond.</summary>
/// <remarks>One file after the other; the memory is used again.</remarks>
internal sealed class PendingFile(Staging staging) : IBufferWriter<byte>, IDisposable
{
    private const int FirstBytes = 16_384;

    private const int MostBytes = 1_048_576;

    private readonly XxHash3 _hash = new();
    private byte[] _buffer = new byte[FirstBytes];
    private ReadOnlyMemory<byte> _inMemory;
    private int _count;
    private Action<IBufferWriter<byte>>? _write;
    private bool _isKept;
    private string? _stagedPath;
    private SafeFileHandle? _staged;
    private long _spilled;

    /// <summary>How many bytes there are.</summary>
    public long Length => _spilled + _inMemory.Length;

    /// <summary>Their XxHash3.</summary>
    public ulong Hash { get; private set; }

    /// <summary>Makes a file's bytes, in place of those before.</summary>
    /// <param name="write">Writes them; the same each time.</param>
    /// <param name="isKept">False where it is likely that length and hash are all that is asked for: many bytes are kept nowhere then, and made again if they are wanted after all.</param>
    public void Fill(Action<IBufferWriter<byte>> write, bool isKept)
    {
        Discard();
        (_write, _isKept) = (write, isKept);
        write(this);
        if (_spilled > 0) Spill();
        _inMemory = _buffer.AsMemory(0, _count);
        Hash = _spilled > 0 ? _hash.GetCurrentHashAsUInt64() : XxHash3.HashToUInt64(_inMemory.Span);
        _staged?.Dispose();
    }

    /// <summary>Takes bytes that are in memory anyway.</summary>
    public void Fill(ReadOnlyMemory<byte> bytes)
    {
        Discard();
        _inMemory = bytes;
        Hash = XxHash3.HashToUInt64(bytes.Span);
    }

    /// <summary>True where a file that is there has as many bytes, with the same hash.</summary>
    public bool IsAt(string path)
    {
        using var there = File.OpenRead(path);
        if (there.Length != Length) return false;
        var hash = new XxHash3();
        hash.Append(there);
        return hash.GetCurrentHashAsUInt64() == Hash;
    }

    /// <summary>Puts the file into its place, over what is there.</summary>
    /// <param name="path">The full path, in a folder that exists.</param>
    public void MoveTo(string path)
    {
        if (_spilled > 0 && !_isKept) Fill(_write!, isKept: true);
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
        var bytes = _buffer.AsSpan(0, _count);
        if (_isKept)
        {
            _stagedPath ??= staging.NextPath();
            _staged ??= File.OpenHandle(_stagedPath, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            RandomAccess.Write(_staged, bytes, _spilled);
        }

        _hash.Append(bytes);
        _spilled += _count;
        _count = 0;
    }

    private void Discard()
    {
        _staged?.Dispose();
        if (_stagedPath is not null) File.Delete(_stagedPath);
        (_write, _staged, _stagedPath, _spilled, _inMemory, _count) = (null, null, null, 0, default, 0);
        _hash.Reset();
    }
}
