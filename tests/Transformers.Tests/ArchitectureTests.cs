using System.Text.RegularExpressions;
using Transformers.Tests.Support;

namespace Transformers.Tests;

public sealed partial class ArchitectureTests
{
    /// <summary>What each folder of the library may name besides itself: folders above it, and packages.</summary>
    public static TheoryData<string, string> Table => new()
    {
        { "Text", "System.IO.Hashing" },
        { "Diagnostics", "Text" },
        { "Model", "Text" },
        { "Vaults", "Text Diagnostics Model Microsoft.Extensions.FileSystemGlobbing" },
        { "Parsing", "Text Diagnostics Model Vaults Markdig YamlDotNet Ganss AngleSharp" },
        { "Linking", "Text Diagnostics Model Vaults" },
        { "Catalogue", "Text Diagnostics Model Vaults Linking" },
        { "Locks", "Text Diagnostics Model Vaults Linking Catalogue" },
        { "Checking", "Text Diagnostics Model Vaults Linking Catalogue" },
        { "External", "Text Diagnostics Model" },
        { "Export", "Text Model Vaults Linking Catalogue" },
        { "Bases", "Text Model Linking" },
        { "Rendering", "Text Diagnostics Model Vaults Linking Catalogue Locks Export Bases Scriban ICSharpCode System.IO.Hashing" },
        { "Publishing", "Text Rendering Vaults System.IO.Hashing" },
        { "Caching", "Text Diagnostics Vaults Rendering Publishing System.IO.Hashing" },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_folder_names_only_what_it_may(string folder, string allowed)
    {
        var may = allowed.Split(' ').Append(folder).ToHashSet();
        var named = SourcesIn("src", "Transformers", folder)
            .SelectMany(file => NamespacesIn(file).Select(name => (file, Root: RootOf(name))))
            .Where(use => use.Root is not null && !may.Contains(use.Root));

        Assert.Empty(named);
    }

    [Fact]
    public void Every_folder_of_the_library_is_in_the_table()
    {
        var folders = Directory.GetDirectories(Repository.Folder("src", "Transformers")).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj"));

        Assert.Equal(Table.Select(row => row.Data.Item1).Order(), folders.Order());
    }

    [Fact]
    public void The_command_line_library_is_named_by_the_command_line_alone()
    {
        var uses = SourcesIn("src", "Transformers").Where(file => NamespacesIn(file).Any(name => name.StartsWith("System.CommandLine", StringComparison.Ordinal) || name.StartsWith("Spectre", StringComparison.Ordinal)));

        Assert.Empty(uses);
    }

    [Fact]
    public void The_library_prints_nothing()
    {
        var printing = SourcesIn("src", "Transformers").Where(file => ConsoleUse().IsMatch(File.ReadAllText(file)));

        Assert.Empty(printing);
    }

    [Fact]
    public void The_network_is_asked_in_one_place()
    {
        var asking = SourcesIn("src", "Transformers").Where(file => !file.StartsWith(Repository.Folder("src", "Transformers", "External", "Asking"), StringComparison.Ordinal) && NetworkUse().IsMatch(File.ReadAllText(file)));

        Assert.Empty(asking);
    }

    private static IEnumerable<string> SourcesIn(params ReadOnlySpan<string> folder) =>
        Directory.EnumerateFiles(Repository.Folder(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static IEnumerable<string> NamespacesIn(string file) =>
        Names().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value);

    /// <summary>The folder or package that a namespace belongs to; null for the framework's.</summary>
    private static string? RootOf(string name)
    {
        if (name.StartsWith("Transformers.", StringComparison.Ordinal)) return name.Split('.')[1];
        string[] packages = ["System.IO.Hashing", "Microsoft.Extensions.FileSystemGlobbing", "System.CommandLine"];
        if (packages.FirstOrDefault(package => name.StartsWith(package, StringComparison.Ordinal)) is { } package) return package;
        return name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft.Win32", StringComparison.Ordinal) ? null : name.Split('.')[0];
    }

    // A using directive, an alias of one, or a name that is written out in full.
    [GeneratedRegex(@"^\s*using\s+(static\s+)?(\w+\s*=\s*)?(?<name>[\w.]+)\s*;|(?<![\w.])(?<name>Transformers\.\w+)\.\w", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();

    [GeneratedRegex(@"\bConsole\.")]
    private static partial Regex ConsoleUse();

    [GeneratedRegex(@"\b(HttpClient|SocketsHttpHandler|HttpRequestMessage|Socket|TcpClient|Dns)\b")]
    private static partial Regex NetworkUse();
}
