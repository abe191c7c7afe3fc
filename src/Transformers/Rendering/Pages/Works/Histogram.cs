using System.Collections.Immutable;
using Scriban.Runtime;
using Transformers.Catalogue;

namespace Transformers.Rendering.Pages.Works;

/// <summary>How many works of which kind there are from each year, as bars that a template draws and as a table.</summary>
internal static class Histogram
{
    /// <summary>Kinds beyond these are drawn as one.</summary>
    private const int MostKinds = 7;

    /// <summary>Years before these are drawn as one.</summary>
    private const int MostYears = 30;

    /// <summary>How wide it is where the bars are neither too narrow to be pointed at nor too broad: the measure of the text, in pixels.</summary>
    private const int Width = 600;

    private const int Gap = 4;
    private const int Height = 160;

    /// <summary>
    /// <c>width</c>, <c>height</c>, <c>kinds</c> (null for all others), <c>undated</c>, and <c>bars</c>, each with <c>year</c>, <c>is_before</c> (earlier years are in it),
    /// <c>href</c>, <c>x</c>, <c>total</c>, <c>counts</c> (as <c>kinds</c>) and <c>parts</c> (<c>kind</c>, <c>y</c>, <c>height</c>). Null where no year is known.
    /// </summary>
    public static ScriptObject? Of(WorkLists lists, PageLinks links)
    {
        var dated = lists.All.Where(work => work.Year is not null).ToArray();
        if (dated.Length == 0) return null;
        string?[] kinds = [.. dated.CountBy(work => KindOf(work)).OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal).Take(MostKinds).Select(kind => kind.Key)];
        var hasOthers = dated.Any(work => !kinds.Contains(KindOf(work)));
        if (hasOthers) kinds = [.. kinds, null];

        var last = dated[0].Year!.Value;
        var first = Math.Max(dated[^1].Year!.Value, last - MostYears + 1);
        var counts = new int[last - first + 1, kinds.Length];
        foreach (var work in dated)
        {
            var kind = Array.IndexOf(kinds, KindOf(work));
            counts[Math.Max(first, work.Year!.Value) - first, kind < 0 ? kinds.Length - 1 : kind]++;
        }

        var years = Enumerable.Range(0, last - first + 1).Select(year => Enumerable.Range(0, kinds.Length).Select(kind => counts[year, kind]).ToImmutableArray()).ToArray();
        var most = years.Max(year => year.Sum());
        var pitch = Math.Clamp(Width / years.Length, 20, 50);
        return Variables.Of(
            ("width", years.Length * pitch),
            ("height", Height),
            ("most", most),
            ("kinds", Variables.List(kinds)),
            ("undated", lists.All.Length - dated.Length),
            ("bars", Variables.List(years.Select((year, i) => Bar(first + i, year, kinds, most, i == 0 && dated[^1].Year < first, lists, links, i * pitch, pitch - Gap)))));
    }

    private static ScriptObject Bar(int year, ImmutableArray<int> counts, string?[] kinds, int most, bool isBefore, WorkLists lists, PageLinks links, int x, int width)
    {
        var total = counts.Sum();
        var parts = new List<ScriptObject>();
        var below = 0;
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            if (counts[kind] == 0) continue;
            var (low, high) = (Scale(below), Scale(below + counts[kind]));
            below += counts[kind];
            parts.Add(Variables.Of(("kind", kinds[kind]), ("y", Height - high), ("height", high - low)));
        }

        var list = isBefore ? null : lists.OfYear(year);
        return Variables.Of(
            ("year", year),
            ("is_before", isBefore),
            ("href", isBefore ? links.To(lists.YearsPage) : list is null ? null : links.To(list.Address)),
            ("x", x),
            ("width", width),
            ("total", total),
            ("counts", Variables.List(counts.Select(count => (object)count))),
            ("parts", Variables.List(parts)));

        int Scale(int count) => (int)((long)count * (Height - 2) / most);
    }

    /// <summary>Of a nested kind the outermost level.</summary>
    private static string KindOf(Work work) => work.Kind.Split('/')[0];
}
