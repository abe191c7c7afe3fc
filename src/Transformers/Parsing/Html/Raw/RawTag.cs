using System.Collections.Immutable;

namespace Transformers.Parsing.Html.Raw;

/// <summary>A start or end tag as its author wrote it.</summary>
/// <param name="Name">The element, lower case.</param>
/// <param name="IsEnd">True for <c>&lt;/name&gt;</c>.</param>
/// <param name="Attributes">Names in lower case, each once; values with their character references decoded.</param>
internal sealed record RawTag(string Name, bool IsEnd, ImmutableArray<RawAttribute> Attributes)
{
    /// <summary>An attribute's value, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var attribute in Attributes)
            {
                if (attribute.Name == name) return attribute.Value;
            }

            return null;
        }
    }
}

/// <summary>An attribute of a tag.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="Value">Decoded; empty where none is given.</param>
internal readonly record struct RawAttribute(string Name, string Value);
