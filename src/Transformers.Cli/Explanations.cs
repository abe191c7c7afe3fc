using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Cli;

/// <summary>The documentation of the codes, <c>docs/codes/</c> in the repository, which the program carries with it.</summary>
internal static class Explanations
{
    /// <summary>What a code means, as Markdown; null for one that there is not.</summary>
    /// <param name="code">In capitals.</param>
    public static string? Of(string code)
    {
        using var page = typeof(Explanations).Assembly.GetManifestResourceStream($"docs/{code}.md");
        if (page is null) return null;
        using var reader = new StreamReader(page);
        return WithoutFrontMatter(reader.ReadToEnd());
    }

    /// <summary>The page of a code, or all codes with their severities.</summary>
    /// <param name="code">A code in any case; null for all.</param>
    /// <exception cref="UnusableInputException">There is no such code.</exception>
    public static string For(string? code)
    {
        if (code is null) return string.Concat(RuleBook.All.OrderBy(rule => rule.Code, StringComparer.Ordinal).Select(rule => $"{rule.Code}  {rule.SeverityName,-7}  {rule.Title}\n"));
        var written = code.ToUpperInvariant();
        if (RuleBook.All.FirstOrDefault(rule => rule.Code == written) is { } rule) return $"# {rule.Code}: {rule.Title} ({rule.SeverityName})\n\n{Of(written)}";
        ImmutableArray<string> closest = Likeness.Closest(written, RuleBook.Codes, 1);
        throw new UnusableInputException($"There is no code '{code}'{(closest.IsEmpty ? "." : $"; is '{closest[0]}' meant?")} 'transformers check --explain' lists them.");
    }

    private static string WithoutFrontMatter(string text)
    {
        const string Fence = "---\n";
        text = text.ReplaceLineEndings("\n");
        if (!text.StartsWith(Fence, StringComparison.Ordinal)) return text;
        return text[(text.IndexOf("\n" + Fence, Fence.Length, StringComparison.Ordinal) + 1 + Fence.Length)..].TrimStart('\n');
    }
}
