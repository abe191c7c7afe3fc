using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Transformers.Parsing.Syntax;
using Transformers.Text;

namespace Transformers.Parsing;

/// <summary>Finds what a note says first.</summary>
internal static class Opening
{
    private const int MostCharacters = 300;

    /// <summary>The first sentence of the first paragraph that has words of its own; null where there is none.</summary>
    public static string? Of(MarkdownDocument document)
    {
        var paragraph = document.OfType<ParagraphBlock>().FirstOrDefault(block => block.Inline is { } content && HasWords(content));
        return paragraph is null ? null : Sentences.First(PlainText.Of(paragraph), MostCharacters);
    }

    // A line of tags, an embed or a picture says nothing.
    private static bool HasWords(ContainerInline content) => content.Any(inline => inline switch
    {
        LiteralInline text => text.Content.AsSpan().ContainsAnyExcept(" \t"),
        LinkInline link => !link.IsImage,
        WikiLinkInline link => !link.IsEmbed,
        _ => inline is EmphasisInline or CodeInline,
    });
}
