using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Transformers.Bases;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Rendering;

/// <summary>Writes the views of bases: tables, cards, lists.</summary>
internal sealed class BaseViewWriter(Site site, PageLinks links, IBufferWriter<byte> output)
{
    private const int MostListed = 100;
    private const int MostText = 2000;

    /// <summary>Writes what a view shows.</summary>
    public void Write(BaseTable table)
    {
        if (table.Groups.IsEmpty) output.Write("<p class=\"base-empty\">No notes match.</p>\n"u8);
        foreach (var group in table.Groups)
        {
            if (group.Key is { } key) GroupTitle(key);
            switch (table.View.Layout)
            {
                case BaseLayout.Cards: Cards(table.View, group); break;
                case BaseLayout.List: List(table.View, group); break;
                default: Table(table, group, isLast: group == table.Groups[^1]); break;
            }
        }

        if (table.More > 0) Note(string.Create(CultureInfo.InvariantCulture, $"and {table.More} more"));
        if (table.IsCut) Note("The formulas of this view take too long; not all of it is worked out.");
    }

    private void Note(string text)
    {
        output.Write("<p class=\"base-more\">"u8);
        output.WriteText(text);
        output.Write("</p>\n"u8);
    }

    private void GroupTitle(BaseValue key)
    {
        output.Write("<p class=\"base-group\">"u8);
        if (key.IsEmpty) output.Write("None"u8);
        else Value(key);
        output.Write("</p>\n"u8);
    }

    private void Table(BaseTable table, BaseGroup group, bool isLast)
    {
        // A wide table scrolls by itself, with the keyboard too.
        output.Write("<div class=\"base-scroll\" tabindex=\"0\" role=\"region\""u8);
        output.WriteAttribute(" aria-label=\""u8, table.View.Name.Length > 0 ? table.View.Name : "Table");
        output.Write(">\n<table>\n<thead><tr>"u8);
        foreach (var column in table.View.Columns) Cell("th scope=\"col\""u8, "th"u8, () => output.WriteText(column.Title));
        output.Write("</tr></thead>\n<tbody>\n"u8);
        foreach (var row in group.Rows)
        {
            output.Write("<tr>"u8);
            for (var i = 0; i < row.Cells.Length; i++)
            {
                var cell = i;
                var isNumber = row.Cells[i] is BaseValue.Number;
                Cell(isNumber ? "td class=\"number\""u8 : "td"u8, "td"u8, () => Property(row, cell, table.View));
            }

            output.Write("</tr>\n"u8);
        }

        output.Write("</tbody>\n"u8);
        if (isLast && !table.Summaries.IsEmpty) Summaries(table);
        output.Write("</table>\n</div>\n"u8);
    }

    private void Summaries(BaseTable table)
    {
        output.Write("<tfoot><tr>"u8);
        for (var i = 0; i < table.Summaries.Length; i++)
        {
            var (name, text) = (table.View.Columns[i].Summary, table.Summaries[i]);
            Cell("td"u8, "td"u8, () => output.WriteText(name is null ? "" : $"{name}: {(text.Length == 0 ? "–" : text)}"));
        }

        output.Write("</tr></tfoot>\n"u8);
    }

    private void Cell(ReadOnlySpan<byte> start, ReadOnlySpan<byte> end, Action content)
    {
        output.Write("<"u8);
        output.Write(start);
        output.Write(">"u8);
        content();
        output.Write("</"u8);
        output.Write(end);
        output.Write(">"u8);
    }

    private void Cards(BaseView view, BaseGroup group)
    {
        output.Write("<ul class=\"cards\">\n"u8);
        foreach (var row in group.Rows)
        {
            output.Write("<li>"u8);
            if (row.Image is { } image) Image(image);
            for (var i = 0; i < row.Cells.Length; i++)
            {
                if (row.Cells[i].IsEmpty) continue;
                output.Write(i == 0 ? "<div class=\"card-title\">"u8 : "<div>"u8);
                if (i > 0) Label(view.Columns[i]);
                Property(row, i, view);
                output.Write("</div>"u8);
            }

            output.Write("</li>\n"u8);
        }

        output.Write("</ul>\n"u8);
    }

    private void Label(BaseColumn column)
    {
        output.Write("<span class=\"card-label\">"u8);
        output.WriteText(column.Title);
        output.Write("</span> "u8);
    }

