using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Transformers.Parsing.Html;

/// <summary>Writes a GFM table (GitHub Flavored Markdown 0.29, 4.10).</summary>
internal static class TableWriter
{
    /// <summary>Writes the table in a box of its own, which scrolls where the page is narrow.</summary>
    public static void Write(Table table, BodyWriter writer, BodyContext context)
    {
        var html = context.Html;
        writer.Open("<div class=\"table\""u8, table, FirstText(table));
        html.Markup("<table>\n"u8);
        var isInBody = false;
        foreach (var row in table.OfType<TableRow>())
        {
            if (row.IsHeader)
            {
                html.Markup("<thead>\n"u8);
                Row(row, table, writer, context);
                html.Markup("</thead>\n"u8);
                continue;
            }

            if (!isInBody) html.Markup("<tbody>\n"u8);
            isInBody = true;
            Row(row, table, writer, context);
        }

        html.Markup(isInBody ? "</tbody>\n</table></div>\n"u8 : "</table></div>\n"u8);
    }

    // Its columns go the way of its first words.
    private static LeafBlock? FirstText(Table table) => (
        from row in table.OfType<TableRow>()
        from cell in row.OfType<TableCell>()
        let text = cell.FirstOrDefault() as LeafBlock
        where text?.Inline is not null && TextDirections.Of(PlainText.Of(text)) is not null
        select text).FirstOrDefault();

    private static void Row(TableRow row, Table table, BodyWriter writer, BodyContext context)
    {
        var html = context.Html;
        html.Markup("<tr>"u8);
        for (var i = 0; i < row.Count; i++)
        {
            var alignment = i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null;
            writer.Cell(row.IsHeader ? "th"u8 : "td"u8, (TableCell)row[i], alignment switch
            {
                TableColumnAlign.Left => " class=\"left\""u8,
                TableColumnAlign.Center => " class=\"center\""u8,
                TableColumnAlign.Right => " class=\"right\""u8,
                _ => default,
            });
        }

        html.Markup("</tr>\n"u8);
    }
}
