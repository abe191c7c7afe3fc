using System.Globalization;
using System.Text;

namespace Transformers.Parsing.Bases;

/// <summary>What a token of a formula is.</summary>
internal enum TokenKind
{
    /// <summary>Behind the last one.</summary>
    End,

    /// <summary>A name.</summary>
    Name,

    /// <summary>Text in quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An operator, a bracket, a comma, a dot.</summary>
    Sign,
}

/// <summary>A word of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The name, the sign, or the text without its quotes.</param>
/// <param name="Number">The number's value.</param>
internal readonly record struct Token(TokenKind Kind, string Value, double Number = 0)
{
    /// <summary>True for this sign.</summary>
    public bool Is(string sign) => Kind == TokenKind.Sign && Value == sign;
}

/// <summary>A formula that can't be read, or that uses what is not supported.</summary>
/// <param name="what">What is not supported, as an author would write it; null where the whole is meant.</param>
internal sealed class UnsupportedExpressionException(string? what) : Exception
{
    /// <summary>What is not supported, or null.</summary>
    public string? What => what;
}

/// <summary>Cuts a formula into its words.</summary>
internal static class ExpressionLexer
{
    private static readonly string[] Signs = ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "%", "(", ")", "[", "]", ",", "."];

    /// <summary>The words, and one <see cref="TokenKind.End"/> behind them.</summary>
    /// <exception cref="UnsupportedExpressionException">A character begins no word.</exception>
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c)) at++;
            else if (c is '"' or '\'') tokens.Add(Quoted(text, ref at));
            else if (char.IsAsciiDigit(c)) tokens.Add(Number(text, ref at));
            else if (IsNamePart(c)) tokens.Add(Name(text, ref at));
            else tokens.Add(Sign(text, ref at, tokens));
        }

        tokens.Add(new(TokenKind.End, ""));
        return tokens;
    }

    private static Token Quoted(string text, ref int at)
    {
        var quote = text[at++];
        var value = new StringBuilder();
        while (at < text.Length && text[at] != quote)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
                value.Append(text[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
            }
            else
            {
                value.Append(text[at]);
            }

            at++;
        }

        if (at >= text.Length) throw new UnsupportedExpressionException(null);
        at++;
        return new(TokenKind.Text, value.ToString());
    }

    private static Token Number(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        }

        return new(TokenKind.Number, text[start..at], double.Parse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture));
    }

    private static Token Name(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && IsNamePart(text[at])) at++;
        return new(TokenKind.Name, text[start..at]);
    }

    // Letters of any script, and the halves of those beyond 16 bits.
    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static Token Sign(string text, ref int at, List<Token> before)
    {
        if (text[at] == '/' && (before.Count == 0 || before[^1] is { Kind: TokenKind.Sign, Value: not (")" or "]") })) throw new UnsupportedExpressionException("a regular expression");
        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0) continue;
            at += sign.Length;
            return new(TokenKind.Sign, sign);
        }

        throw new UnsupportedExpressionException(text[at] == '{' ? "an object { … }" : null);
    }
}
