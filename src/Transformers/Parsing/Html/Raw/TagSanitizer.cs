using System.Collections.Concurrent;
using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Transformers.Parsing.Html.Raw;

/// <summary>Passes the attributes of raw HTML through the sanitising library: what is not on its list is gone.</summary>
/// <remarks>
/// A tag at a time, since a body can't be read and written again as a whole without losing the offsets of its slots. The library
/// is not touched as long as no note has raw HTML. Several threads may use one instance.
/// </remarks>
internal sealed class TagSanitizer
{
    /// <summary>The most tags that are remembered.</summary>
    private const int MostRemembered = 10_000;

    private readonly Lazy<HtmlSanitizer> _library = new(Create);
    private readonly ConcurrentDictionary<string, ImmutableArray<RawAttribute>> _remembered = new(StringComparer.Ordinal);

    // A document makes elements for one thread at a time; none is put into it.
    private readonly ConcurrentBag<IHtmlDocument> _documents = [];

    /// <summary>The attributes of a start tag that may stand on a page.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="text">The tag as it was written.</param>
    public ImmutableArray<RawAttribute> Clean(RawTag tag, ReadOnlySpan<char> text)
    {
        if (tag.Attributes.IsEmpty && tag.Name != "center") return [];
        var remembered = _remembered.GetAlternateLookup<ReadOnlySpan<char>>();
        if (remembered.TryGetValue(text, out var known)) return known;

        var clean = Clean(tag);
        if (_remembered.Count < MostRemembered) _remembered.TryAdd(text.ToString(), clean);
        return clean;
    }

    private ImmutableArray<RawAttribute> Clean(RawTag tag)
    {
        // The element is made, not parsed: the library sees what our scanner saw, and nothing is read twice in two ways.
        if (!_documents.TryTake(out var document)) document = new HtmlParser().ParseDocument("");
        var holder = (IHtmlElement)document.CreateElement("div");
        var element = document.CreateElement(tag.Name);
        foreach (var (name, value) in PresentationalAttributes.Of(tag))
        {
            if (name is [>= 'A' and <= 'z', ..] && name.All(c => char.IsAsciiLetter(c) || c == '-')) element.SetAttribute(name, value);
        }

        holder.AppendChild(element);
        _library.Value.SanitizeDom(document, holder);
        _documents.Add(document);
        return holder.FirstElementChild is { } clean ? [.. clean.Attributes.Select(attribute => new RawAttribute(attribute.Name, attribute.Value))] : [];
    }

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            // For a frame nothing but its address and its size is read; it is never written.
            AllowedTags = RawElement.Names.Append("iframe").ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(
            [
                "align", "alt", "aria-label", "class", "colspan", "controls", "datetime", PresentationalAttributes.Style, "dir", "height", "high", "href", "id", "lang", "loop", "low", "max", "min",
                "muted", "open", "optimum", "reversed", "rowspan", "span", "src", "start", "title", "type", "valign", "value", "width",
            ], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>([.. LinkAddress.SafeSchemes, "data", "file"], StringComparer.OrdinalIgnoreCase),
            AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
        });
        sanitizer.FilterUrl += (_, found) =>
        {
            if (found.SanitizedUrl?.TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase) is true && !LinkAddress.IsImageData(found.SanitizedUrl)) found.SanitizedUrl = null;
        };
        return sanitizer;
    }
}
