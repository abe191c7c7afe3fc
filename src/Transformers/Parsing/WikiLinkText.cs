using Transformers.Parsing.Syntax;

namespace Transformers.Parsing;

/// <summary>What a wikilink shows.</summary>
internal static class WikiLinkText
{
    /// <summary>The label; else what was written, <c>Note#Heading#Sub</c> as <c>Note &gt; Heading &gt; Sub</c>.</summary>
    /// <remarks>Obsidian help, "Internal links".</remarks>
    public static string Of(WikiLinkInline link) => Of(link.Target, link.Fragment, link.Label);

    /// <inheritdoc cref="Of(WikiLinkInline)"/>
    public static string Of(string target, string? fragment, string? label)
    {
        if (!string.IsNullOrWhiteSpace(label)) return label.Trim();
        var parts = fragment is null ? [] : fragment.Split('#', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join(" > ", target.Length == 0 ? parts : [target, .. parts]);
    }
}
