using System.Globalization;
using System.IO.Compression;
using System.Text;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Rendering.Search;

/// <summary>What a reader's browser loads before the first result, in a vault of 10,000 notes.</summary>
[Trait("speed", "slow")]
public sealed class SearchBudgetTests
{
    private const int Notes = 10_000;
    private const int Entries = 12;

    /// <summary>The bound is 100 kB; a page with its style sheets and scripts takes up to 25 of them.</summary>
    private const int MostBytes = 75_000;

    /// <summary>Of a server that does not compress, of the data alone.</summary>
    private const int MostPlainBytes = 80_000;

    private readonly Random _random = new(1);
    private readonly string[] _words = [.. Enumerable.Range(0, 60_000).Select(Name)];
    private readonly List<string> _texts = [];

    [Fact]
    public void No_query_loads_more_than_100_kB_before_its_first_result()
    {
        using var site = SearchSite.Of(Vault.Of(Enumerable.Range(0, Notes).Select(i => (string.Create(CultureInfo.InvariantCulture, $"f{i % 100}/n{i}.md"), Note(i)))), Configuration.Default);
        string[] queries =
        [
            .. Enumerable.Range('a', 26).Select(letter => ((char)letter).ToString()),
            .. Enumerable.Range(0, 100).Select(_ => _words[Rank()][..2]),
            .. Enumerable.Range(0, 100).Select(_ => _words[Rank()]),
            .. Enumerable.Range(0, 100).Select(_ => $"{_words[Rank()]} {_words[Rank()]}"),
            .. Enumerable.Range(0, 100).Select(_ => $"{_words[Rank()]} {_words[Rank()]} {_words[Rank()][..2]}"),
            .. Enumerable.Range(0, 20).Select(_ => $"kind:paper year:2000..2022 {_words[Rank()]}"),
            .. Enumerable.Range(0, 20).Select(_ => $"\"{_words[Rank()]} {_words[Rank()]}\""),
            .. Enumerable.Range(0, 100).Select(_ => Run(7)),
            .. new[] { 2, 3, 10 }.SelectMany(length => Enumerable.Range(0, 100).Select(_ => $"\"{Run(length)}\"")),
            .. new[] { 2, 3 }.SelectMany(length => Enumerable.Range(0, 100).Select(_ => $"\"{Begun(Run(length))}")),
            .. Enumerable.Range(0, 20).Select(_ => $"year:2000..2022 \"{Run(2)}\""),
            "kind:paper", "has:code kind:paper", "year:1990..2020", "author:a", $"{_words[0]} {_words[1]}", $"{_words[0]} {_words[1]} {_words[2]}", $"\"{_words[0]} {_words[1]}\"", $"\"{_words[3]} {_words[4]}\"", $"\"{_words[2]} {_words[3]} {_words[4]}\"", $"kind:paper -\"{_words[0]} {_words[1]}\"", $"year:1991..2008 {_words[0]} {_words[2]}",
        ];

        var answers = site.AskForFirst(queries);

        // What marks words where a result is opened is loaded there.
        var scripts = site.Scripts.Where(file => !file.Key.Contains("search-mark", StringComparison.Ordinal)).Select(file => file.Value).ToArray();
        var (plain, compressed) = (answers.Select(answer => answer.Bytes).Order().ToArray(), answers.Select(answer => scripts.Sum(Compressed) + answer.Compressed).Order().ToArray());
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{site.Files.Count} files, {site.Files.Values.Sum(bytes => (long)bytes.Length)} bytes. Before the first result: with scripts, in gzip, median {compressed[compressed.Length / 2]}, most {compressed[^1]}; data uncompressed, median {plain[plain.Length / 2]}, most {plain[^1]}; scripts uncompressed {scripts.Sum(bytes => bytes.Length)}");
        Assert.True(answers.Count(answer => answer.First is not null) > queries.Length / 2);
        Assert.InRange(compressed[^1], 0, MostBytes);
        Assert.InRange(plain[^1], 0, MostPlainBytes);
        Assert.All(site.Files, file => Assert.InRange(file.Value.Length, 0, 48_000));
    }

    private static int Compressed(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
        return (int)compressed.Length;
    }

    private string Note(int number)
    {
        var text = new StringBuilder($"# {Words(3)}\n\n{Words(40)}\n\n## {Words(2)}\n\n");
        for (var i = 0; i < Entries; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"- #{(_random.Next(3) == 0 ? "CODE" : "PAPER")} [{Words(7)} ({_words[_random.Next(5_000)]} {1990 + _random.Next(35)})](https://example.org/{number}/{i}) - {Words(12)}\n");
        }

        return text.ToString();
    }

    private string Words(int count)
    {
        var words = Enumerable.Range(0, count).Select(_ => _words[Rank()]).ToArray();
        if (count > 10 && _texts.Count < 20_000) _texts.Add(string.Join(' ', words[..10]));
        return string.Join(' ', words);
    }

    /// <summary>Words that stand side by side in some note.</summary>
    private string Run(int length) => string.Join(' ', _texts[_random.Next(_texts.Count)].Split(' ')[..length]);

    /// <summary>A text of which the last word is still being typed.</summary>
    private string Begun(string text) => text[..(text.LastIndexOf(' ') + 2 + _random.Next(text.Length - text.LastIndexOf(' ') - 1))];

    /// <summary>Zipf's law: the rank of a word of running text.</summary>
    private int Rank() => (int)Math.Min(_words.Length - 1, Math.Exp(_random.NextDouble() * Math.Log(_words.Length)) - 1);

    private static string Name(int number)
    {
        var word = new StringBuilder();
        // Spread over all letters, whatever the rank.
        for (var rest = (uint)number * 2654435761u >> 8; word.Length < 3 || rest > 0; rest /= 26) word.Append((char)('a' + rest % 26));
        return word.ToString();
    }
}
