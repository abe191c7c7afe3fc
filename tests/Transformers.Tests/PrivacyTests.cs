using System.Text;
using System.Text.RegularExpressions;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests;

/// <summary>Private means private: a site is what it would be if what is not published had never been.</summary>
public sealed partial class PrivacyTests
{
    [Fact]
    public void A_site_is_byte_for_byte_that_of_the_vault_without_what_is_private() => AssertSameWithoutPrivate(first: 0, count: 20);

    [Fact, Trait("speed", "slow")]
    public void A_site_is_byte_for_byte_that_of_the_vault_without_what_is_private_whatever_that_is() => AssertSameWithoutPrivate(first: 100, count: 400);

    [Fact]
    public async Task A_folder_that_build_writes_is_that_of_the_vault_without_what_is_private()
    {
        using var folder = new TemporaryFolder();
        folder.Write("whole/transformers.yml", "ignore: [hidden, '**/*.tmp.md']\nbaseUrl: https://example.org/\n");
        folder.Write("whole/a.md", "# A\n\n[[b]] [[d]] ![[shared.png]] %%![[canary.png]] canary%%\n\n- #PAPER [One (Doe 2020)](https://one.org)\n");
        folder.Write("whole/shared.png", "shared");
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder.Path, "whole"))) folder.Write("without/" + Path.GetFileName(path), File.ReadAllBytes(path));
        foreach (var (path, front) in new[] { ("b.md", "publish: false\n"), ("x/c.md", "draft: true\n"), ("hidden/d.md", ""), ("e.tmp.md", ""), (".dot/f.md", ""), (".g.md", "") })
        {
            folder.Write("whole/" + path, $"---\n{front}tags: [canary]\n---\n# Canary\n\n[[a]] ![[shared.png]] ![[canary.png]]\n\n- #PAPER [Canary (Canary 2020)](https://one.org)\n");
        }

        folder.Write("whole/x/canary.png", "canary");

        await CommandLine.Run("build", Path.Combine(folder.Path, "whole"), "-o", Path.Combine(folder.Path, "site-whole"));
        await CommandLine.Run("build", Path.Combine(folder.Path, "without"), "-o", Path.Combine(folder.Path, "site-without"));

        var whole = FolderContent.Of(Path.Combine(folder.Path, "site-whole"));
        Assert.Equal(FolderContent.Of(Path.Combine(folder.Path, "site-without")), whole);
        Assert.Contains("shared.png", whole.Keys);
        Assert.All(whole.Keys, file => Assert.False(HasCanary(file) || HasCanary(File.ReadAllText(Path.Combine(folder.Path, "site-whole", file))), file));
    }

    [Theory]
    [InlineData("publish: false")]
    [InlineData("publish: no")]
    [InlineData("publish: 'Off'")]
    [InlineData("Publish: FALSE")]
    [InlineData("publish: true\nPublish: false")]
    [InlineData("draft: true")]
    [InlineData("draft: yes")]
    [InlineData("draft: \"TRUE\"")]
    [InlineData("draft: on\npublish: true")]
    public void A_note_is_private_in_whatever_words_it_says_so(string frontMatter) =>
        Assert.DoesNotContain("a/index.html", TestSite.Of(("a.md", $"---\n{frontMatter}\n---\n"), ("b.md", "")).Files.Keys);

    [Fact]
    public void All_attachments_are_all_but_those_that_only_private_notes_use()
    {
        var site = TestSite.Of(
            new Configuration { PublishesAllAttachments = true },
            ("a.md", "![[both.png]]"), ("secret.md", "---\ndraft: true\n---\n![[both.png]] ![[files/private.png]] [data](data.csv)"),
            ("both.png", ""), ("files/private.png", ""), ("data.csv", ""), ("unused.png", ""), ("transformers.yml", ""));

        Assert.Equal(["both.png", "unused.png"], site.Files.Keys.Where(file => file.EndsWith(".png", StringComparison.Ordinal) || file.EndsWith(".csv", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void A_note_with_comments_has_the_content_of_the_one_without()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var model = new RandomVault(seed);
            var notes = model.Files.Where(file => file.Key.EndsWith(".md", StringComparison.Ordinal));
            var pictures = new[] { ("canary.png", "canary"), ("AI/picture.png", "a picture") };

            var with = TestSite.Of([.. notes.Select(note => (note.Key, Commented(note.Value))), .. pictures]);
            var without = TestSite.Of([.. notes.Select(note => (note.Key, note.Value.Replace("%%A comment", "%%", StringComparison.Ordinal))), .. pictures]);

            Assert.Equal(without.Files.Keys.Order(StringComparer.Ordinal), with.Files.Keys.Order(StringComparer.Ordinal));
            foreach (var path in without.Files.Keys.Where(path => !path.StartsWith("assets/", StringComparison.Ordinal)))
            {
                Assert.False(HasCanary(with.Text(path)), $"seed {seed}: {path}");
                Assert.True(ContentOf(without.Text(path)) == ContentOf(with.Text(path)), $"seed {seed}: {path}");
            }
        }
    }

    // Before each paragraph, and as paragraphs of their own where they part no list.
    private static string Commented(string note)
    {
        const string Comment = "%%canary [[One]] ![[canary.png]] #canary ^b1%%";
        var (front, body) = note.StartsWith("---\n", StringComparison.Ordinal) && note.IndexOf("\n---\n", StringComparison.Ordinal) is var end and > 0 ? (note[..(end + 5)], note[(end + 5)..]) : ("", note);
        var blocks = body.Split("\n\n").Select((block, i) => block is [var first, ..] && char.IsLetter(first) ? $"{(i % 2 == 0 ? $"%%\n# canary\n\n- #PAPER [Canary](https://canary.org) ^canary\n%%\n\n" : "")}{Comment} {block}" : block);
        return front + string.Join("\n\n", blocks);
    }

    // But for blanks, and the lines on which entries stand.
    private static string ContentOf(string text) => Blanks().Replace(LineNumbers().Replace(text, ""), "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("\"line\":\\s*[0-9]+")]
    private static partial Regex LineNumbers();

    private static void AssertSameWithoutPrivate(int first, int count)
    {
        for (var seed = first; seed < first + count; seed++)
        {
            var model = new PartlyPrivateVault(seed);
            Assert.True(model.PrivateNotes > 3);

            var whole = TestSite.Of(model.Whole, model.Configuration);
            var without = TestSite.Of(model.Public, model.Configuration);

            Assert.All(whole.Files, file => Assert.False(HasCanary(file.Key) || HasCanary(Encoding.UTF8.GetString(file.Value)), $"seed {seed}: {file.Key} holds the canary"));
            Assert.Equal((seed, string.Join('\n', without.Files.Keys.Order(StringComparer.Ordinal))), (seed, string.Join('\n', whole.Files.Keys.Order(StringComparer.Ordinal))));
            Assert.All(without.Files, file => Assert.True(file.Value.AsSpan().SequenceEqual(whole.Files[file.Key]), $"seed {seed}: {file.Key} differs"));
        }
    }

    private static bool HasCanary(string text) => text.Contains(PartlyPrivateVault.Canary, StringComparison.OrdinalIgnoreCase);
}
