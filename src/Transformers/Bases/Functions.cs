using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Transformers.Model;

namespace Transformers.Bases;

/// <summary>Functions that stand alone, but for <c>if</c>.</summary>
internal static class GlobalFunctions
{
    /// <summary>The value of <c>name(…)</c>.</summary>
    public static BaseValue Call(string name, ImmutableArray<BaseValue> arguments, BaseEvaluator evaluator)
    {
        var first = arguments.IsEmpty ? new BaseValue.Nothing() : arguments[0];
        return name switch
        {
            "list" => first is BaseValue.List ? first : new BaseValue.List(first is BaseValue.Nothing ? [] : [first]),
            "number" => NumberOf(first),
            "min" or "max" => Extreme(arguments, name == "max"),
            "date" => first is BaseValue.Date ? first : Dates.Read(first.ToString()) ?? (BaseValue)new BaseValue.Nothing(),
            "duration" => Durations.Read(first.ToString()) ?? (BaseValue)new BaseValue.Nothing(),
            "escapeHTML" => Operators.Text(WebUtility.HtmlEncode(first.ToString())),
            "link" => Link(first, arguments.Length > 1 ? arguments[1].ToString() : null, evaluator.World),
            "file" => FileFunctions.FileOf(first, evaluator.World) is { } note ? new BaseValue.File(note) : new BaseValue.Nothing(),
            _ => new BaseValue.Nothing(),
        };
    }

    private static BaseValue NumberOf(BaseValue value) => value switch
    {
        BaseValue.Number => value,
        BaseValue.Truth(var truth) => BaseValue.Of(truth ? 1 : 0),
        BaseValue.Date(var date, _) => BaseValue.Of((date - DateTime.UnixEpoch).TotalMilliseconds),
        BaseValue.Duration duration => BaseValue.Of(Durations.Length(duration)),
        BaseValue.Text(var text) when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => BaseValue.Of(number),
        _ => new BaseValue.Nothing(),
    };

    private static BaseValue Extreme(ImmutableArray<BaseValue> arguments, bool most)
    {
        var numbers = arguments.SelectMany(value => value is BaseValue.List(var items) ? items : [value]).OfType<BaseValue.Number>().Select(number => number.Value).ToArray();
        return numbers.Length == 0 ? new BaseValue.Nothing() : BaseValue.Of(most ? numbers.Max() : numbers.Min());
    }

    private static BaseValue Link(BaseValue to, string? display, BaseWorld world) => to switch
    {
        BaseValue.File(var note) => new BaseValue.Link(new BaseLinkTarget.ToNote(note), display ?? note.Path.Name),
        BaseValue.Link(var target, var shown) => new BaseValue.Link(target, display ?? shown),
        { IsEmpty: true } => new BaseValue.Nothing(),
        _ => new BaseValue.Link(world.TargetOf(to.ToString()), display ?? to.ToString()),
    };
}

/// <summary>Methods that every value has, and those of objects.</summary>
internal static class AnyFunctions
{
    /// <summary>The value of <c>target.name()</c>; null for another name.</summary>
    public static BaseValue? Call(BaseValue target, string name, ImmutableArray<BaseValue> arguments) => name switch
    {
        "isTruthy" => BaseValue.Of(target.IsTruthy),
        "isEmpty" => BaseValue.Of(target.IsEmpty),
        "isType" => BaseValue.Of(arguments is [BaseValue.Text(var type), ..] && type == target.TypeName),
        "toString" => Operators.Text(target.ToString()),
        _ => null,
    };

    /// <summary>The value of a method of an object; null for another name.</summary>
    public static BaseValue? Of(ImmutableArray<(string Name, BaseValue Value)> items, string name) => name switch
    {
        "keys" => new BaseValue.List([.. items.Select(item => new BaseValue.Text(item.Name))]),
        "values" => new BaseValue.List([.. items.Select(item => item.Value)]),
        _ => null,
    };
}

