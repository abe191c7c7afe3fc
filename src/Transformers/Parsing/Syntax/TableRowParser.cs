using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>Takes the lines under a table that begin no other block as its rows.</summary>
internal sealed class TableRowParser : BlockParser
{
    // A wide header over many short rows asks for far more cells than its note has characters.
    private const int MaximumFilling = 50_000;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.CurrentBlock is not PipeTable table || table.CandidateLine != processor.LineIndex) return BlockState.None;

        var line = new StringLine(processor.Line, processor.LineIndex, processor.Column, processor.Start, processor.Line.NewLine);
        var columns = table.ColumnDefinitions.Count;
        Fill(AddRow(table, line, Split(line.Slice, columns), isHeader: false), columns, processor.Document);
        table.IsOpen = true;
        return BlockState.BreakDiscard;
    }

    /// <summary>The cells of a row, trimmed, up to a number of them. <c>\|</c> separates no cells.</summary>
    internal static List<StringSlice> Split(StringSlice row, int maximum)
    {
        row.Trim();
        var text = row.Text;
        var cells = new List<StringSlice>();
        var start = row.CurrentChar == '|' ? row.Start + 1 : row.Start;
        for (var i = start; i <= row.End && cells.Count < maximum; i++)
        {
            if (text[i] == '\\' && i < row.End && text[i + 1] == '|')
            {
                i++;
            }
            else if (text[i] == '|')
            {
                cells.Add(Trimmed(text, start, i - 1));
                start = i + 1;
            }
        }

        if (start <= row.End && cells.Count < maximum) cells.Add(Trimmed(text, start, row.End));
        return cells;
    }

    /// <summary>Adds a row, without cells that no column is for.</summary>
    internal static TableRow AddRow(Table table, StringLine line, List<StringSlice> cells, bool isHeader)
    {
        var row = new TableRow
        {
            IsHeader = isHeader,
            Line = line.Line,
            Column = line.Column,
            Span = new SourceSpan(line.Slice.Start, line.Slice.End),
            IsOpen = false,
        };
        for (var i = 0; i < cells.Count && i < table.ColumnDefinitions.Count; i++) row.Add(CellOf(cells[i], i, line));
        table.Add(row);
        return row;
    }

    private static void Fill(TableRow row, int columns, MarkdownDocument document)
    {
        if (row.Count == columns) return;

        var filled = document.GetData(typeof(TableRowParser)) as int? ?? 0;
        for (; row.Count < columns && filled < MaximumFilling; filled++)
        {
            var nothing = new SourceSpan(row.Span.End + 1, row.Span.End);
            row.Add(new TableCell { ColumnIndex = row.Count, Line = row.Line, Span = nothing, IsOpen = false });
        }

        document.SetData(typeof(TableRowParser), filled);
    }

    private static TableCell CellOf(StringSlice text, int index, StringLine line)
    {
        var column = line.Column + text.Start - line.Slice.Start;
        var span = new SourceSpan(text.Start, text.End);
        var cell = new TableCell { ColumnIndex = index, Line = line.Line, Column = column, Span = span, IsOpen = false };
        if (text.IsEmpty) return cell;

        var paragraph = new ParagraphBlock { Line = line.Line, Column = column, Span = span, IsOpen = false, Lines = new StringLineGroup(1) };
        paragraph.AppendLine(ref text, column, line.Line, text.Start, trackTrivia: false);
        cell.Add(paragraph);
        return cell;
    }

    private static StringSlice Trimmed(string text, int first, int last)
    {
        var cell = new StringSlice(text, first, last);
        cell.Trim();
        return cell;
    }
}
