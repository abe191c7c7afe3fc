using System.Globalization;
using System.Text.RegularExpressions;

namespace Transformers.Parsing.Html.Raw;

/// <summary>What of a <c>style</c> neither leaves its box nor asks for anything: colours, weights, sizes within bounds.</summary>
internal static partial class StyleDeclarations
{
    /// <summary>The most declarations of one <c>style</c> that are read.</summary>
    private const int Most = 32;

    private const double MostTimesTheText = 3;
    private const double PixelsOfText = 16;

    /// <summary>The declarations of a <c>style</c>, their names in lower case, whatever their values.</summary>
    public static IEnumerable<(string Name, string Value)> Read(string style)
    {
        foreach (var declaration in style.Split(';', Most))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) yield return (declaration[..colon].Trim().ToLowerInvariant(), declaration[(colon + 1)..].Trim().ToLowerInvariant());
        }
    }

    /// <summary>Those that a page may set, as <c>name:value;name:value</c>; null for none. The value of each is one of a few forms.</summary>
    public static string? Harmless(RawTag tag)
    {
        var written = Read(tag["style"] ?? "");
        if (tag.Name == "font" && tag["color"] is { } color) written = written.Prepend(("color", color.Trim().ToLowerInvariant()));
        var kept = string.Join(';', written.Select(Kept).OfType<string>());
        return kept.Length > 0 ? kept : null;
    }

    private static string? Kept((string Name, string Value) declaration) => declaration switch
    {
        ("color", var value) when Colour().IsMatch(value) => $"color:{value}",
        ("background" or "background-color", var value) when Colour().IsMatch(value) => $"background-color:{value}",
        ("font-weight", "normal" or "bold" or "bolder" or "lighter" or [>= '1' and <= '9', '0', '0']) or
        ("font-style", "normal" or "italic" or "oblique") or
        ("text-decoration", "none" or "underline" or "line-through" or "overline") => $"{declaration.Name}:{declaration.Value}",
        ("font-size", var value) when IsSize(value) => $"font-size:{value}",
        _ => null,
    };

    private static bool IsSize(string value)
    {
        if (value is "xx-small" or "x-small" or "small" or "medium" or "large" or "x-large" or "xx-large" or "smaller" or "larger") return true;
        if (Length().Match(value) is not { Success: true } match) return false;
        var number = double.Parse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var times = match.Groups["unit"].Value switch { "px" => number / PixelsOfText, "pt" => number / PixelsOfText * 4 / 3, "%" => number / 100, _ => number };
        return times is >= 0.5 and <= MostTimesTheText;
    }

    [GeneratedRegex("^(#[0-9a-f]{3,8}|[a-z]{3,30}|(rgb|hsl)a?\\([0-9a-z., %/]{1,60}\\))$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Colour();

    [GeneratedRegex(@"^(?<number>[0-9]{1,4}(\.[0-9]{1,4})?)(?<unit>px|pt|em|rem|%)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Length();
}
