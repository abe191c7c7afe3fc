using System.Collections.Immutable;

namespace Transformers.Bases;

/// <summary>Methods of text.</summary>
internal static class TextFunctions
{
    /// <summary>The value of <c>text.name(…)</c>; null for another name.</summary>
    public static BaseValue? Call(string text, string name, ImmutableArray<BaseValue> arguments, BaseEvaluator evaluator)
    {
        if (!evaluator.Spend((text.Length / 64) + arguments.Length)) return null;
        var first = arguments.IsEmpty ? "" : arguments[0].ToString();
        return name switch
        {
            "contains" => BaseValue.Of(text.Contains(first, StringComparison.Ordinal)),
            "containsAll" => BaseValue.Of(arguments.All(part => text.Contains(part.ToString(), StringComparison.Ordinal))),
            "containsAny" => BaseValue.Of(arguments.Any(part => text.Contains(part.ToString(), StringComparison.Ordinal))),
            "startsWith" => BaseValue.Of(text.StartsWith(first, StringComparison.Ordinal)),
            "endsWith" => BaseValue.Of(text.EndsWith(first, StringComparison.Ordinal)),
            "lower" => new BaseValue.Text(text.ToLowerInvariant()),
            "upper" => new BaseValue.Text(text.ToUpperInvariant()),
            "title" => new BaseValue.Text(Title(text)),
            "trim" => new BaseValue.Text(text.Trim()),
            "replace" => Replace(text, first, arguments.Length > 1 ? arguments[1].ToString() : ""),
            "repeat" => arguments is [BaseValue.Number(var count), ..] && count >= 0 && count * text.Length <= Operators.MostText ? Operators.Text(string.Concat(Enumerable.Repeat(text, (int)count))) : null,
            "reverse" => new BaseValue.Text(string.Concat(text.EnumerateRunes().Reverse())),
            "slice" => new BaseValue.Text(Slice(text.Length, arguments) is var (start, end) ? text[start..end] : ""),
            "split" => Split(text, first, arguments.Length > 1 ? arguments[1] : null),
            _ => null,
        };
    }

    /// <summary>The part that <c>slice(start, end)</c> means, as JavaScript has it: negative numbers count from the end.</summary>
    public static (int Start, int End) Slice(int length, ImmutableArray<BaseValue> arguments)
    {
        var start = At(0, 0);
        return (start, Math.Max(start, At(1, length)));

        int At(int argument, int otherwise)
        {
            if (argument >= arguments.Length || arguments[argument] is not BaseValue.Number(var number)) return otherwise;
            return (int)Math.Clamp(Math.Truncate(number) + (number < 0 ? length : 0), 0, length);
        }
    }

    private static string Title(string text) =>
        string.Create(text.Length, text, static (letters, from) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = i == 0 || char.IsWhiteSpace(from[i - 1]) ? char.ToUpperInvariant(from[i]) : from[i];
            }
        });

    private static BaseValue Replace(string text, string old, string with)
    {
        if (old.Length == 0) return new BaseValue.Text(text);

        // What would grow beyond the limit is not made first.
        return with.Length <= old.Length || (long)(text.Length / old.Length) * with.Length <= Operators.MostText * 2L
            ? Operators.Text(text.Replace(old, with, StringComparison.Ordinal))
            : new BaseValue.Nothing();
    }

    private static BaseValue.List Split(string text, string separator, BaseValue? most)
    {
        var parts = separator.Length == 0 ? text.EnumerateRunes().Select(rune => rune.ToString()) : text.Split(separator);
        var count = most is BaseValue.Number(var wanted) ? (int)Math.Clamp(wanted, 0, ListFunctions.MostItems) : ListFunctions.MostItems;
        return new([.. parts.Take(count).Select(part => new BaseValue.Text(part))]);
    }
}
