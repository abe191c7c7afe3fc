using Transformers.Cli.Starting;
using Transformers.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Transformers.Tests.Cli;

public sealed class InitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_new_folder_becomes_a_vault_that_builds_without_a_word()
    {
        var (exit, output, error) = await CommandLine.Run("init", Path("My notes: 'new'"));

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(5, output.Split('\n').Count(line => line.StartsWith("wrote ", StringComparison.Ordinal)));
        Assert.Equal((0, ""), await Problems("build", Path("My notes: 'new'"), "-o", Path("site"), "--strict"));
        Assert.Contains("<title>My notes: &#39;new&#39;</title>", File.ReadAllText(Path("site/index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_overwritten_and_notes_that_are_there_are_enough()
    {
        _folder.Write("notes/Mine.md", "# Mine\n\ntext ^x");
        _folder.Write("notes/transformers.yml", "title: Mine\n");

        var (exit, output, _) = await CommandLine.Run("init", Path("notes"));
        var before = FolderContent.Of(_folder.Path);
        await CommandLine.Run("init", Path("notes"));

        Assert.Equal(0, exit);
        Assert.Matches("kept  .*transformers.yml", output);
        Assert.Equal(["notes/.github/workflows/publish.yml", "notes/Mine.md", "notes/transformers.lock", "notes/transformers.yml"], before.Keys);
        Assert.Contains("block /mine/#^x", File.ReadAllText(Path("notes/transformers.lock")), StringComparison.Ordinal);
        Assert.Equal("title: Mine\n", File.ReadAllText(Path("notes/transformers.yml")));
        Assert.Equal(before, FolderContent.Of(_folder.Path));
    }

    [Fact]
    public async Task The_workflow_stands_where_GitHub_looks_for_it_and_names_the_folder_from_there()
    {
        Directory.CreateDirectory(Path("repository/.git"));

        await CommandLine.Run("init", Path("repository/my notes"));

        Assert.Contains("vault: 'my notes'", File.ReadAllText(Path("repository/.github/workflows/publish.yml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_and_a_configuration_that_is_not_valid_are_refused()
    {
        _folder.Write("file", "");
        _folder.Write("notes/a.md", "");
        _folder.Write("notes/transformers.yml", "titel: x\n");

        Assert.Equal(2, (await CommandLine.Run("init", Path("file"))).Exit);
        var (exit, _, error) = await CommandLine.Run("init", Path("notes"));
        Assert.Equal(2, exit);
        Assert.Contains("is 'title' meant?", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_repositorys_own_workflow_is_the_one_that_init_writes() =>
        Assert.Equal(StartingFiles.Of("publish.yml", ("action", "./"), ("vault", "notes")), File.ReadAllText(Repository.Folder(".github", "workflows", "publish.yml")));

    [Fact]
    public void The_workflow_and_the_action_are_YAML_and_give_each_other_what_they_take()
    {
        var workflow = Yaml(Repository.Folder(".github", "workflows", "publish.yml"));
        var action = Yaml(Repository.Folder("action.yml"));
        var step = ((YamlSequenceNode)workflow["jobs"]["publish"]["steps"]).Single(step => (string?)step["uses"] == "./");

        Assert.All(((YamlMappingNode)step["with"]).Children.Keys, input => Assert.Contains(input, ((YamlMappingNode)action["inputs"]).Children.Keys));
        Assert.Contains(new YamlScalarNode("url"), ((YamlMappingNode)action["outputs"]).Children.Keys);
        Assert.All((YamlSequenceNode)action["runs"]["steps"], part => Assert.True(!((YamlMappingNode)part).Children.ContainsKey("run") || ((YamlMappingNode)part).Children.ContainsKey("shell")));
    }

    [Theory]
    [InlineData("https://github.com/someone/transformers", "0.1.0+abc", "someone/transformers@abc")]
    [InlineData("https://github.com/someone/transformers.git", "0.1.0", "someone/transformers@main")]
    [InlineData("file:///home/someone/transformers", "0.1.0+abc", StartingFiles.UnknownAction)]
    [InlineData(null, null, StartingFiles.UnknownAction)]
    public void The_action_is_that_of_the_repository_that_the_program_was_built_from(string? repository, string? version, string expected) =>
        Assert.Equal(expected, StartingFiles.ActionOf(repository, version));

    public void Dispose() => _folder.Dispose();

    private static YamlNode Yaml(string path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(path)));
        return stream.Documents.Single().RootNode;
    }

    private static async Task<(int Exit, string Error)> Problems(params string[] args) => await CommandLine.Run(args) is var (exit, _, error) ? (exit, error) : default;

    private string Path(string path) => System.IO.Path.Combine(_folder.Path, path);
}
