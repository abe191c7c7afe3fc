using System.Runtime.CompilerServices;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;
using Transformers.Model;
using Transformers.Parsing.Syntax;

namespace Transformers.Parsing.Html;

/// <summary>Writes inline content as HTML, and records its links and tags.</summary>
internal sealed class InlineWriter(BodyContext context, FootnoteWriter footnotes, RawHtml rawHtml)
{
    private readonly HtmlBuffer _html = context.Html;
    private readonly ImageWriter _images = new(context, rawHtml);
    private readonly EntryTitles _titles = new(context, rawHtml);

    /// <summary>Writes what a container holds.</summary>
    /// <exception cref="InsufficientExecutionStackException">It is nested deeper than the stack can take.</exception>
    public void Write(ContainerInline container)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (!rawHtml.IsHidden && _titles.IsText(inline)) inline = TitleText(inline);
            else Write(inline);
        }
    }

    /// <summary>Writes what a container holds; raw HTML that it leaves open ends with it.</summary>
    public void WriteApart(ContainerInline container)
    {
        var scope = rawHtml.Enter();
        Write(container);
        rawHtml.Leave(scope);
    }

    /// <summary>Writes a footnote that stands within the line, in the element that shows it.</summary>
    /// <param name="footnote">The footnote.</param>
    /// <param name="anchor">The element's <c>id</c>.</param>
    public void Write(InlineFootnoteInline footnote, string anchor)
    {
        var outer = context.Anchor;
        context.Enter(footnote, anchor);
        WriteApart(footnote);
        context.Anchor = outer;
    }

    private Inline TitleText(Inline first)
    {
        rawHtml.BeforeText();
        return _titles.WriteText(first, Write);
    }

    private void Write(Inline inline)
    {
        if (rawHtml.IsHidden && inline is not HtmlInline)
        {
            // Only for the tag that ends what is hidden.
            if (inline is ContainerInline hidden) Write(hidden);
            return;
        }

        if (!IsBlank(inline)) rawHtml.BeforeText();
        WriteShown(inline);
    }

    private void WriteShown(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal: _html.Text(literal.Content.AsSpan()); break;
            case LineBreakInline line: LineBreak(line); break;
            case CodeInline code: Element("<code>"u8, code.Content, "</code>"u8); break;
            case HtmlEntityInline entity: _html.Text(entity.Transcoded.AsSpan()); break;
            case HtmlInline raw: rawHtml.Inline(raw); break;
            case EmphasisInline emphasis: Emphasis(emphasis); break;
            case TaskInline task: Task(task); break;
            case MathInline math: Math(math); break;
            case CommentInline: break;
            case TagInline tag: Tag(tag); break;
            case WikiLinkInline link: WikiLink(link); break;
            case CrossReferenceInline reference: CrossReference(reference); break;
            case InlineFootnoteInline note: Footnote(note); break;
            case FootnoteLink { IsBackLink: false } note: Footnote(note.Footnote); break;
            case FootnoteLink: break;
            case AutolinkInline link: Autolink(link); break;
            case LinkInline { IsImage: true } image: _images.Write(image); break;
            case LinkInline link: Link(link); break;
            case ContainerInline container: Write(container); break;
        }
    }

    private static bool IsBlank(Inline inline) =>
        inline is HtmlInline or LineBreakInline or CommentInline || (inline is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace());

    private void Element(ReadOnlySpan<byte> start, string text, ReadOnlySpan<byte> end)
    {
        _html.Markup(start);
        _html.Text(text);
        _html.Markup(end);
    }

    private void Math(MathInline math)
    {
        _html.Needs(BodyFeatures.Math);
        Element(math.IsDisplay ? "<span class=\"math display\">"u8 : "<span class=\"math inline\">"u8, math.Content, "</span>"u8);
    }

    private void LineBreak(LineBreakInline line) => _html.Markup((line.IsHard || context.BreaksLines) && !rawHtml.HoldsTableParts ? "<br>\n"u8 : "\n"u8);

    private void Emphasis(EmphasisInline emphasis)
    {
        var (start, end) = (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
        {
            ('=', _) => ("<mark>", "</mark>"),
            ('~', _) => ("<del>", "</del>"),
            (_, 2) => ("<strong>", "</strong>"),
            _ => ("<em>", "</em>"),
        };
        _html.Markup(start);
        WriteApart(emphasis);
        _html.Markup(end);
    }

    private void Task(TaskInline task) =>
        _html.Markup(task.State == " " ? "<input type=\"checkbox\" disabled aria-label=\"open\">"u8 : "<input type=\"checkbox\" disabled checked aria-label=\"done\">"u8);

    private void Tag(TagInline tag)
    {
        if (context.LinkDepth > 0)
        {
            _html.Text("#" + tag.Name);
            return;
        }

        var ordinal = context.AddTag(tag.Name);
        _html.Markup("<a class=\"tag\" href=\""u8);
        _html.Slot(SlotKind.TagAddress, ordinal);
        _html.Markup("\">#"u8);
        _html.Text(tag.Name);
        _html.Markup("</a>"u8);
    }

    private void Footnote(Markdig.Syntax.MarkdownObject note)
    {
        if (context.LinkDepth == 0) footnotes.Reference(note);
    }

    private void WikiLink(WikiLinkInline link)
    {
        var shown = WikiLinkText.Of(link);
        var isEmbed = link.IsEmbed && ((context.HoldsBlocks && context.LinkDepth == 0) || !EmbedForm.IsBlock(link.Target));
        if (context.LinkDepth > 0 && !isEmbed)
        {
            _html.Text(shown);
            return;
        }

        var (label, size) = isEmbed ? ImageLabel.Split(link.Label) : (link.Label, null);
        var ordinal = context.Add(link, shown, new LinkReference
        {
            Ordinal = 0,
            Form = LinkForm.Wiki,
            Target = link.Target,
            Fragment = link.Fragment,
            Label = label,
            Size = size,
            IsEmbed = isEmbed,
            Range = context.Source.Locate(link.Span),
        });
        if (isEmbed && EmbedForm.IsBlock(link.Target)) rawHtml.BeforeBlock();
        if (isEmbed) _html.Slot(SlotKind.Embed, ordinal);
        else VaultLink(ordinal, shown);
    }

    private void CrossReference(CrossReferenceInline reference)
    {
        var shown = "^" + reference.Id;
        var target = reference.HasTarget ? TargetOf(reference) : ("", null);
        if (context.LinkDepth > 0 || target is null)
        {
            _html.Text(shown);
            return;
        }

        var ordinal = context.Add(reference, shown, new LinkReference
        {
            Ordinal = 0,
            Form = reference.HasTarget ? LinkForm.CrossReference : LinkForm.BareBlock,
            Target = target.Value.Target,
            Fragment = shown,
            Range = context.Source.Locate(reference.Span),
        });
        VaultLink(ordinal, shown);
    }

    private static (string Target, string? Fragment)? TargetOf(CrossReferenceInline reference)
    {
        for (var next = reference.NextSibling; next is not null; next = next.NextSibling)
        {
            if (next is WikiLinkInline wiki) return (wiki.Target, null);
            if (next is LinkInline link) return LinkAddress.IsInternal(link) ? LinkAddress.Split(link.Url!) : null;
        }

        return null;
    }

    private void VaultLink(int ordinal, string shown)
    {
        _html.Slot(SlotKind.LinkStart, ordinal);
        _html.Text(shown);
        _html.Slot(SlotKind.LinkEnd, ordinal);
    }

    private void Autolink(AutolinkInline link)
    {
        var url = link.IsEmail ? "mailto:" + link.Url : link.Url;
        if (context.LinkDepth > 0 || !LinkAddress.IsSafe(url))
        {
            _html.Text(link.Url);
            return;
        }

        StartExternal(url, null, _titles.IsLink(link));
        _html.Text(link.Url);
        _html.Markup("</a>"u8);
    }

    private void Link(LinkInline link)
    {
        var url = link.Url ?? "";
        if (context.LinkDepth > 0 || (url.Length == 0 && !link.IsAutoLink))
        {
            Write(link);
            return;
        }

        context.LinkDepth++;
        if (LinkAddress.IsInternal(link)) InternalLink(link, url);
        else if (LinkAddress.IsSafe(url)) ExternalLink(link, url);
        else UnsafeLink(link, url);
        context.LinkDepth--;
    }

    private void InternalLink(LinkInline link, string url)
    {
        var ordinal = context.Add(link, PlainText.Of(link), ImageWriter.Reference(link, url, context.Source));
        _html.Slot(SlotKind.LinkStart, ordinal);
        WriteApart(link);
        _html.Slot(SlotKind.LinkEnd, ordinal);
    }

    private void ExternalLink(LinkInline link, string url)
    {
        var isTitle = _titles.IsLink(link);
        StartExternal(url, link.Title, isTitle, showsHost: context.Entry is not null && !link.IsAutoLink);
        if (_titles.EntryOf(link)?.Citation is { } citation) _titles.WriteLinkText(link, citation, Write);
        else WriteApart(link);
        _html.Markup("</a>"u8);
    }

    private void UnsafeLink(LinkInline link, string url)
    {
        _html.Markup("<span class=\"unresolved\""u8);
        _html.Attribute(" title=\""u8, $"Not a link that a page may have: {url}");
        _html.Markup(">"u8);
        WriteApart(link);
        _html.Markup("</span>"u8);
    }

    private void StartExternal(string url, string? title, bool isEntryTitle, bool showsHost = false)
    {
        _html.Markup(isEntryTitle ? "<a class=\"external entry-title\""u8 : "<a class=\"external\""u8);
        _html.Attribute(" href=\""u8, url);
        if (!string.IsNullOrEmpty(title)) _html.Attribute(" title=\""u8, title);
        if (showsHost && LinkAddress.HostOf(url) is { } host) _html.Attribute(" data-host=\""u8, host);
        _html.Markup(" rel=\"noopener\">"u8);
    }
}
