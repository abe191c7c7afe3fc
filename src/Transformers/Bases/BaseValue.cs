using System.Collections.Immutable;
using System.Globalization;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Bases;

/// <summary>What a formula gives. One of the cases nested here, and no other.</summary>
public abstract record BaseValue
{
    private BaseValue() { }

    /// <summary>No value: a property that a note has not, a division by zero, a method of another type.</summary>
    public sealed record Nothing : BaseValue;

    /// <summary>Text.</summary>
    public sealed record Text(string Value) : BaseValue;

    /// <summary>A finite number.</summary>
    public sealed record Number(double Value) : BaseValue;

    /// <summary>True or false.</summary>
    public sealed record Truth(bool Value) : BaseValue;

    /// <summary>A day, or a moment of it; in no time zone.</summary>
    public sealed record Date(DateTime Value, bool HasTime) : BaseValue;

    /// <summary>A span of time: months, and what has a fixed length.</summary>
    public sealed record Duration(int Months, double Milliseconds) : BaseValue;

    /// <summary>A tag, without <c>#</c>.</summary>
    public sealed record Tag(string Name) : BaseValue;

    /// <summary>A published note.</summary>
    public sealed record File(Note Note) : BaseValue;

    /// <summary>A link.</summary>
    /// <param name="Target">Where it leads.</param>
    /// <param name="Display">The text to show.</param>
    public sealed record Link(BaseLinkTarget Target, string Display) : BaseValue;

    /// <summary>Several values.</summary>
    public sealed record List(ImmutableArray<BaseValue> Items) : BaseValue;

    /// <summary>Named values.</summary>
    public sealed record Map(ImmutableArray<(string Name, BaseValue Value)> Items) : BaseValue;

    /// <summary>A number, or nothing for what is not finite.</summary>
    public static BaseValue Of(double number) => double.IsFinite(number) ? new Number(number == 0 ? 0 : number) : new Nothing();

    /// <summary>A truth value.</summary>
    public static BaseValue Of(bool truth) => new Truth(truth);

    /// <summary>True for what a filter lets through.</summary>
    public bool IsTruthy => this switch
    {
        Nothing => false,
        Text(var text) => text.Length > 0,
        Number(var number) => number != 0,
        Truth(var truth) => truth,
        List(var items) => !items.IsEmpty,
        Map(var items) => !items.IsEmpty,
        _ => true,
    };

    /// <summary>True where there is nothing in it: no value, no text but blanks, no items.</summary>
    public bool IsEmpty => this switch
    {
        Nothing => true,
        Text(var text) => string.IsNullOrWhiteSpace(text),
        List(var items) => items.IsEmpty,
        Map(var items) => items.IsEmpty,
        _ => false,
    };

    /// <summary>The name of its type, as <c>isType</c> wants it.</summary>
    public string TypeName => this switch
    {
        Nothing => "null",
        Text or Tag => "string",
        Number => "number",
        Truth => "boolean",
        Date => "date",
        Duration => "duration",
        File => "file",
        Link => "link",
        List => "list",
        _ => "object",
    };

