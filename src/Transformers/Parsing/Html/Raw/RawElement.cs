using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Transformers.Parsing.Html.Raw;

/// <summary>What matters about an element when raw HTML is to stay well-formed.</summary>
[Flags]
internal enum ElementTraits
{
    /// <summary>It runs within a line and may hold anything.</summary>
    None = 0,

    /// <summary>It has no content and no end tag.</summary>
    Void = 1,

    /// <summary>It stands on its own; in HTML it ends a paragraph.</summary>
    Block = 2,

    /// <summary>It holds text alone and ends where a block begins: a paragraph, a heading.</summary>
    HoldsTextAlone = 4,

    /// <summary>It holds parts of a table alone; a browser moves everything else out of it.</summary>
    HoldsTableParts = 8,

    /// <summary>A cell or caption: what is in it can't end what is around the table.</summary>
    Cell = 16,

    /// <summary>It is left out, and so is what it holds.</summary>
    Hidden = 32,
}

/// <summary>An element of raw HTML.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Shown">As it stands on the page.</param>
/// <param name="Traits">How it behaves.</param>
/// <param name="Parents">The elements in which alone it may stand; empty for those that may stand anywhere.</param>
internal sealed record RawElement(string Name, string Shown, ElementTraits Traits, ImmutableArray<string> Parents)
{
    private static readonly FrozenDictionary<string, RawElement> All = Create().ToFrozenDictionary(element => element.Name, StringComparer.Ordinal);

    /// <summary>The start tag without its attributes and <c>&gt;</c>.</summary>
    public string StartTag { get; } = $"<{Shown}";

    /// <summary>The end tag.</summary>
    public string EndTag { get; } = $"</{Shown}>";

    /// <summary>True for <c>td</c>, <c>tr</c>, <c>tbody</c> …</summary>
    public bool IsTablePart => Has(ElementTraits.Cell | ElementTraits.HoldsTableParts) && Name != "table";

    /// <summary>An element that may stand on a page or is hidden on purpose; null for all others, whose tags alone are left out.</summary>
    /// <param name="name">Lower case.</param>
    public static RawElement? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>The names of the elements that may stand on a page.</summary>
    public static IEnumerable<string> Names => All.Values.Where(element => !element.Has(ElementTraits.Hidden)).Select(element => element.Name);

    /// <summary>True if it has one of these traits.</summary>
    public bool Has(ElementTraits traits) => (Traits & traits) != ElementTraits.None;

    private static IEnumerable<RawElement> Create() =>
    [
        .. Of(ElementTraits.None, "a abbr audio b bdi bdo cite code data del dfn em i ins kbd mark meter picture progress q ruby s samp small span strong sub sup time u var video"),
        .. Of(ElementTraits.None, "rp rt", "ruby"),
        .. Of(ElementTraits.Void, "br img wbr"),
        .. Of(ElementTraits.Void, "source", "audio video"),
        .. Of(ElementTraits.Block | ElementTraits.Void, "hr"),
        .. Of(ElementTraits.Block, "blockquote details div dl figcaption figure ol pre ul"),
        .. Of(ElementTraits.Block, "summary", "details"),
        .. Of(ElementTraits.Block, "li", "ol ul"),
        .. Of(ElementTraits.Block, "dd dt", "dl"),
        .. Of(ElementTraits.Block | ElementTraits.HoldsTextAlone, "p h2 h3 h4 h5 h6"),
        .. Of(ElementTraits.Block | ElementTraits.HoldsTableParts, "table"),
        .. Of(ElementTraits.Block | ElementTraits.HoldsTableParts, "colgroup tbody tfoot thead", "table"),
        .. Of(ElementTraits.Block | ElementTraits.HoldsTableParts, "tr", "table tbody tfoot thead"),
        .. Of(ElementTraits.Block | ElementTraits.Cell, "td th", "tr"),
        .. Of(ElementTraits.Block | ElementTraits.Cell, "caption", "table"),
        .. Of(ElementTraits.Block | ElementTraits.Void, "col", "colgroup"),

        // The page has its title already, and its own landmarks.
        new("h1", "h2", ElementTraits.Block | ElementTraits.HoldsTextAlone, []),
        new("strike", "s", ElementTraits.None, []),
        new("tt", "code", ElementTraits.None, []),
        new("font", "span", ElementTraits.None, []),
        .. Of(ElementTraits.Block, "address article aside center footer header main nav section").Select(element => new RawElement(element.Name, "div", element.Traits, [])),
        .. Of(ElementTraits.Hidden, "applet frameset iframe math noembed noframes noscript object plaintext script select style svg template textarea title xmp"),
    ];

    private static IEnumerable<RawElement> Of(ElementTraits traits, string names, string parents = "") =>
        names.Split(' ').Select(name => new RawElement(name, name, traits, parents.Length > 0 ? [.. parents.Split(' ')] : []));
}
