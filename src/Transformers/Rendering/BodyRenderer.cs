using System.Buffers;
using System.Globalization;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Rendering;

/// <summary>Writes a note's body, or a slice of it, on one page: what was ready is copied, the slots are filled.</summary>
internal sealed class BodyRenderer
{
    /// <summary>How deep embeds are shown in embeds.</summary>
    public const int MostLevels = 8;

    /// <summary>How many bytes a page's embeds may bring; what is beyond is linked.</summary>
    private const int MostEmbedded = 4 << 20;

    /// <summary>How many rows the views of bases on a page may have in all.</summary>
    private const int MostRows = 10_000;

    private readonly Note _page;
    private readonly Site _site;
    private readonly PageLinks _links;
    private readonly IBufferWriter<byte> _output;
    private readonly Stack<(SourcePath Note, string Anchor)> _shown = new();
    private readonly BaseViewWriter _views;
    private int _embedded;
    private int _rows;

    private BodyRenderer(Note page, Site site, PageLinks links, IBufferWriter<byte> output)
    {
        (_page, _site, _links, _output) = (page, site, links, output);
        _views = new BaseViewWriter(site, links, output);
    }

    /// <summary>Writes the whole body of a note on its own page.</summary>
    public static void Write(Note note, Site site, PageLinks links, IBufferWriter<byte> output) =>
        new BodyRenderer(note, site, links, output).Write(note, "", note.Body.All);

    private void Write(Note note, string anchor, ByteRange range)
    {
        _shown.Push((note.Path, anchor));
        var isElsewhere = _shown.Count > 1;
        var html = note.Body.Html.Span;
        var links = _site.Graph.From(note);
        var at = range.Start;
        foreach (var slot in note.Body.SlotsIn(range))
        {
            _output.Write(html[at..slot.Offset]);
            at = slot.Offset + slot.Length;
            switch (slot.Kind)
            {
                case SlotKind.Id when !isElsewhere: _output.Write(html.Slice(slot.Offset, slot.Length)); break;
                case SlotKind.LinkStart: LinkWriter.Start(links[slot.Ordinal], _site, _links, _output); break;
                case SlotKind.LinkEnd: LinkWriter.End(links[slot.Ordinal], _output); break;
                case SlotKind.TagAddress: _output.WriteText(_links.To(AddressBook.OfTag(note.Tags[slot.Ordinal].Name))); break;
                case SlotKind.OwnAddress when isElsewhere: _output.WriteText(_links.To(_site.Addresses.Of(note))); break;
                case SlotKind.DrawnLinkStart: LinkWriter.StartDrawn(links[slot.Ordinal], _site, _links, _output); break;
                case SlotKind.DrawnLinkEnd: LinkWriter.EndDrawn(links[slot.Ordinal], _output); break;
                case SlotKind.DrawnImage when links[slot.Ordinal].Target is LinkTarget.Attachment(var path): _output.WriteAttribute(" href=\""u8, _links.To(_site.Addresses.Of(path))); break;
                case SlotKind.View: View(note.Views[slot.Ordinal]); break;
                case SlotKind.EntryEnd: EntryLinks.Write(_site.Catalogue.EntriesOf(note)[slot.Ordinal], _site, _links, _output); break;
                case SlotKind.Source when links[slot.Ordinal].Target is LinkTarget.Attachment(var path): Source(html.Slice(slot.Offset, slot.Length), path); break;
                case SlotKind.Embed: Embed(links[slot.Ordinal]); break;
            }
        }

        _output.Write(html[at..range.End]);
        _shown.Pop();
    }

    private void View(BaseView view)
    {
        var table = _site.Bases.Of(view, _page);
        _rows += table.Groups.Sum(group => group.Rows.Length);
        if (_rows <= MostRows) _views.Write(table);
        else _output.Write("<p class=\"base-more\">This page shows too many views; this one is left out.</p>\n"u8);
    }

    private void Source(ReadOnlySpan<byte> attribute, SourcePath path)
    {
        _output.Write(attribute);
        _output.WriteAttribute("=\""u8, _links.To(_site.Addresses.Of(path)));
    }

    private void Embed(ResolvedLink link)
    {
        switch (link.Target)
        {
            case LinkTarget.Found(var note, var part) when MayShow(note, part):
                _output.Write("<div class=\"embed\"><div class=\"embed-source\">"u8);
                SourceLink(link, note, part);
                _output.Write("</div>\n"u8);
                var (start, end) = ListAround(part);
                _output.WriteMarkup(start);
                Write(note, part.Anchor, part.RangeIn(note));
                _output.WriteMarkup(end);
                _output.Write("</div>\n"u8);
                break;
            case LinkTarget.Found(var note, var part):
                SourceLink(link, note, part);
                break;
            case LinkTarget.Attachment(var path):
                AttachmentWriter.Embed(link.Reference, path, _links.To(_site.Addresses.Of(path)), _output);
                break;
            default:
                LinkWriter.Start(link, _site, _links, _output);
                _output.WriteText(link.Reference.Label ?? Written(link.Reference));
                LinkWriter.End(link, _output);
                break;
        }
    }

    /// <summary>The tags of the list that a single item needs around it; empty for what is none.</summary>
    private static (string Start, string End) ListAround(NotePart part) => part switch
    {
        NotePart.OfBlock { Block: { Number: { } number } } => (number == 1 ? "<ol>" : string.Create(CultureInfo.InvariantCulture, $"<ol start=\"{number}\">"), "</ol>"),
        NotePart.OfEntry or NotePart.OfBlock { Block.IsListItem: true } => ("<ul>", "</ul>"),
        _ => ("", ""),
    };

    /// <summary>What was written, as a link shows it: <c>Note &gt; Heading</c>.</summary>
    private static string Written(LinkReference link)
    {
        var parts = link.Fragment?.Split('#', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        return string.Join(" > ", link.Target.Length == 0 ? parts : [link.Target, .. parts]);
    }

    private bool MayShow(Note note, NotePart part)
    {
        if (_shown.Count > MostLevels || _shown.Contains((note.Path, part.Anchor))) return false;
        var range = part.RangeIn(note);
        _embedded += range.End - range.Start;
        return _embedded <= MostEmbedded;
    }

    private void SourceLink(ResolvedLink link, Note note, NotePart part)
    {
        LinkWriter.Start(link, _site, _links, _output);
        _output.WriteText(part is NotePart.Section(var heading) ? $"{note.Title} > {heading.Text}" : note.Title);
        LinkWriter.End(link, _output);
    }
}
