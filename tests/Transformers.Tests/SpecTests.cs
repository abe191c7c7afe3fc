using Transformers.Tests.Support;

namespace Transformers.Tests;

/// <summary>The documents in <c>Specs/</c>, each example a test. <c>UPDATE_GOLDEN=1</c> rewrites what they become; a person reads the difference.</summary>
public sealed class SpecTests
{
    private static readonly string Folder = Repository.Folder("tests", "Transformers.Tests", "Specs");

    public static IEnumerable<TheoryDataRow<string>> Examples() =>
        Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal).SelectMany(Spec.Read).Select(example => new TheoryDataRow<string>(example.Name));

    [Theory, MemberData(nameof(Examples))]
    public void An_example_becomes_what_the_document_says(string name)
    {
        var document = Path.Combine(Folder, name.Split(':')[0] + ".md");
        var example = Spec.Read(document).Single(candidate => candidate.Name == name);

        var (html, diagnostics) = Bodies.Of("Note.md", [.. example.Vault, ("Note.md", example.Input)]);

        // Examples show headings by themselves.
        var messages = string.Concat(diagnostics.Where(found => found.Rule.Code != "KB024").Select(found => found + "\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") Rewrite(document, example, html, messages);
        else Assert.Equal((example.Html, example.Messages), (html, messages));
    }

    private static void Rewrite(string document, SpecExample example, string html, string messages)
    {
        var old = SpecExample.Write(example.Input, example.Html, example.Messages);
        var text = File.ReadAllText(document);
        File.WriteAllText(document, text.Replace(old, SpecExample.Write(example.Input, html, messages), StringComparison.Ordinal));
    }
}
