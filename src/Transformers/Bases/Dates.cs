using System.Globalization;
using System.Text;

namespace Transformers.Bases;

/// <summary>Dates as notes and formulas write them.</summary>
internal static class Dates
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/MM/dd"];

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.fff", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
    ];

    /// <summary>Reads <c>2024-05-01</c>, with or without a time.</summary>
    /// <returns>Null for text that is no date.</returns>
    public static BaseValue.Date? Read(string text)
    {
        text = text.Trim();
        if (text.Length is < 10 or > 24 || !char.IsAsciiDigit(text[0])) return null;
        if (DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new(day, false);
        return DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? new(moment, true) : null;
    }

    /// <summary>A date and a span of time.</summary>
    /// <returns>Null for what lies outside the years 1 to 9999.</returns>
    public static BaseValue.Date? Add(BaseValue.Date date, BaseValue.Duration duration, int sign)
    {
        try
        {
            var moved = date.Value.AddMonths(sign * duration.Months).AddMilliseconds(sign * duration.Milliseconds);
            return new(moved, date.HasTime || moved.TimeOfDay != TimeSpan.Zero);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The part that <c>date.year</c> and the like name; null for another name.</summary>
    public static int? Part(DateTime date, string name) => name switch
    {
        "year" => date.Year,
        "month" => date.Month,
        "day" => date.Day,
        "hour" => date.Hour,
        "minute" => date.Minute,
        "second" => date.Second,
        "millisecond" => date.Millisecond,
        _ => null,
    };

    /// <summary>Writes a date by a format of Moment.js: <c>YYYY-MM-DD</c>, <c>D MMMM YYYY [at] HH:mm</c>. What it does not know stays as it is.</summary>
    public static string Format(DateTime date, string format)
    {
        var text = new StringBuilder();
        for (var at = 0; at < format.Length;)
        {
            if (format[at] == '[' && format.IndexOf(']', at) is var close and > 0)
            {
                text.Append(format, at + 1, close - at - 1);
                at = close + 1;
                continue;
            }

            var length = 1;
            while (at + length < format.Length && format[at + length] == format[at]) length++;
            text.Append(Token(date, format[at], length) ?? format.Substring(at, length));
            at += length;
        }

        return text.ToString();
    }

    private static string? Token(DateTime date, char letter, int length)
    {
        var names = CultureInfo.InvariantCulture.DateTimeFormat;
        return (letter, length) switch
        {
            ('Y', 4) => Digits(date.Year, 4),
            ('Y', 2) => Digits(date.Year % 100, 2),
            ('Q', 1) => Digits(((date.Month - 1) / 3) + 1, 1),
            ('M', 4) => names.GetMonthName(date.Month),
            ('M', 3) => names.GetAbbreviatedMonthName(date.Month),
            ('M', 1 or 2) => Digits(date.Month, length),
            ('D', 1 or 2) => Digits(date.Day, length),
            ('d', 4) => names.GetDayName(date.DayOfWeek),
            ('d', 3) => names.GetAbbreviatedDayName(date.DayOfWeek),
            ('W', 1 or 2) => Digits(ISOWeek.GetWeekOfYear(date), length),
            ('H', 1 or 2) => Digits(date.Hour, length),
            ('h', 1 or 2) => Digits(((date.Hour + 11) % 12) + 1, length),
            ('m', 1 or 2) => Digits(date.Minute, length),
            ('s', 1 or 2) => Digits(date.Second, length),
            ('A', 1) => date.Hour < 12 ? "AM" : "PM",
            ('a', 1) => date.Hour < 12 ? "am" : "pm",
            _ => null,
        };
    }

    private static string Digits(int number, int length) => number.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');
}

/// <summary>Spans of time as formulas write them: <c>1M</c>, <c>2 weeks</c>.</summary>
internal static class Durations
{
    private const double Second = 1000;
    private const double Day = 24 * 60 * 60 * Second;
    private const int MostMonths = 12 * 10_000;

    /// <summary>Reads a number and a unit; several in a row add up.</summary>
    /// <returns>Null for text that is none.</returns>
    public static BaseValue.Duration? Read(string text)
    {
        var (months, milliseconds, at, any) = (0, 0.0, 0, false);
        text = text.Trim();
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or '-' or '+')) at++;
            if (!double.TryParse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 1e9) return null;
            while (at < text.Length && text[at] == ' ') at++;
            start = at;
            while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
            if (UnitOf(text[start..at]) is not { } unit) return null;
            months = (int)Math.Clamp(months + (number * unit.Months), -MostMonths, MostMonths);
            milliseconds += number * unit.Milliseconds;
            any = true;
            while (at < text.Length && text[at] is ' ' or ',') at++;
        }

        return any ? new(months, milliseconds) : null;
    }

    /// <summary>About how long it is, in milliseconds.</summary>
    public static double Length(BaseValue.Duration duration) => (duration.Months * 30.4375 * Day) + duration.Milliseconds;

    /// <summary>What a reader sees of it.</summary>
    public static string Describe(int months, double milliseconds)
    {
        var parts = new List<string>();
        Add(months / 12, "year");
        Add(months % 12, "month");
        Add(Math.Truncate(milliseconds / Day), "day");
        Add(Math.Truncate(milliseconds % Day / (60 * 60 * Second)), "hour");
        Add(Math.Truncate(milliseconds % (60 * 60 * Second) / (60 * Second)), "minute");
        Add(Math.Round(milliseconds % (60 * Second) / Second, 3), "second");
        return parts.Count == 0 ? "0 seconds" : string.Join(", ", parts);

        void Add(double number, string unit)
        {
            if (number != 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(Math.Abs(number) == 1 ? "" : "s")}"));
        }
    }

    private static (int Months, double Milliseconds)? UnitOf(string unit) => unit switch
    {
        "y" or "year" or "years" => (12, 0),
        "M" or "month" or "months" => (1, 0),
        "w" or "week" or "weeks" => (0, 7 * Day),
        "d" or "day" or "days" => (0, Day),
        "h" or "hour" or "hours" => (0, 60 * 60 * Second),
        "m" or "minute" or "minutes" => (0, 60 * Second),
        "s" or "second" or "seconds" => (0, Second),
        _ => null,
    };
}
