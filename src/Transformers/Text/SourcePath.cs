using System.Diagnostics.CodeAnalysis;

namespace Transformers.Text;

/// <summary>Where a file lies in the vault, e.g. <c>AI/Deep learning/Transformers.md</c>, exactly as the file system spells it.</summary>
/// <remarks>
/// Relative, separated by <c>/</c> on every platform, with no <c>.</c>, <c>..</c> or empty segment.
/// An instance that breaks these rules cannot be made, so no reader of a path checks them again.
/// </remarks>
public sealed record SourcePath : IComparable<SourcePath>
{
    private SourcePath(string value) => Value = value;

    /// <summary>The whole path.</summary>
    public string Value { get; }

    /// <summary>The last segment, e.g. <c>Transformers.md</c>.</summary>
    public string FileName => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The last segment without its extension, e.g. <c>Transformers</c>: a note's name.</summary>
    public string Name => FileName[..^Extension.Length];

    /// <summary>The extension with its dot as written, e.g. <c>.md</c>; empty where there is none. A leading dot begins a name, not an extension.</summary>
    public string Extension
    {
        get
        {
            var name = FileName;
            var dot = name.LastIndexOf('.');
            return dot > 0 ? name[dot..] : "";
        }
    }

    /// <summary>The folder, e.g. <c>AI/Deep learning</c>; empty for the vault's root.</summary>
    public string Folder => Value.LastIndexOf('/') is var slash and > 0 ? Value[..slash] : "";

    /// <summary>The path without its extension, e.g. <c>AI/Deep learning/Transformers</c>.</summary>
    public string Stem => Value[..^Extension.Length];

    /// <summary>What a full wikilink names, and what a page's address is made from: a note's path goes without its extension.</summary>
    public string PagePath => IsNote ? Stem : Value;

    /// <summary>True for a Markdown file.</summary>
    public bool IsNote => Extension.Equals(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a JSON Canvas.</summary>
    public bool IsCanvas => Extension.Equals(".canvas", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for an Obsidian base.</summary>
    public bool IsBase => Extension.Equals(".base", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a file that becomes a page.</summary>
    public bool IsPage => IsNote || IsCanvas || IsBase;

    /// <summary>Reads a path with <c>/</c> between its segments.</summary>
    /// <returns>False when <paramref name="text"/> is empty, begins or ends with a slash, holds a NUL, or steps through <c>.</c> or <c>..</c>.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out SourcePath? path)
    {
        var valid = !text.Contains('\0', StringComparison.Ordinal);
        foreach (var segment in text.AsSpan().Split('/'))
        {
            valid &= text.AsSpan()[segment] is not ("" or "." or "..");
        }

        path = valid ? new SourcePath(text) : null;
        return valid;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException"><paramref name="text"/> is not a path inside the vault.</exception>
    public static SourcePath Parse(string text) =>
        TryParse(text, out var path) ? path : throw new FormatException($"'{text}' is not a path inside the vault.");

    /// <summary>Orders by <see cref="Value"/>, ordinally, so that a build's output has one order everywhere.</summary>
    public int CompareTo(SourcePath? other) => string.CompareOrdinal(Value, other?.Value);

    /// <summary>The <see cref="Value"/>.</summary>
    public override string ToString() => Value;
}
