namespace Transformers.Vaults;

/// <summary>A part of the web that is gone, and what stands in its place.</summary>
/// <param name="Prefix">A host, or a host and the beginning of a path, without scheme and <c>www.</c>: <c>paperswithcode.com</c>, <c>example.org/old/</c>.</param>
/// <param name="Replacement">
/// The address to write instead; where both end in <c>/</c>, what follows the prefix is kept. Null where nothing is known to take its place.
/// </param>
/// <param name="Reason">What happened, as the end of a sentence; null where nobody said.</param>
public sealed record DeadLink(string Prefix, string? Replacement, string? Reason = null);
