using System.Collections.Immutable;

namespace Transformers.Model;

/// <summary>A note's text as HTML, rendered once, with slots for what depends on the rest of the vault.</summary>
/// <remarks>Sections, blocks and entries know their ranges in it, so that an embed, a preview or a listing is a slice of it.</remarks>
/// <param name="Html">UTF-8. Safe: what a stranger wrote is escaped or sanitised.</param>
/// <param name="Slots">By offset; they do not overlap.</param>
/// <param name="Features">By offset: what needs more of a page than its style sheet.</param>
public sealed record Body(ReadOnlyMemory<byte> Html, ImmutableArray<Slot> Slots, ImmutableArray<FeatureUse> Features)
{
    /// <summary>What an embed of the whole note shows: all of it, but of a canvas the drawing alone, of a base the first view.</summary>
    public ByteRange Embedded
    {
        get => field == default ? All : field;
        init;
    }

    /// <summary>The whole of it.</summary>
    public ByteRange All => new(0, Html.Length);

    /// <summary>The slots that stand in a range, by offset.</summary>
    /// <remarks>A part of a body begins with a tag and ends with one. A slot at its very start belongs to what stands before it.</remarks>
    public ReadOnlySpan<Slot> SlotsIn(ByteRange range)
    {
        var first = range.Start == 0 ? 0 : FirstFrom(Slots, slot => slot.Offset, range.Start + 1);
        var end = FirstFrom(Slots, slot => slot.Offset, range.End == Html.Length ? range.End + 1 : range.End);
        return Slots.AsSpan(first, Math.Max(0, end - first));
    }

    /// <summary>What the page needs that shows a range, without what is embedded in it.</summary>
    public BodyFeatures FeaturesIn(ByteRange range)
    {
        var features = BodyFeatures.None;
        for (var i = FirstFrom(Features, use => use.Offset, range.Start); i < Features.Length && Features[i].Offset < range.End; i++) features |= Features[i].Feature;
        return features;
    }

    /// <summary>How many of the items, which are in the order of their offsets, stand before an offset.</summary>
    private static int FirstFrom<T>(ImmutableArray<T> items, Func<T, int> offsetOf, int offset)
    {
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (offsetOf(items[middle]) < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

/// <summary>What a part of a body needs of the page: scripts and style sheets that other pages do without.</summary>
[Flags]
public enum BodyFeatures
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Formulas, to be typeset.</summary>
    Math = 1,

    /// <summary>Mermaid diagrams, to be drawn.</summary>
    Diagram = 2,

    /// <summary>Pages of other sites, to be loaded when the reader asks for them.</summary>
    Frame = 4,

    /// <summary>Code in colours.</summary>
    Code = 8,

    /// <summary>The drawing of a canvas, to be moved.</summary>
    Canvas = 16,

    /// <summary>The view of a base.</summary>
    Base = 32,

    /// <summary>Colours and the like of raw HTML, to be set by script.</summary>
    Style = 64,
}

/// <summary>A use of a feature.</summary>
/// <param name="Offset">Where in the HTML, in bytes.</param>
/// <param name="Feature">One feature.</param>
public readonly record struct FeatureUse(int Offset, BodyFeatures Feature);

/// <summary>A place in a body's HTML that only the whole vault, or the page it stands on, can fill.</summary>
/// <param name="Offset">Where it stands, in bytes.</param>
/// <param name="Length">How many bytes of the HTML it stands for; 0 where something is only inserted.</param>
/// <param name="Kind">What fills it.</param>
/// <param name="Ordinal">Which link, tag or entry of the note it belongs to, see <see cref="SlotKind"/>.</param>
public readonly record struct Slot(int Offset, int Length, SlotKind Kind, int Ordinal);

/// <summary>What fills a slot.</summary>
public enum SlotKind
{
    /// <summary>The start tag of the link in <see cref="Note.Links"/>; its text follows in the HTML.</summary>
    LinkStart,

    /// <summary>The end tag that belongs to the last <see cref="LinkStart"/>.</summary>
    LinkEnd,

    /// <summary>What the link in <see cref="Note.Links"/> shows in place: an image, a player, a note's body or a part of one.</summary>
    Embed,

    /// <summary>The address of the page of a tag in <see cref="Note.Tags"/>.</summary>
    TagAddress,

    /// <summary>An attribute that is in the HTML, such as <c> id="^dpt"</c>: kept on the note's own page, dropped where a slice is shown elsewhere.</summary>
    Id,

    /// <summary>The name of an attribute that is in the HTML, such as <c> src</c>: written with the address of the attachment that the link in <see cref="Note.Links"/> leads to, dropped where it leads to none.</summary>
    Source,

    /// <summary>What leads to the note's own page: nothing on that page, its address elsewhere. A <c>#fragment</c> follows.</summary>
    OwnAddress,

    /// <summary>The start tag of the link in <see cref="Note.Links"/>, in SVG.</summary>
    DrawnLinkStart,

    /// <summary>The end tag that belongs to the last <see cref="DrawnLinkStart"/>.</summary>
    DrawnLinkEnd,

    /// <summary>The <c>href</c> of an SVG image: the attachment in <see cref="Note.Links"/>; nothing where there is none.</summary>
    DrawnImage,

    /// <summary>What the view in <see cref="Note.Views"/> shows.</summary>
    View,

    /// <summary>The end of the own text of the entry in <see cref="Note.Entries"/>, before its children: what leads to its work.</summary>
    EntryEnd,
}
