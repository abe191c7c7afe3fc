using System.Buffers;
using System.Globalization;
using Transformers.Bases;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Rendering.Machines;

/// <summary>What the views of a base show, as Markdown: a table a view, or one a group.</summary>
internal static class BaseMarkdown
{
    private const int MostListed = 100;

    /// <summary>Writes it.</summary>
    /// <param name="note">The base.</param>
    /// <param name="site">The site.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Note note, Site site, IBufferWriter<byte> output)
    {
        output.WriteMarkup($"# {InCell(note.Title)}\n");
        foreach (var view in note.Views)
        {
            if (view.Name.Length > 0) output.WriteMarkup($"\n## {InCell(view.Name)}\n");
            Write(site.Bases.Of(view, note), output);
        }
    }

    private static void Write(BaseTable table, IBufferWriter<byte> output)
    {
        if (table.Groups.IsEmpty) output.WriteMarkup("\nNo notes match.\n");
        foreach (var group in table.Groups)
        {
            if (group.Key is { } key) output.WriteMarkup($"\n### {(key.IsEmpty ? "None" : TextOf(key))}\n");
            output.WriteMarkup("\n");
            Row(table.View.Columns.Select(column => InCell(column.Title)), output);
            Row(table.View.Columns.Select(_ => "---"), output);
            foreach (var row in group.Rows) Row(row.Cells.Select((cell, i) => IsOwnName(table.View.Columns[i]) ? LinkTo(row.Note) : TextOf(cell)), output);
        }

        if (table.More > 0) output.WriteMarkup(string.Create(CultureInfo.InvariantCulture, $"\nand {table.More} more\n"));
    }

    private static void Row(IEnumerable<string> cells, IBufferWriter<byte> output) => output.WriteMarkup($"| {string.Join(" | ", cells)} |\n");

    private static bool IsOwnName(BaseColumn column) => column.Property is { Owner: BasePropertyOwner.File, Name: "name" or "basename" or "file" };

    private static string LinkTo(Note note) => $"[[{InCell(note.Path.Name)}]]";

    private static string TextOf(BaseValue value) => value switch
    {
        BaseValue.Nothing => "",
        BaseValue.Truth(var isTrue) => isTrue ? "yes" : "no",
        BaseValue.Tag(var name) => "#" + name,
        BaseValue.File(var note) => LinkTo(note),
        BaseValue.Link { Target: BaseLinkTarget.ToNote(var note) } => LinkTo(note),
        BaseValue.Link { Target: BaseLinkTarget.ToPage(var url), Display: var text } => $"[{InCell(text)}](<{InCell(url)}>)",
        BaseValue.List(var items) => string.Join(", ", items.Take(MostListed).Select(item => item is BaseValue.List or BaseValue.Map ? InCell(item.ToString()) : TextOf(item))),
        _ => InCell(value.ToString()),
    };

    // A cell is a line, and a stroke would end it.
    private static string InCell(string text) => TextLine.OnOneLine(text).Replace("|", "\\|", StringComparison.Ordinal);
}
