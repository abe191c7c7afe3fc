using Markdig.Syntax.Inlines;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Parsing.Html;

/// <summary>Writes what is embedded by <c>![text](address)</c>: a file of the vault, a picture elsewhere, a video.</summary>
internal sealed class ImageWriter(BodyContext context, RawHtml rawHtml)
{
    /// <summary>Writes an image.</summary>
    public void Write(LinkInline image)
    {
        var html = context.Html;
        var url = image.Url ?? "";
        var (label, size) = ImageLabel.Split(PlainText.Of(image));
        if (LinkAddress.IsInternal(image) && context.LinkDepth > 0 && EmbedForm.IsBlock(LinkAddress.Split(url).Target))
        {
            html.Text(label ?? url);
            return;
        }

        if (LinkAddress.IsInternal(image))
        {
            Embed(image, url, label, size);
            return;
        }

        if (rawHtml.Video(url, label)) return;
        if (!LinkAddress.IsSafe(url) && !LinkAddress.IsImageData(url))
        {
            html.Text(label ?? "");
            return;
        }

        Outside(url, label ?? "", size, image.Title);
    }

    /// <summary>Writes a picture, or a player that asks for nothing until the reader does.</summary>
    private void Outside(string url, string label, ImageSize? size, string? title)
    {
        var html = context.Html;
        var kind = MediaKinds.OfAddress(url);
        html.Attribute(kind switch { MediaKind.Audio => "<audio src=\""u8, MediaKind.Video => "<video src=\""u8, _ => "<img src=\""u8 }, url);
        html.Attribute(kind is MediaKind.Audio or MediaKind.Video ? " aria-label=\""u8 : " alt=\""u8, label);
        if (size is { } pixels && kind != MediaKind.Audio) ImageSizes.Write(html, pixels);
        if (!string.IsNullOrEmpty(title)) html.Attribute(" title=\""u8, title);
        html.Markup(kind switch
        {
            MediaKind.Audio => " controls preload=\"none\"></audio>"u8,
            MediaKind.Video => " controls preload=\"none\"></video>"u8,
            _ => " loading=\"lazy\" referrerpolicy=\"no-referrer\">"u8,
        });
    }

    private void Embed(LinkInline image, string url, string? label, ImageSize? size)
    {
        var link = Reference(image, url, context.Source) with { Label = label, Size = size };
        var isBlock = EmbedForm.IsBlock(link.Target);
        var isEmbed = context.HoldsBlocks || !isBlock;
        if (isEmbed && isBlock) rawHtml.BeforeBlock();
        var ordinal = context.Add(image, label ?? url, link with { IsEmbed = isEmbed });
        if (isEmbed)
        {
            context.Html.Slot(SlotKind.Embed, ordinal);
            return;
        }

        context.Html.Slot(SlotKind.LinkStart, ordinal);
        context.Html.Text(label ?? url);
        context.Html.Slot(SlotKind.LinkEnd, ordinal);
    }

    /// <summary>A link in Markdown's own form.</summary>
    /// <param name="link">The link or image.</param>
    /// <param name="url">Its address within the vault.</param>
    /// <param name="source">The note.</param>
    public static LinkReference Reference(LinkInline link, string url, NoteSource source)
    {
        var (target, fragment) = LinkAddress.Split(url);
        return new()
        {
            Ordinal = 0,
            Form = LinkForm.Markdown,
            Target = target,
            Fragment = fragment,
            Title = string.IsNullOrEmpty(link.Title) ? null : link.Title,
            Range = source.Locate(link.Span),
        };
    }
}
