using System.Collections.Immutable;
using System.Globalization;
using Transformers.Model;

namespace Transformers.Bases;

/// <summary>What stands below a column.</summary>
internal static class Summaries
{
    /// <summary>The text of a summary in <see cref="BaseVocabulary.Summaries"/>; empty where there is nothing to sum up.</summary>
    public static string Of(string name, ImmutableArray<BaseValue> values)
    {
        var filled = values.Where(value => !value.IsEmpty).ToArray();
        return name switch
        {
            "Empty" => Count(values.Length - filled.Length),
            "Filled" => Count(filled.Length),
            "Unique" => Count(filled.Select(value => value.ToString()).Distinct(StringComparer.Ordinal).Count()),
            "Checked" => Count(values.Count(value => value is BaseValue.Truth(true))),
            "Unchecked" => Count(values.Count(value => value is not BaseValue.Truth(true))),
            "Earliest" => filled.OfType<BaseValue.Date>().MinBy(date => date.Value)?.ToString() ?? "",
            "Latest" => filled.OfType<BaseValue.Date>().MaxBy(date => date.Value)?.ToString() ?? "",
            _ => OfNumbers(name, [.. filled.OfType<BaseValue.Number>().Select(number => number.Value).Order()]),
        };
    }

    private static string OfNumbers(string name, double[] numbers)
    {
        if (numbers.Length == 0) return "";
        var result = name switch
        {
            "Sum" => numbers.Sum(),
            "Average" => numbers.Average(),
            "Min" => numbers[0],
            "Max" => numbers[^1],
            "Range" => numbers[^1] - numbers[0],
            _ => (numbers[(numbers.Length - 1) / 2] + numbers[numbers.Length / 2]) / 2,
        };
        return Math.Round(result, 3).ToString("R", CultureInfo.InvariantCulture);
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
