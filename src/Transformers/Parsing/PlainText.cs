using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Transformers.Parsing.Html.Raw;
using Transformers.Parsing.Syntax;

namespace Transformers.Parsing;

/// <summary>What a reader sees of inline content, without markup.</summary>
internal static class PlainText
{
    /// <summary>The text of everything in a leaf block.</summary>
    public static string Of(LeafBlock block) => block.Inline is { } inline ? Of(inline) : "";

    /// <summary>The text of everything in a container.</summary>
    public static string Of(ContainerInline container)
    {
        var text = new StringBuilder();
        foreach (var inline in ShownInlinesOf(container)) Append(text, inline);
        return Tidy(text);
    }

    /// <summary>The text from one sibling on, through the last one.</summary>
    public static string From(Inline? first)
    {
        var text = new StringBuilder();
        var hidden = new HiddenText();
        for (var sibling = first; sibling is not null; sibling = sibling.NextSibling)
        {
            if (sibling is ContainerInline container)
            {
                foreach (var inline in InlinesOf(container).Where(inline => !hidden.Hides(inline))) Append(text, inline);
            }
            else if (!hidden.Hides(sibling))
            {
                Append(text, sibling);
            }
        }

        return Tidy(text);
    }

    /// <summary>How long the text of one inline is, what it contains included.</summary>
    public static int LengthOf(Inline inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline is ContainerInline container ? ShownInlinesOf(container) : [inline]) Append(text, part);
        return text.Length;
    }

    /// <summary>All inlines below a container in document order, containers before their content.</summary>
    /// <remarks>A walk without recursion: emphasis can be nested some ten thousand deep.</remarks>
    public static IEnumerable<Inline> InlinesOf(ContainerInline container)
    {
        Inline? inline = container.FirstChild;
        while (inline is not null)
        {
            yield return inline;
            if (inline is ContainerInline { FirstChild: { } child })
            {
                inline = child;
                continue;
            }

            while (inline is not null && inline.NextSibling is null && inline.Parent != container) inline = inline.Parent;
            inline = inline?.NextSibling;
        }
    }

    /// <summary>Those of <see cref="InlinesOf"/> that no script or the like holds.</summary>
    public static IEnumerable<Inline> ShownInlinesOf(ContainerInline container)
    {
        var hidden = new HiddenText();
        return InlinesOf(container).Where(inline => !hidden.Hides(inline));
    }

    /// <summary>The text that one inline shows by itself, without what it contains.</summary>
    public static void Append(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
            case CodeInline code: text.Append(code.Content); break;
            case LineBreakInline: text.Append(' '); break;
            case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
            case AutolinkInline link: text.Append(link.Url); break;
            case WikiLinkInline { IsEmbed: true } embed: text.Append(WikiLinkText.Of(embed.Target, embed.Fragment, ImageLabel.Split(embed.Label).Text)); break;
            case WikiLinkInline link: text.Append(WikiLinkText.Of(link)); break;
            case TagInline tag: text.Append('#').Append(tag.Name); break;
            case MathInline math: text.Append(math.Content); break;
            case CrossReferenceInline reference: text.Append('^').Append(reference.Id); break;
        }
    }

    private static string Tidy(StringBuilder text) => text.ToString().Trim();
}