    // A picture of the vault is published, as the note links to it; one from elsewhere is shown as in a note's text.
    private void Image(BaseValue image)
    {
        var source = image switch
        {
            BaseValue.Link { Target: BaseLinkTarget.ToAttachment(var path) } when MediaKinds.Of(path.Value) == MediaKind.Image => links.To(site.Addresses.Of(path)),
            BaseValue.Link { Target: BaseLinkTarget.ToPage(var url) } => url,
            BaseValue.Text(var text) when IsWebAddress(text) => text,
            _ => null,
        };
        if (source is null) return;
        output.WriteAttribute("<img src=\""u8, source);
        output.Write(" alt=\"\" loading=\"lazy\" referrerpolicy=\"no-referrer\">"u8);
    }

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private void List(BaseView view, BaseGroup group)
    {
        output.Write(view.IsNumbered ? "<ol class=\"base-list\">\n"u8 : "<ul class=\"base-list\">\n"u8);
        foreach (var row in group.Rows)
        {
            output.Write("<li>"u8);
            var isFirst = true;
            for (var i = 0; i < row.Cells.Length; i++)
            {
                if (row.Cells[i].IsEmpty) continue;
                if (!isFirst) output.Write(", "u8);
                isFirst = false;
                Property(row, i, view);
            }

            output.Write("</li>\n"u8);
        }

        output.Write(view.IsNumbered ? "</ol>\n"u8 : "</ul>\n"u8);
    }

    /// <summary>Writes the value of a row's column; the file's name leads to its page.</summary>
    private void Property(BaseRow row, int column, BaseView view)
    {
        if (view.Columns[column].Property is { Owner: BasePropertyOwner.File, Name: "name" or "basename" or "file" }) PageLink(row.Note, row.Note.Path.Name);
        else Value(row.Cells[column]);
    }

    private void Value(BaseValue value)
    {
        switch (value)
        {
            case BaseValue.Nothing: break;
            case BaseValue.Truth(var isChecked):
                output.Write(isChecked ? "<input type=\"checkbox\" disabled checked aria-label=\"yes\">"u8 : "<input type=\"checkbox\" disabled aria-label=\"no\">"u8);
                break;
            case BaseValue.Tag(var name):
                output.WriteAttribute("<a class=\"tag\" href=\""u8, links.To(AddressBook.OfTag(name)));
                output.Write(">#"u8);
                output.WriteText(name);
                output.Write("</a>"u8);
                break;
            case BaseValue.File(var note): PageLink(note, note.Path.Name); break;
            case BaseValue.Link link: Link(link); break;
            case BaseValue.List(var items): Items(items); break;
            case BaseValue.Text(var text) when IsWebAddress(text): External(text, text); break;
            default: Text(value.ToString()); break;
        }
    }

    private void Text(string text)
    {
        output.WriteText(text.AsSpan(0, Math.Min(text.Length, MostText)));
        if (text.Length > MostText) output.Write("…"u8);
    }

    private void Items(ImmutableArray<BaseValue> items)
    {
        for (var i = 0; i < Math.Min(items.Length, MostListed); i++)
        {
            if (i > 0) output.Write(", "u8);

            // Lists in lists may be longer than there is room for.
            if (items[i] is BaseValue.List or BaseValue.Map) Text(items[i].ToString());
            else Value(items[i]);
        }

        if (items.Length > MostListed) output.Write(", …"u8);
    }

    private void Link(BaseValue.Link link)
    {
        switch (link.Target)
        {
            case BaseLinkTarget.ToNote(var note): PageLink(note, link.Display); break;
            case BaseLinkTarget.ToAttachment(var path): Anchor(links.To(site.Addresses.Of(path)), link.Display); break;
            case BaseLinkTarget.ToPage(var url): External(url, link.Display); break;
            case BaseLinkTarget.Nowhere(var written):
                output.WriteAttribute("<span class=\"unresolved\" title=\""u8, $"Not found: {written}");
                output.Write(">"u8);
                output.WriteText(link.Display);
                output.Write("</span>"u8);
                break;
        }
    }

    private void PageLink(Note note, string text) => Anchor(links.To(site.Addresses.Of(note)), text);

    private void Anchor(string href, string text)
    {
        output.WriteAttribute("<a class=\"internal\" href=\""u8, href);
        output.Write(">"u8);
        output.WriteText(text);
        output.Write("</a>"u8);
    }

    private void External(string url, string text)
    {
        output.WriteAttribute("<a class=\"external\" href=\""u8, url);
        output.Write(" rel=\"noopener\">"u8);
        output.WriteText(text);
        output.Write("</a>"u8);
    }
}
