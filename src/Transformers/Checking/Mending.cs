using System.Collections.Immutable;
using System.Text;
using Transformers.Diagnostics;
using Transformers.Text;

namespace Transformers.Checking;

/// <summary>Makes the changes that findings propose.</summary>
internal static class Mending
{
    /// <summary>The text of a file with the changes of all findings that can be made together.</summary>
    /// <param name="text">The file's text without a byte order mark.</param>
    /// <param name="found">Findings in that file, in the order of the file.</param>
    /// <returns>
    /// The text, and the findings whose changes are in it. A finding is left out where the file has another text than its change expects,
    /// or where it would change what an earlier one does; it is found again in what comes out.
    /// </returns>
    public static (string Text, ImmutableArray<Diagnostic> Mended) Apply(string text, IEnumerable<Diagnostic> found)
    {
        var lines = new LineMap(text);
        var edits = new SortedList<int, (int End, string New)>();
        var mended = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var diagnostic in found.Where(diagnostic => !diagnostic.Fix.IsEmpty))
        {
            var wanted = diagnostic.Fix.Select(edit => Place(edit, lines)).ToArray();
            if (!wanted.Zip(diagnostic.Fix).All(pair => Fits(pair.First, pair.Second, text) && IsFree(pair.First, edits))) continue;
            foreach (var (start, end, with) in wanted) edits.Add(start, (end, with));
            mended.Add(diagnostic);
        }

        return (Replace(text, edits), mended.ToImmutable());
    }

    private static (int Start, int End, string New) Place(TextEdit edit, LineMap lines) =>
        (lines.OffsetOf(edit.Range.Line, edit.Range.Column), lines.OffsetOf(edit.Range.EndLine, edit.Range.EndColumn), edit.New);

    private static bool Fits((int Start, int End, string New) place, TextEdit edit, string text) =>
        place.Start <= place.End && text.AsSpan(place.Start..place.End).SequenceEqual(edit.Old);

    // Changes that only touch each other are left for the next time, too: which of them comes first would matter.
    private static bool IsFree((int Start, int End, string New) place, SortedList<int, (int End, string New)> edits) =>
        !edits.Any(edit => place.Start <= edit.Value.End && edit.Key <= place.End);

    private static string Replace(string text, SortedList<int, (int End, string New)> edits)
    {
        var (result, at) = (new StringBuilder(text.Length), 0);
        foreach (var (start, edit) in edits)
        {
            result.Append(text, at, start - at).Append(edit.New);
            at = edit.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}
