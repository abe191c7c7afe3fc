using System.Collections.Immutable;
using Transformers.Model;

namespace Transformers.Bases;

/// <summary>Works out formulas. It never fails: what makes no sense is <see cref="BaseValue.Nothing"/>.</summary>
/// <param name="world">What formulas see.</param>
/// <param name="formulas">The formulas of the base.</param>
/// <param name="page">What <c>this</c> means.</param>
internal sealed class BaseEvaluator(BaseWorld world, ImmutableDictionary<string, BaseExpression> formulas, Note page)
{
    /// <summary>How many steps one view may take: a second or so. A formula that never ends by itself must end.</summary>
    private const long MostSteps = 5_000_000;

    private const int MostFormulasDeep = 16;

    private readonly Dictionary<string, BaseValue?> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BaseValue> _locals = new(StringComparer.Ordinal);
    private Note? _entered;
    private int _formulas;
    private long _steps;

    /// <summary>What formulas see.</summary>
    public BaseWorld World => world;

    /// <summary>True once there were too many steps; every value is nothing from then on.</summary>
    public bool IsExhausted => _steps > MostSteps;

    private Note Current => _entered ?? page;

    /// <summary>Counts work that grows with what is worked on.</summary>
    /// <returns>False where there is no time left for it.</returns>
    public bool Spend(long steps)
    {
        _steps += steps;
        return !IsExhausted;
    }

    /// <summary>Turns to a note; what follows is about it.</summary>
    public void Enter(Note note)
    {
        _entered = note;
        _known.Clear();
    }

    /// <summary>True where a filter takes the note.</summary>
    public bool Takes(BaseFilter filter) => filter switch
    {
        BaseFilter.And(var filters) => filters.All(Takes),
        BaseFilter.Or(var filters) => filters.Any(Takes),
        BaseFilter.Not(var filters) => !filters.Any(Takes),
        BaseFilter.Statement(var expression) => Evaluate(expression).IsTruthy,
        _ => false,
    };

    /// <summary>The value of a property of the note.</summary>
    public BaseValue Evaluate(BaseProperty property) => property.Owner switch
    {
        BasePropertyOwner.File => FileFunctions.Property(Current, property.Name, world),
        BasePropertyOwner.Formula => Formula(property.Name),
        _ => PropertyOf(Current, property.Name),
    };

    /// <summary>The value of a formula for the note.</summary>
    public BaseValue Evaluate(BaseExpression expression)
    {
        if (!Spend(1)) return new BaseValue.Nothing();
        var value = Find(expression);

        // What is long takes its time and its place.
        return Spend(value switch { BaseValue.Text(var text) => text.Length / 16, BaseValue.List(var items) => items.Length / 4, _ => 0 }) ? value : new BaseValue.Nothing();
    }

    private BaseValue Find(BaseExpression expression) => expression switch
    {
        BaseExpression.Text(var written) => new BaseValue.Text(written),
        BaseExpression.Number(var number) => BaseValue.Of(number),
        BaseExpression.Truth(var truth) => BaseValue.Of(truth),
        BaseExpression.List(var items) => new BaseValue.List([.. items.Select(Evaluate)]),
        BaseExpression.Variable(var name) => _locals.TryGetValue(name, out var local) ? local : PropertyOf(Current, name),
        BaseExpression.Property(var property) => Evaluate(property),
        BaseExpression.Row(var isFile) => isFile ? new BaseValue.File(Current) : MapOf(Current),
        BaseExpression.This => new BaseValue.File(page),
        BaseExpression.Member(var target, var name) => Member(Evaluate(target), name),
        BaseExpression.Index(var target, var at) => Item(Evaluate(target), Evaluate(at)),
        BaseExpression.Function(var name, var arguments) => Function(name, arguments),
        BaseExpression.Method(var target, var name, var arguments) => Method(Evaluate(target), name, arguments),
        BaseExpression.Unary('!', var operand) => BaseValue.Of(!Evaluate(operand).IsTruthy),
        BaseExpression.Unary(_, var operand) => Evaluate(operand) is BaseValue.Number(var number) ? BaseValue.Of(-number) : new BaseValue.Nothing(),
        BaseExpression.Binary("&&", var left, var right) => Evaluate(left) is { IsTruthy: true } ? Evaluate(right) : BaseValue.Of(false),
        BaseExpression.Binary("||", var left, var right) => Evaluate(left) is { IsTruthy: true } first ? first : Evaluate(right),
        BaseExpression.Binary(var sign, var left, var right) => Operators.Apply(sign, Evaluate(left), Evaluate(right)),
        _ => new BaseValue.Nothing(),
    };

