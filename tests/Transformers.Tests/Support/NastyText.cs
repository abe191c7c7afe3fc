using CsCheck;

namespace Transformers.Tests.Support;

/// <summary>Text that means something to the formats it is written in.</summary>
internal static class NastyText
{
    private static readonly string[] Parts =
    [
        "{", "}", "\\", "&", "%", "$", "#", "_", "~", "^", "\"", "'", "''", "--", "`", ",", ";", "\r\n", "\n", "\t", " and ", "  ", "ER  - ",
        "a", "B", "BERT", "é", "e\u0301", "王", "🎲", "$x^2_1$", "\\textbf{x}",
    ];

    /// <summary>Anything, often made of what LaTeX, JSON, CSV and RIS write their structure with.</summary>
    public static Gen<string> Any { get; } = Gen.OneOf(Gen.String, Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 12].Select(string.Concat));
}
