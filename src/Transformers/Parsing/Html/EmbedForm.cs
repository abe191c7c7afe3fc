using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Transformers.Parsing.Syntax;
using Transformers.Text;

namespace Transformers.Parsing.Html;

/// <summary>Tells, before links are resolved, whether an embed will show blocks or something that runs within a line.</summary>
internal static class EmbedForm
{
    /// <summary>True where a paragraph embeds a note or a part of one, or has a block of raw HTML in it.</summary>
    public static bool HoldsBlocks(ParagraphBlock paragraph)
    {
        if (paragraph.Inline is null) return false;
        foreach (var inline in PlainText.InlinesOf(paragraph.Inline))
        {
            if (RawHtml.HoldsBlocks(inline)) return true;
            if (inline is WikiLinkInline { IsEmbed: true } wiki && IsBlock(wiki.Target)) return true;
            if (inline is LinkInline { IsImage: true } image && LinkAddress.IsInternal(image) && IsBlock(LinkAddress.Split(image.Url!).Target)) return true;
        }

        return false;
    }

    /// <summary>True for what is shown as a block: a note, or what is not known.</summary>
    public static bool IsBlock(string target) => MediaKinds.Of(target) == MediaKind.None;
}
