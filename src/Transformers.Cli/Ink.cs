using System.Text;
using Transformers.Diagnostics;

namespace Transformers.Cli;

/// <summary>Findings as a terminal shows them: in colours where it has them, and never with commands that a note smuggles in.</summary>
/// <param name="isColoured">True for colours (ECMA-48, "Select graphic rendition").</param>
internal sealed class Ink(bool isColoured)
{
    /// <summary>Colours unless the person, the environment or a pipe is against them (no-color.org).</summary>
    /// <param name="noColor">What the command line says.</param>
    /// <param name="isRedirected">True where a file or a program reads along.</param>
    public static Ink For(bool noColor, bool isRedirected) =>
        new(!noColor && !isRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is not { Length: > 0 } && Environment.GetEnvironmentVariable("TERM") != "dumb");

    /// <summary>The line of a finding; its severity and code are coloured.</summary>
    public string Line(Diagnostic found)
    {
        var text = Safe(found.ToString());
        var label = $"{found.SeverityName} {found.Rule.Code}";
        var at = isColoured ? text.IndexOf($": {label}: ", StringComparison.Ordinal) : -1;
        return at < 0 ? text : string.Concat(text.AsSpan(0, at + 2), Paint(found.Rule.Severity, label), text.AsSpan(at + 2 + label.Length));
    }

    /// <summary>Text in the colour of a severity.</summary>
    public string Paint(Severity severity, string text)
    {
        var colour = severity switch { Severity.Error => 31, Severity.Warning => 33, _ => 36 };
        return isColoured ? $"\e[1;{colour}m{text}\e[0m" : text;
    }

    /// <summary>The text with U+FFFD for characters that command a terminal or turn the direction of what follows.</summary>
    public static string Safe(string text)
    {
        if (!text.Any(IsCommand)) return text;
        var safe = new StringBuilder(text);
        for (var i = 0; i < safe.Length; i++)
        {
            if (IsCommand(safe[i])) safe[i] = '\uFFFD';
        }

        return safe.ToString();
    }

    private static bool IsCommand(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';
}
