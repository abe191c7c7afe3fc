using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>A table that rows can still be added to.</summary>
internal sealed class PipeTable : Table
{
    public PipeTable(BlockParser parser)
        : base(parser)
    {
    }

    /// <summary>The last line that stands where a row may: not blank, and in the table's own container.</summary>
    internal int CandidateLine { get; set; } = -1;
}

/// <summary>Parses tables ("Tables (extension)", GFM 4.10, as cmark-gfm does): a delimiter row makes a header of the line above it.</summary>
/// <remarks>
/// Rows have as many cells as the header: what is too much is dropped, what is missing is filled up with empty cells, unless
/// that is some ten thousands of them in one note. A cell holds one paragraph, or nothing.
/// </remarks>
internal sealed class TableParser : BlockParser
{
    private const int MaximumColumns = 1_000;

    public TableParser() => OpeningCharacters = ['|', '-', ':'];

    /// <summary>Only a paragraph can turn out to be a table, and only in the line's own container.</summary>
    public override bool CanInterrupt(BlockProcessor processor, Block block) =>
        block is ParagraphBlock { Lines.Count: > 0, Parent.IsOpen: true };

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || processor.CurrentBlock is not ParagraphBlock paragraph) return BlockState.None;
        if (ReadDelimiters(processor.Line) is not { } columns) return BlockState.None;

        var header = paragraph.Lines.Lines[paragraph.Lines.Count - 1];
        var cells = TableRowParser.Split(header.Slice, MaximumColumns + 1);
        if (cells.Count != columns.Count) return BlockState.None;

        var table = new PipeTable(this)
        {
            Line = header.Line,
            Column = header.Column,
            Span = new SourceSpan(header.Slice.Start, processor.Line.End),
        };
        table.ColumnDefinitions.AddRange(columns);
        TableRowParser.AddRow(table, header, cells, isHeader: true);

        paragraph.Lines.RemoveAt(paragraph.Lines.Count - 1);
        if (paragraph.Lines.Count > 0) paragraph.Span = new SourceSpan(paragraph.Span.Start, paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice.End);
        processor.Close(paragraph);
        processor.NewBlocks.Push(table);
        return BlockState.ContinueDiscard;
    }

    /// <summary>A blank line ends the table; of another one it is not known before all other blocks had their chance.</summary>
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine) return BlockState.BreakDiscard;
        ((PipeTable)block).CandidateLine = processor.LineIndex;
        return BlockState.None;
    }

    private static List<TableColumnDefinition>? ReadDelimiters(StringSlice line)
    {
        var text = line.AsSpan();
        if (text.ContainsAnyExcept("|-: \t") || !text.Contains('-') || !text.ContainsAny('|', ':')) return null;

        var columns = new List<TableColumnDefinition>();
        foreach (var cell in TableRowParser.Split(line, MaximumColumns + 1))
        {
            var dashes = cell.AsSpan();
            var (isLeft, isRight) = (dashes.StartsWith(':'), dashes.EndsWith(':'));
            dashes = dashes.Trim(':');
            var colons = (isLeft ? 1 : 0) + (isRight ? 1 : 0);
            if (dashes.IsEmpty || dashes.ContainsAnyExcept('-') || cell.Length - dashes.Length != colons) return null;

            TableColumnAlign? alignment = (isLeft, isRight) switch
            {
                (true, true) => TableColumnAlign.Center,
                (true, false) => TableColumnAlign.Left,
                (false, true) => TableColumnAlign.Right,
                _ => null,
            };
            columns.Add(new TableColumnDefinition { Alignment = alignment });
        }

        return columns.Count is > 0 and <= MaximumColumns ? columns : null;
    }
}
