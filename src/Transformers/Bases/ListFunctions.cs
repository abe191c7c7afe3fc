using System.Collections.Immutable;
using Transformers.Model;

namespace Transformers.Bases;

/// <summary>Methods of lists.</summary>
internal static class ListFunctions
{
    /// <summary>How long a list may grow.</summary>
    public const int MostItems = 5000;

    /// <summary>The value of <c>list.name(…)</c>; null for another name.</summary>
    public static BaseValue? Call(ImmutableArray<BaseValue> items, string name, ImmutableArray<BaseValue> arguments, BaseEvaluator evaluator)
    {
        var work = items.Sum(WorkOf);
        if (!evaluator.Spend(name == "sort" ? 16 * work : work * (1 + arguments.Sum(WorkOf)))) return null;
        return name switch
        {
            "contains" => BaseValue.Of(arguments.Length > 0 && Holds(items, arguments[0])),
            "containsAll" => BaseValue.Of(arguments.All(value => Holds(items, value))),
            "containsAny" => BaseValue.Of(arguments.Any(value => Holds(items, value))),
            "flat" => new BaseValue.List([.. items.SelectMany(item => item is BaseValue.List(var inner) ? inner : [item]).Take(MostItems)]),
            "join" => Join(items, arguments.IsEmpty ? ", " : arguments[0].ToString()),
            "reverse" => new BaseValue.List([.. items.Reverse()]),
            "slice" => TextFunctions.Slice(items.Length, arguments) is var (start, end) ? new BaseValue.List(items[start..end]) : null,
            "sort" => new BaseValue.List([.. items.Order(Comparer<BaseValue>.Create(BaseValue.Compare))]),
            "unique" => Unique(items, evaluator),
            _ => null,
        };
    }

    /// <summary>The value of <c>map</c>, <c>filter</c> or <c>reduce</c>, whose argument is worked out for each item.</summary>
    public static BaseValue Each(ImmutableArray<BaseValue> items, string name, ImmutableArray<BaseExpression> arguments, BaseEvaluator evaluator)
    {
        if (arguments.IsEmpty) return new BaseValue.Nothing();
        if (name == "reduce")
        {
            var acc = arguments.Length > 1 ? evaluator.Evaluate(arguments[1]) : new BaseValue.Nothing();
            for (var i = 0; i < items.Length && !evaluator.IsExhausted; i++) acc = evaluator.With(items[i], i, acc, arguments[0]);
            return acc;
        }

        var kept = ImmutableArray.CreateBuilder<BaseValue>();
        for (var i = 0; i < items.Length && !evaluator.IsExhausted; i++)
        {
            var value = evaluator.With(items[i], i, null, arguments[0]);
            if (name == "map") kept.Add(value);
            else if (value.IsTruthy) kept.Add(items[i]);
        }

        return new BaseValue.List(kept.ToImmutable());
    }

    /// <summary>How much work it is to compare a value.</summary>
    private static long WorkOf(BaseValue value) => value switch
    {
        BaseValue.Text(var text) => 1 + (text.Length / 256),
        BaseValue.List(var inner) => 1 + inner.Length,
        _ => 1,
    };

    private static bool Holds(ImmutableArray<BaseValue> items, BaseValue value) => items.Any(item => item.SameAs(value));

    private static BaseValue Join(ImmutableArray<BaseValue> items, string separator)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < items.Length && text.Length <= Operators.MostText; i++)
        {
            if (i > 0) text.Append(separator);
            text.Append(items[i]);
        }

        return Operators.Text(text.ToString());
    }

    private static BaseValue.List? Unique(ImmutableArray<BaseValue> items, BaseEvaluator evaluator)
    {
        var kept = ImmutableArray.CreateBuilder<BaseValue>();
        foreach (var item in items)
        {
            if (!evaluator.Spend(kept.Count * WorkOf(item))) return null;
            if (!kept.Any(other => other.SameAs(item))) kept.Add(item);
        }

        return new(kept.ToImmutable());
    }
}
