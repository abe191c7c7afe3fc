using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Html.Raw;

/// <summary>Knows, inline by inline in document order, what a script and the like holds: readers see nothing of it.</summary>
internal sealed class HiddenText
{
    private RawElement? _element;
    private int _depth;

    /// <summary>True for an inline that is not shown, the tags around it included.</summary>
    public bool Hides(Inline inline)
    {
        if (inline is not HtmlInline html || RawHtmlScanner.TagOf(html.Tag) is not { } tag) return _element is not null;
        if (RawElement.Find(tag.Name) is not { } element || !element.Has(ElementTraits.Hidden)) return _element is not null;
        if (_element is null && tag.IsEnd) return true;

        if ((_element ??= element) == element && !html.Tag.EndsWith("/>", StringComparison.Ordinal)) _depth += tag.IsEnd ? -1 : 1;
        if (_depth == 0) _element = null;
        return true;
    }
}
