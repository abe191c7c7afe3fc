using System.Collections.Immutable;
using Transformers.Model;

namespace Transformers.Parsing.Html.Raw;

/// <summary>Writes the start tags of raw HTML: what the sanitiser left of them, with links as the vault's own.</summary>
internal sealed class RawTagWriter(BodyContext context, HtmlPolicy policy)
{
    // What is in the note can't be what a script or a style of the page means; see GitHub, which does the same.
    private const string IdPrefix = "user-content-";

    private readonly HtmlBuffer _html = context.Html;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Writes a start tag.</summary>
    /// <returns>The element that is now open; null for one without content.</returns>
    public OpenElement? Write(RawElement element, ImmutableArray<RawAttribute> attributes, RawPlace place)
    {
        if (element.Name == "a") return Anchor(element, attributes, place);
        _html.Markup(element.StartTag);
        switch (element.Name)
        {
            case "img":
                Source(attributes, place, "alt");
                Attributes(attributes);
                if (Value(attributes, "alt") is null) _html.Markup(" alt=\"\""u8);
                _html.Markup(" loading=\"lazy\" referrerpolicy=\"no-referrer\""u8);
                break;
            case "audio" or "video":
                Source(attributes, place, "title");
                Attributes(attributes);
                _html.Markup(element.Name == "audio" ? " controls preload=\"none\""u8 : " controls preload=\"metadata\""u8);
                break;
            case "source":
                Source(attributes, place, "title");
                Attributes(attributes);
                break;
            default:
                Attributes(attributes);
                break;
        }

        _html.Markup(">"u8);
        return element.Has(ElementTraits.Void) ? null : new(element, element.EndTag);
    }

    /// <summary>Writes a frame that the reader loads, or a link to what may not be shown in one.</summary>
    /// <param name="attributes">The attributes of the <c>iframe</c>.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="isBlock">True where a block may stand.</param>
    /// <returns>False where its host is not the owner's choice.</returns>
    public bool Frame(ImmutableArray<RawAttribute> attributes, RawPlace place, bool isBlock)
    {
        var url = Value(attributes, "src")?.Trim() ?? "";
        if (url.Length == 0) return true;
        var title = Value(attributes, "title");
        if (LinkAddress.IsInternal(url))
        {
            var ordinal = Add(url, title, place, isEmbed: isBlock);
            if (isBlock) _html.Slot(SlotKind.Embed, ordinal);
            else InternalLink(ordinal, title ?? url);
            return true;
        }

        AddOutside(url, place);
        if (Frames.Of(url, title, policy.Configuration) is { } frame)
        {
            if (isBlock) FrameWriter.Write(_html, frame);
            else FrameWriter.Link(_html, frame);
            return true;
        }

        if (LinkAddress.IsSafe(url)) FrameWriter.Link(_html, new(url, url, title ?? url));
        return false;
    }

    private OpenElement Anchor(RawElement element, ImmutableArray<RawAttribute> attributes, RawPlace place)
    {
        var url = Value(attributes, "href")?.Trim() ?? "";
        if (url.Length > 0 && LinkAddress.IsInternal(url))
        {
            var ordinal = Add(url, null, place, isEmbed: false);
            _html.Slot(SlotKind.LinkStart, ordinal);
            return new(element, endTag: null, ordinal);
        }

        var isLink = url.Length > 0 && LinkAddress.IsSafe(url);
        _html.Markup(isLink ? "<a"u8 : "<span"u8);
        Attributes(attributes, isLink ? "external" : null);
        if (isLink)
        {
            AddOutside(url, place);
            _html.Attribute(" href=\""u8, url);
            _html.Markup(" rel=\"noopener\""u8);
        }

        _html.Markup(">"u8);
        return new(element, isLink ? "</a>" : "</span>");
    }

    private void InternalLink(int ordinal, string text)
    {
        _html.Slot(SlotKind.LinkStart, ordinal);
        _html.Text(text);
        _html.Slot(SlotKind.LinkEnd, ordinal);
    }

    private void Source(ImmutableArray<RawAttribute> attributes, RawPlace place, string label)
    {
        var url = Value(attributes, "src")?.Trim() ?? "";
        if (url.Length == 0) return;
        if (LinkAddress.IsInternal(url)) _html.Source(" src"u8, Add(url, Value(attributes, label), place, isEmbed: true));
        else if (LinkAddress.IsSafe(url) || LinkAddress.IsImageData(url)) _html.Attribute(" src=\""u8, url);
        AddOutside(url, place);
    }

    private void AddOutside(string url, RawPlace place)
    {
        if (OutsideLinkReader.IsWeb(url)) context.Add(new OutsideLink(url, context.Source.Locate(place.Span)));
    }

    private int Add(string url, string? label, RawPlace place, bool isEmbed)
    {
        var (target, fragment) = LinkAddress.Split(url);
        var link = new LinkReference
        {
            Ordinal = 0,
            Form = LinkForm.Markdown,
            Target = target,
            Fragment = fragment,
            Label = string.IsNullOrWhiteSpace(label) ? null : label,
            IsEmbed = isEmbed,
            Range = context.Source.Locate(place.Span),
        };
        var (text, last) = isEmbed ? (label ?? url, place.Inline) : place.Label();
        return place.Inline is { } inline
            ? context.Add(inline, text, link, last)
            : context.Add(link with { Context = new(text, context.Anchor, context.Entry) });
    }

    private void Attributes(ImmutableArray<RawAttribute> attributes, string? ownClass = null)
    {
        var names = Value(attributes, "class");
        if (ownClass is not null) names = string.IsNullOrWhiteSpace(names) ? ownClass : $"{ownClass} {names}";
        if (!string.IsNullOrWhiteSpace(names)) _html.Attribute(" class=\""u8, names);
        foreach (var (name, value) in attributes)
        {
            if (name is "class" or "href" or "src" or "controls") continue;
            if (name == "id")
            {
                if (value.Length > 0 && !value.Any(char.IsWhiteSpace) && _ids.Add(value)) _html.Id(IdPrefix + value);
                continue;
            }

            if (name == PresentationalAttributes.Style) _html.Needs(BodyFeatures.Style);
            _html.Markup($" {name}=\"");
            _html.Text(value);
            _html.Markup("\""u8);
        }
    }

    private static string? Value(ImmutableArray<RawAttribute> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Name == name) return attribute.Value;
        }

        return null;
    }
}
