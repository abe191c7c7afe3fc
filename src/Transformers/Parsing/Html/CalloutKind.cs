namespace Transformers.Parsing.Html;

/// <summary>Names of callouts.</summary>
internal static class CalloutKind
{
    /// <summary>The title of a callout that has none: its kind in words, the first letter a capital (Obsidian help, "Callouts").</summary>
    public static string DefaultTitle(string kind) =>
        kind.Length == 0 ? "Note" : string.Concat(char.ToUpperInvariant(kind[0]).ToString(), kind.AsSpan(1)).Replace('-', ' ');
}
