namespace Transformers.Model;

/// <summary>A name that a registry gives to a work, the same whatever address leads there.</summary>
/// <param name="Scheme">
/// Lower case: <c>arxiv</c>, <c>doi</c>, <c>isbn</c>, <c>openreview</c>, <c>acl</c>, <c>pubmed</c>, <c>pmc</c>, <c>hal</c>, <c>ssrn</c>,
/// <c>github</c>, <c>huggingface</c>, <c>youtube</c> or <c>youtube-playlist</c>.
/// </param>
/// <param name="Value">In the registry's canonical spelling, so that equal works have equal values.</param>
public readonly record struct Identifier(string Scheme, string Value)
{
    /// <summary>Scheme and value, e.g. <c>arxiv:1706.03762</c>.</summary>
    public override string ToString() => $"{Scheme}:{Value}";
}
