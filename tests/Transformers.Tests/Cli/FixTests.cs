using System.Text;
using CsCheck;
using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

public sealed class FixTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("[x](http://arxiv.org/abs/1)", "[x](https://arxiv.org/abs/1)")]
    [InlineData("[x](http://youtu.be/a?si=b&t=1)", "[x](https://youtu.be/a?t=1)")]
    [InlineData("[x]( https://a.example\t)", "[x](https://a.example)")]
    [InlineData("- [x]( http://arxiv.org/abs/1 ^id ) rest\n\tmore\n- next", "- [x](https://arxiv.org/abs/1) rest\n\tmore ^id\n- next")]
    [InlineData("| a |\n| - |\n| <http://arxiv.org/> |", "| a |\n| - |\n| <https://arxiv.org/> |")]
    [InlineData("> [x][r]\n>\n> [r]: http://arxiv.org/", "> [x][r]\n>\n> [r]: https://arxiv.org/")]
    [InlineData("[x](https://old.example/a?b)", "[x](https://new.example/a?b)")]
    public async Task It_mends_what_is_safe(string before, string after)
    {
        _folder.Write("transformers.yml", "deadLinks:\n  old.example/: https://new.example/");
        var file = _folder.Write("a.md", before);

        var (exit, _, _) = await CommandLine.Run("check", _folder.Path, "--fix");

        Assert.Equal(0, exit);
        Assert.Equal(after, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("[[gone]] `http://arxiv.org/` %% http://arxiv.org/ %%")]
    [InlineData("[x](http://arxiv.org/) %% transformers-ignore KB026 %%")]
    [InlineData("[x](https://paperswithcode.com/paper/fnet)")]
    [InlineData("[x](http&#58;//arxiv.org/)")]
    [InlineData("```\nhttp://arxiv.org/\n```")]
    public async Task It_leaves_what_an_author_has_to_decide(string text)
    {
        var file = _folder.Write("a.md", text);

        await CommandLine.Run("check", _folder.Path, "--fix");

        Assert.Equal(text, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_note_that_a_symbolic_link_names_too_is_mended_once()
    {
        var file = _folder.Write("a.md", "[x](http://arxiv.org/) [y](http://arxiv.org/)");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "b.md"), file);

        await CommandLine.Run("check", _folder.Path, "--fix");

        Assert.Equal("[x](https://arxiv.org/) [y](https://arxiv.org/)", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_says_what_it_changed_and_what_remains()
    {
        _folder.Write("a.md", "[x](http://arxiv.org/) [[gone]]");

        var (_, output, _) = await CommandLine.Run("check", _folder.Path, "--fix", "-v", "quiet");

        Assert.Equal(
            "a.md:1:5: mended KB026: Insecure link to a host that has a secure address\n1 finding mended in 1 file.\na.md:1:25: warning KB001: No note is named 'gone'.\n", output);
    }

    [Fact]
    public async Task Byte_order_mark_line_ends_mode_and_time_of_other_files_stay()
    {
        byte[] before = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("a\r\nb\n[x](http://arxiv.org/)\r\n\r\n\0é")];
        var file = _folder.Write("a.md", "");
        await File.WriteAllBytesAsync(file, before, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var other = new FileInfo(_folder.Write("b.md", "text")) { LastWriteTimeUtc = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc) };

        await CommandLine.Run("check", _folder.Path, "--fix");

        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("a\r\nb\n[x](https://arxiv.org/)\r\n\r\n\0é")], await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        other.Refresh();
        Assert.Equal(2020, other.LastWriteTimeUtc.Year);
        Assert.Equal(["a.md", "b.md"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
    }

    private static readonly string[] Parts =
    [
        "[x](http://arxiv.org/abs/1)", "( http://arxiv.org )", "[y]( https://a.example )", "[z](https://a.example ^id)", "https://youtu.be/a?si=b&t=c", "?utm_source=x&utm_medium=y",
        "- #PAPER ", "\n", "\r\n", "\n\n", "\t", "> ", "%%", "`", "|", "| - |", "^a", "é", "🎲", "\0", "[[b]]", "[r]: http://arxiv.org", "[r]", "<", ">", "&amp;", "\\", "# ",
    ];

    [Fact]
    public void What_is_mended_once_has_nothing_left_to_mend_and_all_else_is_as_it_was() =>
        Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[1, 14].Select(string.Concat).Sample(text =>
        {
            using var folder = new TemporaryFolder();
            var file = folder.Write("a.md", text);
            CommandLine.Run("check", folder.Path, "--fix").GetAwaiter().GetResult();
            var once = File.ReadAllText(file);
            var second = CommandLine.Run("check", folder.Path, "--fix").GetAwaiter().GetResult();

            Assert.Equal(once, File.ReadAllText(file));
            Assert.StartsWith("0 findings mended", second.Output, StringComparison.Ordinal);
            Assert.True(IsLeftOf(text, once), once);
        }, iter: 150);

    // Nothing is added but the letter of https and an id, and nothing changes its place.
    private static bool IsLeftOf(string text, string once)
    {
        var rest = Added(once).AsSpan();
        foreach (var c in Added(text))
        {
            if (!rest.IsEmpty && rest[0] == c) rest = rest[1..];
        }

        return rest.IsEmpty;
    }

    private static string Added(string text) => text.Replace("https:", "http:", StringComparison.Ordinal).Replace("^id", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();
}
