using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Transformers.Parsing.Html.Code;

/// <summary>What a highlighter knows of a language: how it writes comments and strings, and which words are its own.</summary>
/// <param name="Form">How its text is to be read.</param>
/// <param name="Keywords">Words of the language.</param>
/// <param name="Literals">Words that are values.</param>
/// <param name="LineComments">What begins a comment that ends with the line.</param>
/// <param name="BlockComments">What begins and ends one that may go on.</param>
/// <param name="Strings">What begins and ends a string, the longer before the shorter; one that is not <c>IsLong</c> ends with the line.</param>
/// <param name="IgnoresCase">True where keywords may be written in any case.</param>
internal sealed record CodeLanguage(
    CodeForm Form,
    FrozenSet<string> Keywords,
    FrozenSet<string> Literals,
    ImmutableArray<string> LineComments,
    ImmutableArray<(string Start, string End)> BlockComments,
    ImmutableArray<(string Start, string End, bool IsLong)> Strings,
    bool IgnoresCase)
{
    private static readonly FrozenDictionary<string, CodeLanguage> All = CodeLanguages.Create().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The language of a fence, or null for one that is not known; its code is shown plain.</summary>
    /// <param name="name">The first word behind the fence, in any case.</param>
    public static CodeLanguage? Find(string name) => All.GetValueOrDefault(name);
}

/// <summary>How a language's text is to be read.</summary>
internal enum CodeForm
{
    /// <summary>Words, numbers, strings, comments; a word before a parenthesis is a function.</summary>
    Program,

    /// <summary>As a program, and a word or string before a colon or an equals sign is a key.</summary>
    Data,

    /// <summary>As a program, and <c>$name</c> is a variable.</summary>
    Shell,

    /// <summary>As data, and <c>-</c> belongs to words, <c>@</c> begins a keyword.</summary>
    Style,

    /// <summary>Tags and text.</summary>
    Markup,

    /// <summary>Lines that were added and removed.</summary>
    Difference,
}
