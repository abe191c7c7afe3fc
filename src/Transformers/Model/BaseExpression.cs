using System.Collections.Immutable;

namespace Transformers.Model;

/// <summary>A formula of a base, parsed. One of the cases nested here, and no other; nested at most some sixty levels deep.</summary>
/// <remarks>It names only what <see cref="BaseVocabulary"/> lists.</remarks>
public abstract record BaseExpression
{
    private BaseExpression() { }

    /// <summary>Text in quotes.</summary>
    public sealed record Text(string Value) : BaseExpression;

    /// <summary>A number.</summary>
    public sealed record Number(double Value) : BaseExpression;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Truth(bool Value) : BaseExpression;

    /// <summary><c>null</c>.</summary>
    public sealed record Nothing : BaseExpression;

    /// <summary><c>[a, b]</c>.</summary>
    public sealed record List(ImmutableArray<BaseExpression> Items) : BaseExpression;

    /// <summary>A bare name: a property of the note, or within <c>map</c> and the like <c>value</c>, <c>index</c> or <c>acc</c>.</summary>
    public sealed record Variable(string Value) : BaseExpression;

    /// <summary>A property with its owner: <c>note.price</c>, <c>file.name</c>, <c>formula.total</c>.</summary>
    public sealed record Property(BaseProperty Value) : BaseExpression;

    /// <summary><c>file</c>, the note of the row; <c>note</c>, its properties.</summary>
    public sealed record Row(bool IsFile) : BaseExpression;

    /// <summary><c>this</c>: the note whose page the base stands on.</summary>
    public sealed record This : BaseExpression;

    /// <summary><c>target.name</c>.</summary>
    public sealed record Member(BaseExpression Target, string Name) : BaseExpression;

    /// <summary><c>target[index]</c>.</summary>
    public sealed record Index(BaseExpression Target, BaseExpression At) : BaseExpression;

    /// <summary><c>name(…)</c>.</summary>
    public sealed record Function(string Name, ImmutableArray<BaseExpression> Arguments) : BaseExpression;

    /// <summary><c>target.name(…)</c>.</summary>
    public sealed record Method(BaseExpression Target, string Name, ImmutableArray<BaseExpression> Arguments) : BaseExpression;

    /// <summary><c>!a</c> or <c>-a</c>.</summary>
    public sealed record Unary(char Operator, BaseExpression Operand) : BaseExpression;

    /// <summary><c>a + b</c> and the like, the operator as written.</summary>
    public sealed record Binary(string Operator, BaseExpression Left, BaseExpression Right) : BaseExpression;
}

/// <summary>A property that a base names.</summary>
/// <param name="Owner">What has it.</param>
/// <param name="Name">Its name without its owner.</param>
public readonly record struct BaseProperty(BasePropertyOwner Owner, string Name)
{
    /// <summary>As a base writes it, e.g. <c>formula.total</c>; a note's own goes without its owner.</summary>
    public override string ToString() => Owner switch
    {
        BasePropertyOwner.File => "file." + Name,
        BasePropertyOwner.Formula => "formula." + Name,
        _ => Name,
    };
}

/// <summary>What has a property.</summary>
public enum BasePropertyOwner
{
    /// <summary>The front matter of the note.</summary>
    Note,

    /// <summary>The note as a file.</summary>
    File,

    /// <summary>The base: a formula of it.</summary>
    Formula,
}
