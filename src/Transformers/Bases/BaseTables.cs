using System.Collections.Concurrent;
using System.Collections.Immutable;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Bases;

/// <summary>Works out the views of bases over the published notes. The same view on the same page is always the same.</summary>
/// <param name="notes">The published notes, in path order.</param>
/// <param name="graph">Where their links lead.</param>
public sealed class BaseTables(ImmutableArray<Note> notes, LinkGraph graph)
{
    /// <summary>How many notes a view shows at most, as a page must stay one that a browser can show.</summary>
    private const int MostRows = 1000;

    private readonly Lazy<BaseWorld> _world = new(() => new BaseWorld(notes, graph));

    // Views are told apart by identity: comparing them by value would walk their formulas.
    private readonly ConcurrentDictionary<BaseView, Lazy<BaseTable>> _tables = new(ReferenceEqualityComparer.Instance);

    /// <summary>What a view shows on a page.</summary>
    /// <param name="view">The view.</param>
    /// <param name="page">The note whose page it is: <c>this</c>.</param>
    public BaseTable Of(BaseView view, Note page) => view.DependsOnPage
        ? Evaluate(view, page)
        : _tables.GetOrAdd(view, _ => new Lazy<BaseTable>(() => Evaluate(view, page))).Value;

    private BaseTable Evaluate(BaseView view, Note page)
    {
        var evaluator = new BaseEvaluator(_world.Value, view.Formulas, page);
        var found = new List<(Note Note, ImmutableArray<BaseValue> Keys)>();
        var order = view.Group is { } by ? view.Sort.Insert(0, by) : view.Sort;
        foreach (var note in _world.Value.Notes)
        {
            if (evaluator.IsExhausted) break;
            evaluator.Enter(note);
            if (evaluator.Takes(view.Filter)) found.Add((note, [.. order.Select(sort => evaluator.Evaluate(sort.Property))]));
        }

        var shown = found
            .Order(Comparer<(Note Note, ImmutableArray<BaseValue> Keys)>.Create((a, b) => Compare(a, b, order)))
            .Take(Math.Min(view.Limit ?? MostRows, MostRows))
            .Select(row => (Key: view.Group is null ? null : row.Keys[0], Row: Row(row.Note, view, evaluator)))
            .ToArray();
        var rows = shown.Select(row => row.Row).ToArray();
        var more = Math.Min(found.Count, view.Limit ?? int.MaxValue) - rows.Length;
        return new(view, Groups(shown), Summaries(view, rows), more, evaluator.IsExhausted);
    }

    private static int Compare((Note Note, ImmutableArray<BaseValue> Keys) a, (Note Note, ImmutableArray<BaseValue> Keys) b, ImmutableArray<BaseSort> order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            // What has no value comes last in either direction.
            var direction = order[i].IsDescending && !a.Keys[i].IsEmpty && !b.Keys[i].IsEmpty ? -1 : 1;
            var compared = direction * BaseValue.Compare(a.Keys[i], b.Keys[i]);
            if (compared != 0) return compared;
        }

        var named = NaturalOrder.Instance.Compare(a.Note.Path.Name, b.Note.Path.Name);
        return named != 0 ? named : a.Note.Path.CompareTo(b.Note.Path);
    }

    private static BaseRow Row(Note note, BaseView view, BaseEvaluator evaluator)
    {
        evaluator.Enter(note);
        return new(note, [.. view.Columns.Select(column => evaluator.Evaluate(column.Property))], view.Image is { } image ? evaluator.Evaluate(image) : null);
    }

    // The rows are in order, so that those of one group stand together.
    private static ImmutableArray<BaseGroup> Groups((BaseValue? Key, BaseRow Row)[] rows)
    {
        var groups = ImmutableArray.CreateBuilder<BaseGroup>();
        for (var start = 0; start < rows.Length;)
        {
            var end = start + 1;
            while (end < rows.Length && (rows[start].Key is not { } key || BaseValue.Compare(key, rows[end].Key!) == 0)) end++;
            groups.Add(new(rows[start].Key, [.. rows[start..end].Select(row => row.Row)]));
            start = end;
        }

        return groups.ToImmutable();
    }

    private static ImmutableArray<string> Summaries(BaseView view, BaseRow[] rows) =>
        view.Columns.Any(column => column.Summary is not null)
            ? [.. view.Columns.Select((column, i) => column.Summary is { } name ? Bases.Summaries.Of(name, [.. rows.Select(row => row.Cells[i])]) : "")]
            : [];
}
