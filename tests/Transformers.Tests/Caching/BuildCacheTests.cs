using Transformers.Caching;
using Transformers.Tests.Support;

namespace Transformers.Tests.Caching;

public sealed class BuildCacheTests : IDisposable
{
    private const string Seen = "Nothing has changed since the last build";

    private readonly TemporaryFolder _folder = new();

    public BuildCacheTests()
    {
        _folder.Write("notes/a.md", "# A\n\n[[gone]] ![[picture.png]] <script></script>\n");
        _folder.Write("notes/picture.png", "a picture");
        _folder.Write("notes/unused.bin", "nobody reads it");
    }

    [Fact]
    public async Task A_build_that_has_nothing_to_do_says_what_the_last_one_said()
    {
        var (exit, output, error) = await Build("-v", "detailed");
        var before = Times();

        var (again, said, found) = await Build();

        Assert.Equal((0, exit), (again, exit));
        Assert.Contains("a.md:3:1: warning KB001: No note is named 'gone'.", found, StringComparison.Ordinal);
        Assert.Contains(found.TrimEnd(), error, StringComparison.Ordinal);
        Assert.Equal(output.Split('\n')[0], said.Split('\n')[0]);
        Assert.Matches(@"\n\d+ pages, (\d+) files in all: 0 written, \1 unchanged, 0 deleted\.\n.*KB001 1.*\nNothing has changed since the last build; seen in \d+\.\d\d s\. Open .*index\.html\n$", said);
        Assert.Equal(before, Times());
    }

    [Fact]
    public async Task It_exits_as_the_last_one_did()
    {
        await Build();

        Assert.Equal(1, (await Build("--strict")).Exit);
    }

    [Theory]
    [InlineData("notes/a.md", "# B")]
    [InlineData("notes/picture.png", "A picture")]
    [InlineData("notes/b.md", "")]
    [InlineData("notes/other.png", "")]
    [InlineData("notes/transformers.yml", "title: A title")]
    public async Task It_sees_a_change_by_the_bytes_even_if_the_time_and_the_length_are_the_same(string path, string text)
    {
        await Build();
        var full = System.IO.Path.Combine(_folder.Path, path);
        var time = File.Exists(full) ? File.GetLastWriteTimeUtc(full) : DateTime.UtcNow;
        File.SetLastWriteTimeUtc(_folder.Write(path, text), time);

        Assert.DoesNotContain(Seen, (await Build()).Output, StringComparison.Ordinal);
        Assert.Contains(Seen, (await Build()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_page_shows_may_change_as_it_likes()
    {
        await Build();
        _folder.Write("notes/unused.bin", "nobody reads this either");

        Assert.Contains(Seen, (await Build()).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--base-url", "https://example.org/")]
    [InlineData("--drafts")]
    [InlineData("--no-cache")]
    [InlineData("--accept")]
    public async Task Another_request_is_another_build(params string[] options)
    {
        await Build();

        Assert.DoesNotContain(Seen, (await Build(options)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_it_nothing_is_kept_beside_the_site()
    {
        await Build("--no-cache");

        Assert.False(Directory.Exists(System.IO.Path.Combine(_folder.Path, BuildCache.FolderName)));
    }

    [Fact]
    public async Task Git_does_not_see_it()
    {
        await Build();

        Assert.Equal("*\n", File.ReadAllText(System.IO.Path.Combine(_folder.Path, BuildCache.FolderName, ".gitignore")));
    }

    [Fact]
    public async Task A_folder_that_is_a_symbolic_link_is_not_written_to()
    {
        var elsewhere = Directory.CreateDirectory(System.IO.Path.Combine(_folder.Path, "elsewhere"));
        Directory.CreateSymbolicLink(System.IO.Path.Combine(_folder.Path, BuildCache.FolderName), elsewhere.FullName);

        Assert.Equal(0, (await Build()).Exit);
        Assert.DoesNotContain(Seen, (await Build()).Output, StringComparison.Ordinal);
        Assert.Empty(elsewhere.EnumerateFileSystemInfos());
    }

    public void Dispose() => _folder.Dispose();

    private Task<(int Exit, string Output, string Error)> Build(params string[] options) =>
        CommandLine.Run(["build", System.IO.Path.Combine(_folder.Path, "notes"), "-o", System.IO.Path.Combine(_folder.Path, "site"), .. options]);

    private Dictionary<string, DateTime> Times() =>
        Directory.EnumerateFiles(System.IO.Path.Combine(_folder.Path, "site"), "*", SearchOption.AllDirectories).ToDictionary(file => file, File.GetLastWriteTimeUtc);
}