    /// <summary>The text that a reader sees.</summary>
    public sealed override string ToString() => this switch
    {
        Text(var text) => text,
        Number(var number) => number.ToString("R", CultureInfo.InvariantCulture),
        Truth(var truth) => truth ? "true" : "false",
        Date(var date, var hasTime) => date.ToString(hasTime ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Duration(var months, var milliseconds) => Durations.Describe(months, milliseconds),
        Tag(var name) => "#" + name,
        File(var note) => note.Path.Name,
        Link(_, var display) => display,
        List(var items) => Joined(items),
        Map(var items) => string.Join(", ", items.Take(20).Select(item => $"{item.Name}: {item.Value}")),
        _ => "",
    };

    /// <summary>True where two values count as one: a tag and its text, a note and a link to it.</summary>
    /// <remarks>Lists in lists are not looked into, as one that holds another twice, and so on, has more items than there is time for.</remarks>
    public bool SameAs(BaseValue other) => (this, other) switch
    {
        (Nothing, Nothing) => true,
        (Number(var a), Number(var b)) => a.Equals(b),
        (Truth(var a), Truth(var b)) => a == b,
        (Text(var a), Text(var b)) => a == b,
        (Date(var a, _), Date(var b, _)) => a == b,
        (Duration a, Duration b) => a == b,
        (Tag(var a), Tag(var b)) => a.Equals(b, StringComparison.OrdinalIgnoreCase),
        (Tag(var a), Text(var b)) => a.Equals(b.TrimStart('#'), StringComparison.OrdinalIgnoreCase),
        (Text, Tag) => other.SameAs(this),
        (Date, Text(var b)) => Dates.Read(b) is { } date && SameAs(date),
        (Text, Date) => other.SameAs(this),
        (File(var a), File(var b)) => a.Path == b.Path,
        (File(var a), Link { Target: BaseLinkTarget.ToNote(var b) }) => a.Path == b.Path,
        (Link, File) => other.SameAs(this),
        (Link(var a, _), Link(var b, _)) => a.Key == b.Key,
        (Link(_, var a), Text(var b)) => a == b || b == $"[[{a}]]",
        (Text, Link) => other.SameAs(this),
        (List(var a), List(var b)) => a.Length == b.Length && a.Zip(b).All(pair => pair.First is List ? ReferenceEquals(pair.First, pair.Second) : pair.First.SameAs(pair.Second)),
        _ => false,
    };

    /// <summary>The order of two values in a list: numbers, dates, then text as people read it; nothing comes last.</summary>
    public static int Compare(BaseValue a, BaseValue b)
    {
        var rank = RankOf(a).CompareTo(RankOf(b));
        if (rank != 0) return rank;
        return (a, b) switch
        {
            (Number(var x), Number(var y)) => x.CompareTo(y),
            (Truth(var x), Truth(var y)) => x.CompareTo(y),
            (Date(var x, _), Date(var y, _)) => x.CompareTo(y),
            (Duration x, Duration y) => Durations.Length(x).CompareTo(Durations.Length(y)),
            _ => NaturalOrder.Instance.Compare(a.ToString(), b.ToString()),
        };
    }

    private static int RankOf(BaseValue value) => value switch
    {
        Truth => 0,
        Number => 1,
        Duration => 2,
        Date => 3,
        { IsEmpty: true } => 5,
        _ => 4,
    };

    // Nested lists, each holding the one before twice, would be long beyond all bounds.
    private static string Joined(ImmutableArray<BaseValue> items)
    {
        var text = new System.Text.StringBuilder();
        foreach (var item in items)
        {
            if (text.Length > 0) text.Append(", ");
            text.Append(item is List or Map ? "…" : item.ToString());
            if (text.Length > 10_000) break;
        }

        return text.ToString();
    }
}

/// <summary>Where a link of a base leads. One of the cases nested here, and no other.</summary>
public abstract record BaseLinkTarget
{
    private BaseLinkTarget() { }

    /// <summary>What makes two targets one.</summary>
    public string Key => this switch
    {
        ToNote(var note) => "note:" + note.Path.Value,
        ToAttachment(var path) => "file:" + path.Value,
        ToPage(var url) => url,
        _ => "none:" + ((Nowhere)this).Written,
    };

    /// <summary>A published note.</summary>
    public sealed record ToNote(Note Note) : BaseLinkTarget;

    /// <summary>An attachment that is published.</summary>
    public sealed record ToAttachment(SourcePath Path) : BaseLinkTarget;

    /// <summary>A page outside the site, by http or https.</summary>
    public sealed record ToPage(string Url) : BaseLinkTarget;

    /// <summary>Nothing goes by that name.</summary>
    public sealed record Nowhere(string Written) : BaseLinkTarget;
}
