using System.Collections.Immutable;
using Transformers.Model;

namespace Transformers.Parsing.Bases;

/// <summary>Parses the formulas of bases, by the precedence of their operators (Obsidian help, "Bases syntax").</summary>
internal sealed class ExpressionParser
{
    /// <summary>How deep formulas nest; what recurses over them counts on it.</summary>
    private const int MostLevels = 64;

    private const int MostCharacters = 20_000;

    private readonly List<Token> _tokens;
    private int _at;
    private int _level;

    private ExpressionParser(List<Token> tokens) => _tokens = tokens;

    private Token Next => _tokens[_at];

    /// <summary>Parses a formula.</summary>
    /// <exception cref="UnsupportedExpressionException">It can't be read, or names what is not supported.</exception>
    public static BaseExpression Parse(string text)
    {
        if (text.Length > MostCharacters) throw new UnsupportedExpressionException("a formula of more than 20,000 characters");
        var parser = new ExpressionParser(ExpressionLexer.Read(text));
        var expression = parser.Binary(0);
        return parser.Next.Kind == TokenKind.End ? expression : throw new UnsupportedExpressionException(null);
    }

    private static int PrecedenceOf(Token token) => token.Kind != TokenKind.Sign ? 0 : token.Value switch
    {
        "||" => 1,
        "&&" => 2,
        "==" or "!=" => 3,
        "<" or ">" or "<=" or ">=" => 4,
        "+" or "-" => 5,
        "*" or "/" or "%" => 6,
        _ => 0,
    };

    // A long chain of one operator nests to the left as deep as it is long; it counts as levels too.
    private BaseExpression Binary(int least)
    {
        Down();
        var level = _level;
        var left = Unary();
        for (var precedence = PrecedenceOf(Next); precedence > least; precedence = PrecedenceOf(Next))
        {
            Down();
            var sign = Take().Value;
            left = new BaseExpression.Binary(sign, left, Binary(precedence));
        }

        _level = level - 1;
        return left;
    }

    private BaseExpression Unary()
    {
        if (!Next.Is("!") && !Next.Is("-")) return Postfix(Primary());
        Down();
        var sign = Take().Value[0];
        var operand = Unary();
        _level--;
        return new BaseExpression.Unary(sign, operand);
    }

    private BaseExpression Postfix(BaseExpression target)
    {
        var level = _level;
        while (Next.Is(".") || Next.Is("["))
        {
            Down();
            if (Take().Value == "[")
            {
                var index = Binary(0);
                Expect("]");
                target = index is BaseExpression.Text name ? MemberOf(target, name.Value) : new BaseExpression.Index(target, index);
                continue;
            }

            if (Next.Kind != TokenKind.Name) throw new UnsupportedExpressionException(null);
            var member = Take().Value;
            target = Next.Is("(") ? MethodOf(target, member) : MemberOf(target, member);
        }

        _level = level;
        return target;
    }

    private BaseExpression.Method MethodOf(BaseExpression target, string name) =>
        BaseVocabulary.Methods.Contains(name) ? new(target, name, Arguments(")")) : throw new UnsupportedExpressionException(name + "()");

    private static BaseExpression MemberOf(BaseExpression target, string name) => target switch
    {
        BaseExpression.Row { IsFile: false } => new BaseExpression.Property(new(BasePropertyOwner.Note, name)),
        BaseExpression.Row when BaseVocabulary.FileProperties.Contains(name) => new BaseExpression.Property(new(BasePropertyOwner.File, name)),
        BaseExpression.Row => throw new UnsupportedExpressionException("file." + name),
        BaseExpression.Variable { Value: "formula" } => new BaseExpression.Property(new(BasePropertyOwner.Formula, name)),
        BaseExpression.Member { Target: BaseExpression.This, Name: "file" } when !BaseVocabulary.FileProperties.Contains(name) => throw new UnsupportedExpressionException("file." + name),
        _ => new BaseExpression.Member(target, name),
    };

    private BaseExpression Primary()
    {
        var token = Take();
        switch (token)
        {
            case { Kind: TokenKind.Text }: return new BaseExpression.Text(token.Value);
            case { Kind: TokenKind.Number }: return new BaseExpression.Number(token.Number);
            case { Kind: TokenKind.Sign, Value: "[" }: return new BaseExpression.List(Items("]"));
            case { Kind: TokenKind.Sign, Value: "(" }:
                var inner = Binary(0);
                Expect(")");
                return inner;
            case { Kind: TokenKind.Name } when Next.Is("("):
                return BaseVocabulary.Functions.Contains(token.Value)
                    ? new BaseExpression.Function(token.Value, Arguments(")"))
                    : throw new UnsupportedExpressionException(token.Value + "()");
            case { Kind: TokenKind.Name }: return Named(token.Value);
            default: throw new UnsupportedExpressionException(null);
        }
    }

    private static BaseExpression Named(string name) => name switch
    {
        "true" => new BaseExpression.Truth(true),
        "false" => new BaseExpression.Truth(false),
        "null" or "undefined" => new BaseExpression.Nothing(),
        "this" => new BaseExpression.This(),
        "file" => new BaseExpression.Row(IsFile: true),
        "note" => new BaseExpression.Row(IsFile: false),
        _ => new BaseExpression.Variable(name),
    };

    private ImmutableArray<BaseExpression> Arguments(string end)
    {
        Expect("(");
        return Items(end);
    }

    private ImmutableArray<BaseExpression> Items(string end)
    {
        var items = ImmutableArray.CreateBuilder<BaseExpression>();
        while (!Next.Is(end))
        {
            items.Add(Binary(0));
            if (!Next.Is(end)) Expect(",");
        }

        Take();
        return items.ToImmutable();
    }

    private void Down()
    {
        if (++_level > MostLevels) throw new UnsupportedExpressionException("a formula nested over 64 levels deep");
    }

    private Token Take() => Next.Kind == TokenKind.End ? Next : _tokens[_at++];

    private void Expect(string sign)
    {
        if (!Take().Is(sign)) throw new UnsupportedExpressionException(null);
    }
}
