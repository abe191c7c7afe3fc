namespace Transformers.Model;

/// <summary>A range of a body's HTML: a 0-based start and an end after the last byte, in UTF-8 bytes.</summary>
/// <param name="Start">The first byte.</param>
/// <param name="End">The byte after the last one.</param>
public readonly record struct ByteRange(int Start, int End);
