using System.Text.RegularExpressions;
using Transformers.Tests.Support;

namespace Transformers.Tests.Rendering;

/// <summary>What <c>templates/README.md</c> promises to whoever replaces a template.</summary>
public sealed partial class TemplateReadmeTests
{
    private static readonly string Folder = Repository.Folder("templates");
    private static readonly string Readme = File.ReadAllText(Path.Combine(Folder, "README.md"));
    private static readonly HashSet<string> Named = [.. Code().Matches(Readme).SelectMany(code => Name().Matches(code.Value)).Select(name => name.Value)];

    [Fact]
    public void It_names_every_template_and_every_asset()
    {
        var files = Directory.EnumerateFiles(Folder, "*.html").Concat(Directory.EnumerateFiles(Path.Combine(Folder, "assets"))).Select(path => Path.GetFileName(path)!);

        AssertNone(files.Where(file => !Named.Contains(file)));
    }

    [Fact]
    public void It_names_no_template_that_is_not_there() =>
        AssertNone(
            from row in TableRow().Matches(Readme)
            from name in FileName().Matches(row.Value)
            where !File.Exists(Path.Combine(Folder, name.Value)) && !File.Exists(Path.Combine(Folder, "assets", name.Value))
            select name.Value);

    [Fact]
    public void It_tells_every_member_that_a_template_reads()
    {
        var read = from path in Directory.EnumerateFiles(Folder, "*.html")
                   from code in Script().Matches(File.ReadAllText(path))
                   from member in Member().Matches(Literal().Replace(code.Value, ""))
                   let name = member.Groups["name"].Value
                   where name is not ("size" or "first" or "last" or "index") && member.Groups["of"].Value is not ("array" or "string" or "math" or "object" or "html")
                   where !Named.Contains(name)
                   select $"{Path.GetFileName(path)}: {member.Value}";

        AssertNone(read.Distinct());
    }

    private static void AssertNone(IEnumerable<string> found) => Assert.Equal("", string.Join('\n', found));

    [GeneratedRegex("`[^`]+`", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"[\w.-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\| `[^|]+\|", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"[\w-]+\.(html|css|js|svg)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Script();

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\b(?<of>[a-z_]+)\.(?<name>[a-z_]+)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Member();
}
