using System.Text;

namespace Transformers.Tests.Support;

/// <summary>One example of a specification: a note's text, what it becomes, and what is said about it.</summary>
/// <param name="Name">The document, and the line where the example begins.</param>
/// <param name="Vault">The other files of the vault.</param>
/// <param name="Input">The note's text.</param>
/// <param name="Html">The body's HTML.</param>
/// <param name="Messages">The diagnostics, a line each.</param>
internal sealed record SpecExample(string Name, IReadOnlyList<(string Path, string Text)> Vault, string Input, string Html, string Messages)
{
    /// <summary>The example with another outcome, as it is written in the document.</summary>
    public static string Write(string input, string html, string messages)
    {
        var text = new StringBuilder(Spec.Fence).Append(" example\n").Append(Spec.Show(input)).Append(".\n").Append(Spec.Show(html));
        if (messages.Length > 0) text.Append(".\n").Append(messages);
        return text.Append(Spec.Fence).Append('\n').ToString();
    }
}

/// <summary>Reads documents of prose and examples.</summary>
/// <remarks>
/// An example is a block between fences of sixteen backticks, the first followed by <c>example</c>: the note's text, a line with a dot,
/// the HTML, and, where something is reported, a line with a dot and the reports. A block <c>file path/to/Note.md</c> adds a file to the
/// vault of all examples after it. <c>→</c> stands for a tab, <c>␍</c> for a carriage return, <c>␀</c> for a NUL.
/// </remarks>
internal static class Spec
{
    public const string Fence = "````````````````";

    /// <summary>A text as documents show it.</summary>
    public static string Show(string text) => text.Replace('\t', '→').Replace('\r', '␍').Replace('\0', '␀');

    /// <summary>The examples of a document.</summary>
    public static IEnumerable<SpecExample> Read(string document)
    {
        var files = new List<(string, string)>();
        foreach (var (line, info, lines) in Blocks(File.ReadAllLines(document)))
        {
            if (info.StartsWith("file ", StringComparison.Ordinal))
            {
                files.Add((info[5..].Trim(), Hide(Join(lines))));
                continue;
            }

            var parts = Split(lines);
            yield return new($"{Path.GetFileNameWithoutExtension(document)}:{line}", [.. files], Hide(parts[0]), Hide(parts.ElementAtOrDefault(1) ?? ""), Hide(parts.ElementAtOrDefault(2) ?? ""));
        }
    }

    private static IEnumerable<(int Line, string Info, List<string> Lines)> Blocks(string[] document)
    {
        for (var i = 0; i < document.Length; i++)
        {
            if (!document[i].StartsWith(Fence, StringComparison.Ordinal)) continue;
            var (start, lines) = (i, new List<string>());
            while (++i < document.Length && document[i] != Fence) lines.Add(document[i]);
            yield return (start + 1, document[start][Fence.Length..].Trim(), lines);
        }
    }

    private static List<string> Split(List<string> lines)
    {
        var parts = new List<List<string>> { new() };
        foreach (var line in lines)
        {
            if (line == ".") parts.Add([]);
            else parts[^1].Add(line);
        }

        return [.. parts.Select(Join)];
    }

    private static string Join(List<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static string Hide(string text) => text.Replace('→', '\t').Replace('␍', '\r').Replace('␀', '\0');
}