    /// <summary>The value of a formula while some names mean something of their own.</summary>
    public BaseValue With(BaseValue value, int index, BaseValue? acc, BaseExpression expression)
    {
        (string, BaseValue?)[] outer = [("value", Local("value")), ("index", Local("index")), ("acc", Local("acc"))];
        (_locals["value"], _locals["index"]) = (value, BaseValue.Of(index));
        if (acc is not null) _locals["acc"] = acc;
        var result = Evaluate(expression);
        foreach (var (name, before) in outer)
        {
            if (before is null) _locals.Remove(name);
            else _locals[name] = before;
        }

        return result;

        BaseValue? Local(string name) => _locals.GetValueOrDefault(name);
    }

    private BaseValue PropertyOf(Note note, string name) => world.PropertiesOf(note.Path).GetValueOrDefault(name) ?? new BaseValue.Nothing();

    private BaseValue.Map MapOf(Note note) => new([.. world.PropertiesOf(note.Path).OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => (item.Key, item.Value))]);

    /// <summary>A formula's value, worked out once a note; one that needs itself has none.</summary>
    private BaseValue Formula(string name)
    {
        if (_known.TryGetValue(name, out var known)) return known ?? new BaseValue.Nothing();
        if (!formulas.TryGetValue(name, out var expression) || _formulas >= MostFormulasDeep) return new BaseValue.Nothing();
        _known[name] = null;
        _formulas++;
        var outer = _locals.ToArray();
        _locals.Clear();
        var value = Evaluate(expression);
        foreach (var (local, before) in outer) _locals[local] = before;
        _formulas--;
        _known[name] = value;
        return value;
    }

    private BaseValue Member(BaseValue target, string name) => target switch
    {
        BaseValue.File(var note) when name == "file" => new BaseValue.File(note),
        BaseValue.File(var note) when BaseVocabulary.FileProperties.Contains(name) && !world.PropertiesOf(note.Path).ContainsKey(name) => FileFunctions.Property(note, name, world),
        BaseValue.File(var note) => PropertyOf(note, name),
        BaseValue.Text(var text) when name == "length" => BaseValue.Of(text.Length),
        BaseValue.List(var items) when name == "length" => BaseValue.Of(items.Length),
        BaseValue.Date(var date, _) when Dates.Part(date, name) is { } part => BaseValue.Of(part),
        BaseValue.Duration duration when name == "milliseconds" => BaseValue.Of(Durations.Length(duration)),
        BaseValue.Map(var items) => items.FirstOrDefault(item => item.Name == name).Value ?? new BaseValue.Nothing(),
        _ => new BaseValue.Nothing(),
    };

    private BaseValue Item(BaseValue target, BaseValue at) => (target, at) switch
    {
        (BaseValue.List(var items), BaseValue.Number(var index)) when index >= 0 && index < items.Length && double.IsInteger(index) => items[(int)index],
        (BaseValue.Text(var text), BaseValue.Number(var index)) when index >= 0 && index < text.Length && double.IsInteger(index) => new BaseValue.Text(text[(int)index].ToString()),
        (_, BaseValue.Text(var name)) => Member(target, name),
        _ => new BaseValue.Nothing(),
    };

    private BaseValue Function(string name, ImmutableArray<BaseExpression> arguments)
    {
        // Only the branch that is meant is worked out.
        if (name != "if") return GlobalFunctions.Call(name, [.. arguments.Select(Evaluate)], this);
        if (arguments.Length < 2) return new BaseValue.Nothing();
        return Evaluate(arguments[0]).IsTruthy ? Evaluate(arguments[1]) : arguments.Length > 2 ? Evaluate(arguments[2]) : new BaseValue.Nothing();
    }

    private BaseValue Method(BaseValue target, string name, ImmutableArray<BaseExpression> arguments)
    {
        if (target is BaseValue.List(var each) && (name is "map" or "filter" or "reduce")) return ListFunctions.Each(each, name, arguments, this);
        ImmutableArray<BaseValue> values = [.. arguments.Select(Evaluate)];
        return AnyFunctions.Call(target, name, values) ?? (target switch
        {
            BaseValue.Text(var text) => TextFunctions.Call(text, name, values, this),
            BaseValue.Tag(var tag) => TextFunctions.Call("#" + tag, name, values, this),
            BaseValue.Number(var number) => NumberFunctions.Call(number, name, values),
            BaseValue.List list => ListFunctions.Call(list.Items, name, values, this),
            BaseValue.Date date => DateFunctions.Call(date, name, values) ?? TextFunctions.Call(date.ToString(), name, values, this),
            BaseValue.File(var note) => FileFunctions.Call(note, name, values, this),
            BaseValue.Link link => FileFunctions.Call(link, name, values, this) ?? TextFunctions.Call(link.Display, name, values, this),
            BaseValue.Map(var items) => AnyFunctions.Of(items, name),
            _ => NothingFunctions(name),
        }) ?? new BaseValue.Nothing();
    }

    // A property that a note has not holds nothing: "tags.contains('x')" is then false.
    private static BaseValue? NothingFunctions(string name) =>
        name is "contains" or "containsAll" or "containsAny" or "startsWith" or "endsWith" ? BaseValue.Of(false) : null;
}
