using System.Globalization;
using Transformers.Tests.Support;

namespace Transformers.Tests;

/// <summary>The examples of CommonMark and GFM, with the differences that <c>Specs/differences.md</c> gives the reasons of.</summary>
public sealed class ConformanceTests
{
    private static readonly string Document = Repository.Folder("tests", "Transformers.Tests", "Specs", "differences.md");

    [Theory]
    [InlineData("commonmark", "CommonMark", 652)]
    [InlineData("gfm", "GFM", 673)]
    public void An_example_of_the_specification_becomes_what_it_says(string file, string name, int count)
    {
        var examples = MarkdownSpecification.Read(file);
        Assert.SkipWhen(examples.Count == 0, $"artifacts/specs/{file}.txt is not there; tests/tools/fetch-specs.sh fetches it.");
        Assert.Equal(count, examples.Count);

        var newer = file == "gfm" ? MarkdownSpecification.Read("commonmark").ToLookup(example => example.Markdown, example => example.Html, StringComparer.Ordinal) : null;
        var (different, free) = Differences(name);
        var problems = new List<string>();
        var (passed, superseded) = (0, 0);
        foreach (var example in examples)
        {
            if (newer is not null && newer[example.Markdown].Any() && !newer[example.Markdown].Contains(example.Html, StringComparer.Ordinal))
            {
                superseded++;
                continue;
            }

            var (expected, actual) = (MarkdownSpecification.Expected(example), MarkdownSpecification.Actual(example));
            if (expected == actual) passed++;
            if (expected == actual && different.Contains(example.Number) && !free.Contains(example.Number)) problems.Add($"{example.Number} is as the specification says, and listed as different");
            if (expected != actual && !different.Contains(example.Number)) problems.Add($"{example.Number}:\n{example.Markdown}\n--- said\n{expected}\n--- made\n{actual}\n");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {passed} of {examples.Count} as the specification says, {examples.Count - passed - superseded} different on purpose, {superseded} superseded");
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    /// <summary>The numbers that the document lists, and those of them that may also be as the specification says.</summary>
    private static (HashSet<int> All, HashSet<int> Free) Differences(string name)
    {
        var (all, free) = (new HashSet<int>(), new HashSet<int>());
        foreach (var line in File.ReadLines(Document).Where(line => line.StartsWith($"- {name} ", StringComparison.Ordinal)))
        {
            var numbers = line[(name.Length + 3)..line.IndexOf(':', StringComparison.Ordinal)].Split(',', StringSplitOptions.TrimEntries).SelectMany(Range).ToArray();
            all.UnionWith(numbers);
            if (line.Contains("raw HTML", StringComparison.OrdinalIgnoreCase)) free.UnionWith(numbers);
        }

        return (all, free);
    }

    private static IEnumerable<int> Range(string text)
    {
        var ends = text.Split('-').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }
}
