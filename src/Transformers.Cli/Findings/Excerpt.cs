using System.Globalization;
using System.Text;
using Spectre.Console;
using Transformers.Text;

namespace Transformers.Cli.Findings;

/// <summary>The line that a finding stands in, and carets under the characters that it is about.</summary>
/// <param name="Source">The line, cut to a width that fits a terminal.</param>
/// <param name="Carets">Blanks and carets, one a cell; without blanks at the end.</param>
internal sealed record Excerpt(string Source, string Carets)
{
    private const int MostCells = 120;
    private const int CellsBefore = 40;
    private const string Tab = "    ";
    private const char Cut = '…';

    /// <summary>The excerpt of a line of text.</summary>
    /// <param name="line">The line, with or without what ends it.</param>
    /// <param name="range">The finding's range, which begins on this line.</param>
    public static Excerpt Of(string line, SourceRange range)
    {
        line = line.TrimEnd('\r', '\n');
        var first = Math.Clamp(range.Column - 1, 0, line.Length);
        var end = range.EndLine > range.Line ? line.Length : Math.Clamp(range.EndColumn - 1, first, line.Length);
        var (source, carets) = (new StringBuilder(), new StringBuilder());
        var at = WindowStart(line, first);
        if (at > 0) Append(Cut.ToString(), isMarked: false);

        var hasMark = false;
        foreach (var element in Elements(line, at))
        {
            if (carets.Length >= MostCells)
            {
                source.Append(Cut);
                break;
            }

            var isMarked = at < end && at + element.Length > first;
            hasMark |= isMarked;
            Append(element == "\t" ? Tab : Ink.Safe(element), isMarked);
            at += element.Length;
            if (!hasMark && at >= first && end == first) hasMark = Mark();
        }

        // What is missing stands behind the line's end.
        if (!hasMark) carets.Append('^');
        return new(source.ToString(), carets.ToString().TrimEnd());

        void Append(string text, bool isMarked)
        {
            source.Append(text);
            carets.Append(isMarked ? '^' : ' ', text.GetCellWidth());
        }

        // A place between two characters is that of the second.
        bool Mark()
        {
            if (at >= line.Length) return false;
            end = first + 1;
            return at > first;
        }
    }

    /// <summary>Where to begin so that the place is seen: the line's start where that is near enough.</summary>
    private static int WindowStart(string line, int first)
    {
        if (line.Length <= MostCells || first <= CellsBefore * 2) return 0;
        var start = first - CellsBefore;
        return char.IsLowSurrogate(line[start]) ? start + 1 : start;
    }

    private static IEnumerable<string> Elements(string line, int from)
    {
        var elements = StringInfo.GetTextElementEnumerator(line, from);
        while (elements.MoveNext()) yield return elements.GetTextElement();
    }
}
