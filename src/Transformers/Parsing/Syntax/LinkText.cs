using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>The text of a link, in which nothing is a link.</summary>
internal static class LinkText
{
    /// <summary>True when there is a link that stays one among siblings, from one on, or in what they contain.</summary>
    public static bool HoldsLink(Inline? first) => InlinesFrom(first).Any(inline =>
        inline is WikiLinkInline { IsEmbed: false } or FootnoteLink or InlineFootnoteInline or LinkInline { IsImage: false, IsAutoLink: false });

    /// <summary>Makes text of the tags, bare URLs and cross references in a link.</summary>
    public static void Flatten(ContainerInline link)
    {
        foreach (var inline in InlinesFrom(link.FirstChild).ToList())
        {
            var text = inline switch
            {
                TagInline tag => "#" + tag.Name,
                AutolinkInline autolink => autolink.Url,
                CrossReferenceInline reference => "^" + reference.Id,
                LinkInline { IsAutoLink: true, FirstChild: LiteralInline written } => written.Content.ToString(),
                _ => null,
            };
            if (text is not null) inline.ReplaceBy(inline.AsText(new StringSlice(text)), copyChildren: false);
        }
    }

    /// <summary>Siblings from one on, and all that they contain.</summary>
    private static IEnumerable<Inline> InlinesFrom(Inline? first)
    {
        for (var sibling = first; sibling is not null; sibling = sibling.NextSibling)
        {
            yield return sibling;
            if (sibling is not ContainerInline container) continue;
            foreach (var inline in container.FindDescendants<Inline>()) yield return inline;
        }
    }
}