/// <summary>Methods of numbers.</summary>
internal static class NumberFunctions
{
    /// <summary>The value of <c>number.name(…)</c>; null for another name.</summary>
    public static BaseValue? Call(double number, string name, ImmutableArray<BaseValue> arguments)
    {
        var digits = arguments is [BaseValue.Number(var wanted), ..] ? (int)Math.Clamp(wanted, 0, 12) : 0;
        return name switch
        {
            "abs" => BaseValue.Of(Math.Abs(number)),
            "ceil" => BaseValue.Of(Math.Ceiling(number)),
            "floor" => BaseValue.Of(Math.Floor(number)),

            // As in JavaScript: a half goes up, for negative numbers too.
            "round" => BaseValue.Of(Math.Floor((number * Math.Pow(10, digits)) + 0.5) / Math.Pow(10, digits)),
            "toFixed" => new BaseValue.Text(number.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
            _ => null,
        };
    }
}

/// <summary>Methods of dates.</summary>
internal static class DateFunctions
{
    /// <summary>The value of <c>date.name(…)</c>; null for another name.</summary>
    public static BaseValue? Call(BaseValue.Date date, string name, ImmutableArray<BaseValue> arguments) => name switch
    {
        "date" => new BaseValue.Date(date.Value.Date, false),
        "time" => new BaseValue.Text(date.Value.ToString("HH:mm:ss", CultureInfo.InvariantCulture)),
        "format" => Operators.Text(Dates.Format(date.Value, arguments is [BaseValue.Text(var format), ..] && format.Length <= 200 ? format : "YYYY-MM-DD")),
        _ => null,
    };
}

/// <summary>What files and links can say.</summary>
internal static class FileFunctions
{
    /// <summary>The value of <c>file.name</c> and the like.</summary>
    public static BaseValue Property(Note note, string name, BaseWorld world) => name switch
    {
        "name" => new BaseValue.Text(note.Path.FileName),
        "basename" => new BaseValue.Text(note.Path.Name),
        "path" => new BaseValue.Text(note.Path.Value),
        "folder" => new BaseValue.Text(note.Path.Folder.Length == 0 ? "/" : note.Path.Folder),
        "ext" => new BaseValue.Text(note.Path.Extension.TrimStart('.')),
        "tags" => BaseWorld.TagsOf(note),
        "links" => world.LinksOf(note, embeds: false),
        "embeds" => world.LinksOf(note, embeds: true),
        "backlinks" => world.BacklinksOf(note),
        "properties" => new BaseValue.Map([.. world.PropertiesOf(note.Path).OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => (item.Key, item.Value))]),
        "aliases" => new BaseValue.List([.. note.FrontMatter.Aliases.Select(alias => new BaseValue.Text(alias))]),
        "file" => new BaseValue.File(note),
        _ => new BaseValue.Nothing(),
    };

    /// <summary>The value of <c>file.name(…)</c>; null for another name.</summary>
    public static BaseValue? Call(Note note, string name, ImmutableArray<BaseValue> arguments, BaseEvaluator evaluator)
    {
        var first = arguments.IsEmpty ? new BaseValue.Nothing() : arguments[0];
        evaluator.Spend(name == "hasLink" ? note.Links.Length : note.Tags.Length);
        return name switch
        {
            "asLink" => new BaseValue.Link(new BaseLinkTarget.ToNote(note), first is BaseValue.Text(var display) ? display : note.Path.Name),
            "hasLink" or "linksTo" => BaseValue.Of(FileOf(first, evaluator.World) is { } other && evaluator.World.Links(note, other)),
            "hasProperty" => BaseValue.Of(evaluator.World.PropertiesOf(note.Path).ContainsKey(first.ToString())),
            "hasTag" => BaseValue.Of(arguments.Any(tag => HasTag(note, tag.ToString().TrimStart('#')))),
            "inFolder" => BaseValue.Of(IsIn(note, first.ToString().Trim('/'))),
            _ => null,
        };
    }

    /// <summary>The value of <c>link.name(…)</c>; null for another name.</summary>
    public static BaseValue? Call(BaseValue.Link link, string name, ImmutableArray<BaseValue> arguments, BaseEvaluator evaluator) => (name, link.Target) switch
    {
        ("asFile", BaseLinkTarget.ToNote(var note)) => new BaseValue.File(note),
        ("asFile", _) => new BaseValue.Nothing(),
        ("linksTo" or "hasTag" or "inFolder" or "hasProperty" or "hasLink", BaseLinkTarget.ToNote(var note)) => Call(note, name, arguments, evaluator),
        ("linksTo", _) => BaseValue.Of(false),
        _ => null,
    };

    /// <summary>The note that a value means, or null.</summary>
    public static Note? FileOf(BaseValue value, BaseWorld world) => value switch
    {
        BaseValue.File(var note) => note,
        BaseValue.Link { Target: BaseLinkTarget.ToNote(var note) } => note,
        BaseValue.Text(var text) => world.Find(text),
        _ => null,
    };

    // A tag stands for those nested under it (Obsidian help, "Tags").
    private static bool HasTag(Note note, string tag) => tag.Length > 0 && note.Tags.Any(own =>
        own.Name.StartsWith(tag, StringComparison.OrdinalIgnoreCase) && (own.Name.Length == tag.Length || own.Name[tag.Length] == '/'));

    private static bool IsIn(Note note, string folder) =>
        folder.Length == 0 || note.Path.Folder == folder || note.Path.Folder.StartsWith(folder + "/", StringComparison.Ordinal);
}
