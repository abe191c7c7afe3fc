namespace Transformers.Tests.Support;

/// <summary>Tests that measure what the whole process does, and so run when no others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
