using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Transformers.Rendering;
using Transformers.Rendering.Search;
using Transformers.Rendering.Templates;
using Transformers.Vaults;

namespace Transformers.Tests.Support;

/// <summary>What the search's script says to a query.</summary>
/// <param name="Addresses">All that is found, the best first; with <see cref="SearchSite.AskForFirst"/> the first twenty.</param>
/// <param name="First">The best; null where nothing is found.</param>
/// <param name="Count">How many the script says there are.</param>
/// <param name="Bytes">How many bytes of data it read before it had the first result.</param>
/// <param name="Compressed">As many as they are in gzip.</param>
internal sealed record SearchAnswer(ImmutableArray<string> Addresses, string? First, int Count, int Bytes, int Compressed);

/// <summary>The search of a site, asked through the site's own scripts, which node runs.</summary>
internal sealed class SearchSite : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SearchSite(Site site)
    {
        Site = site;
        var theme = Theme.Default();
        Files = SearchFiles.Of(site).ToImmutableDictionary(file => file.Address.Value, BytesOf, StringComparer.Ordinal);
        Scripts = theme.Assets.Where(asset => asset.Key.StartsWith("search", StringComparison.Ordinal)).ToImmutableDictionary(asset => asset.Value.Value, asset => theme.Files[Theme.FileOf(asset.Key)], StringComparer.Ordinal);
        foreach (var (path, bytes) in Files.Concat(Scripts)) _folder.Write(path, bytes);
    }

    public Site Site { get; }

    /// <summary>The data, by address.</summary>
    public ImmutableDictionary<string, byte[]> Files { get; }

    /// <summary>The scripts and the style sheet, by address.</summary>
    public ImmutableDictionary<string, byte[]> Scripts { get; }

    public static SearchSite Of(params ReadOnlySpan<(string Path, string Text)> notes) => Of(Vault.Of(notes.ToArray()), Configuration.Default);

    public static SearchSite Of(Vault vault, Configuration configuration) => new(SiteBuilder.Read(vault, configuration).Value);

    /// <summary>The addresses of all that a query finds, the best first.</summary>
    public IEnumerable<string> Find(string query) => Ask(query)[0].Addresses;

    /// <summary>The answers with all that is found.</summary>
    public ImmutableArray<SearchAnswer> Ask(params IReadOnlyCollection<string> queries) => Answers("all", queries);

    /// <summary>The answers as a reader sees them first.</summary>
    public ImmutableArray<SearchAnswer> AskForFirst(params IReadOnlyCollection<string> queries) => Answers("top", queries);

    /// <summary>Texts as the script folds them (<c>fold</c>) or cuts them into terms (<c>terms</c>).</summary>
    public ImmutableArray<JsonElement> Texts(string command, IReadOnlyCollection<string> texts) => Run(command, texts);

    public void Dispose() => _folder.Dispose();

    private ImmutableArray<SearchAnswer> Answers(string command, IReadOnlyCollection<string> queries) =>
    [
        .. Run(command, queries).Select(answer => new SearchAnswer(
            [.. answer.GetProperty("addresses").EnumerateArray().Select(address => address.GetString()!)],
            answer.GetProperty("first").GetString(),
            answer.GetProperty("count").GetInt32(),
            answer.GetProperty("bytes").GetInt32(),
            answer.GetProperty("gzip").GetInt32())),
    ];

    private ImmutableArray<JsonElement> Run(string command, IReadOnlyCollection<string> texts)
    {
        var file = _folder.Write("asked.json", JsonSerializer.Serialize(texts));
        return [.. JsonDocument.Parse(Tool.Search(_folder.Path, file, command)).RootElement.EnumerateArray()];
    }

    private static byte[] BytesOf(SiteFile file)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ((SiteFile.Rendered)file).Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
