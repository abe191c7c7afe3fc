namespace Transformers.Bases;

/// <summary>What stands between two values of a formula.</summary>
internal static class Operators
{
    /// <summary>How long a text may grow.</summary>
    public const int MostText = 10_000;

    /// <summary>The value of <c>left sign right</c>; nothing where the types do not fit.</summary>
    public static BaseValue Apply(string sign, BaseValue left, BaseValue right) => sign switch
    {
        "==" => BaseValue.Of(left.SameAs(right)),
        "!=" => BaseValue.Of(!left.SameAs(right)),
        "<" or ">" or "<=" or ">=" => Compare(sign, left, right),
        "+" => Add(left, right),
        "-" => Subtract(left, right),
        _ => (left, right) switch
        {
            (BaseValue.Number(var a), BaseValue.Number(var b)) => BaseValue.Of(sign switch { "*" => a * b, "/" => a / b, _ => a % b }),
            (BaseValue.Duration(var months, var rest), BaseValue.Number(var b)) when sign is "*" or "/" && b != 0 => Scaled(months, rest, sign == "*" ? b : 1 / b),
            _ => new BaseValue.Nothing(),
        },
    };

    /// <summary>A text that is not too long; nothing for one that is.</summary>
    public static BaseValue Text(string text) => text.Length <= MostText ? new BaseValue.Text(text) : new BaseValue.Nothing();

    private static BaseValue Compare(string sign, BaseValue left, BaseValue right)
    {
        (left, right) = (left, right) switch
        {
            (BaseValue.Date, BaseValue.Text(var text)) => (left, (BaseValue?)Dates.Read(text) ?? right),
            (BaseValue.Text(var text), BaseValue.Date) => ((BaseValue?)Dates.Read(text) ?? left, right),
            _ => (left, right),
        };
        if (left.IsEmpty || right.IsEmpty || left.TypeName != right.TypeName) return BaseValue.Of(false);
        var order = BaseValue.Compare(left, right);
        return BaseValue.Of(sign switch { "<" => order < 0, ">" => order > 0, "<=" => order <= 0, _ => order >= 0 });
    }

    private static BaseValue Add(BaseValue left, BaseValue right) => (left, right) switch
    {
        (BaseValue.Number(var a), BaseValue.Number(var b)) => BaseValue.Of(a + b),
        (BaseValue.Date date, BaseValue.Duration duration) => OrNothing(Dates.Add(date, duration, 1)),
        (BaseValue.Date date, BaseValue.Text(var text)) when Durations.Read(text) is { } duration => OrNothing(Dates.Add(date, duration, 1)),
        (BaseValue.Date date, BaseValue.Number(var milliseconds)) when Math.Abs(milliseconds) < 1e15 => OrNothing(Dates.Add(date, new(0, milliseconds), 1)),
        (BaseValue.Duration(var a, var b), BaseValue.Duration(var c, var d)) => new BaseValue.Duration(a + c, b + d),
        (BaseValue.List(var a), BaseValue.List(var b)) when a.Length + b.Length <= ListFunctions.MostItems => new BaseValue.List([.. a, .. b]),
        (BaseValue.Text or BaseValue.Tag or BaseValue.Link, _) or (_, BaseValue.Text or BaseValue.Tag or BaseValue.Link) => Text(left.ToString() + right),
        _ => new BaseValue.Nothing(),
    };

    private static BaseValue Subtract(BaseValue left, BaseValue right) => (left, right) switch
    {
        (BaseValue.Number(var a), BaseValue.Number(var b)) => BaseValue.Of(a - b),
        (BaseValue.Date(var a, _), BaseValue.Date(var b, _)) => BaseValue.Of((a - b).TotalMilliseconds),
        (BaseValue.Date date, BaseValue.Duration duration) => OrNothing(Dates.Add(date, duration, -1)),
        (BaseValue.Date date, BaseValue.Text(var text)) when Durations.Read(text) is { } duration => OrNothing(Dates.Add(date, duration, -1)),
        (BaseValue.Duration(var a, var b), BaseValue.Duration(var c, var d)) => new BaseValue.Duration(a - c, b - d),
        _ => new BaseValue.Nothing(),
    };

    private static BaseValue.Duration Scaled(int months, double milliseconds, double by) =>
        new((int)Math.Clamp(months * by, -110_000, 110_000), milliseconds * by is var scaled && double.IsFinite(scaled) ? scaled : 0);

    private static BaseValue OrNothing(BaseValue? value) => value ?? new BaseValue.Nothing();
}
