using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Transformers.Catalogue;
using Transformers.Linking;
using Transformers.Text;

namespace Transformers.Rendering.Pages.Works;

/// <summary>What the catalogue's script reads: an index with counts, and the works in shards, each of which can be read alone.</summary>
/// <remarks>The shape is described in <c>templates/README.md</c>.</remarks>
internal static class FinderData
{
    /// <summary>How many bytes a shard has at most.</summary>
    public const int MostBytes = 64_000;

    private const int MostTopics = 200;
    private const int MostNames = 100;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The index. A plus sign stands in no slug, so that no attachment can have this name.</summary>
    public static SiteAddress Index { get; } = new("catalog/data/+index.json");

    /// <summary>All of them; the content is made when it is wanted.</summary>
    public static IEnumerable<SiteFile> Files(Site site)
    {
        var shards = Split(site);
        yield return new SiteFile.Rendered(Index, output => WriteIndex(site, shards, output));
        for (var i = 0; i < shards.Length; i++)
        {
            var shard = shards[i];
            yield return new SiteFile.Rendered(new(string.Create(CultureInfo.InvariantCulture, $"catalog/data/+{i}.json")), output => WriteShard(site, shard, output));
        }
    }

    private static ImmutableArray<ImmutableArray<Work>> Split(Site site)
    {
        var links = new PageLinks(AddressBook.Catalogue, ToFiles: false);
        var shards = ImmutableArray.CreateBuilder<ImmutableArray<Work>>();
        var works = ImmutableArray.CreateBuilder<Work>();
        var strings = new FinderStrings();
        var size = 0;
        foreach (var work in site.Catalogue.Lists.All)
        {
            var row = FinderRow.Of(work, site, links);
            var more = row.Size(strings);
            if (works.Count > 0 && size + more > MostBytes)
            {
                shards.Add(works.DrainToImmutable());
                (strings, size) = (new(), 0);
                more = row.Size(strings);
            }

            size += more;
            row.AddTo(strings);
            works.Add(work);
        }

        if (works.Count > 0) shards.Add(works.DrainToImmutable());
        return shards.DrainToImmutable();
    }

    private static void WriteShard(Site site, ImmutableArray<Work> works, IBufferWriter<byte> output)
    {
        var links = new PageLinks(AddressBook.Catalogue, ToFiles: false);
        var strings = new FinderStrings();
        FinderRow[] rows = [.. works.Select(work => FinderRow.Of(work, site, links))];
        foreach (var row in rows) row.AddTo(strings);

        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteStartArray("strings");
        foreach (var text in strings.All) json.WriteStringValue(text);
        json.WriteEndArray();
        json.WriteStartArray("works");
        foreach (var row in rows) row.Write(json, strings);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIndex(Site site, ImmutableArray<ImmutableArray<Work>> shards, IBufferWriter<byte> output)
    {
        var lists = site.Catalogue.Lists;
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteNumber("works", lists.All.Length);
        json.WriteNumber("code", lists.All.Count(FinderRow.HasCode));
        json.WriteNumber("talk", lists.All.Count(FinderRow.HasTalk));
        Counts(json, "kinds", lists.Kinds.Select(list => KeyValuePair.Create(list.Name, list.Works.Length)), MostNames);
        Counts(json, "authors", lists.Authors.Select(list => KeyValuePair.Create(list.Name, list.Works.Length)), MostNames);
        Counts(json, "hosts", lists.All.Select(work => WorkRecords.HostOf(work.Url)).OfType<string>().CountBy(host => host, StringComparer.Ordinal), MostNames);
        Counts(json, "topics", lists.All.SelectMany(work => FinderRow.TopicsOf(work).SelectMany(WithFoldersAbove).Distinct(StringComparer.Ordinal)).CountBy(topic => topic, StringComparer.Ordinal), MostTopics);
        json.WriteStartArray("shards");
        foreach (var shard in shards) WriteSummary(json, shard);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What tells whether a shard is worth loading: how many works, the first and the last year (0 for works without one), the kinds.</summary>
    private static void WriteSummary(Utf8JsonWriter json, ImmutableArray<Work> shard)
    {
        json.WriteStartArray();
        json.WriteNumberValue(shard.Length);
        json.WriteNumberValue(shard[^1].Year ?? 0);
        json.WriteNumberValue(shard[0].Year ?? 0);
        json.WriteEndArray();
    }

    private static void Counts(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, int>> counts, int most)
    {
        json.WriteStartArray(name);
        foreach (var (value, count) in counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(most).OrderBy(pair => pair.Key, NaturalOrder.Instance))
        {
            json.WriteStartArray();
            json.WriteStringValue(FinderRow.Short(value));
            json.WriteNumberValue(count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<string> WithFoldersAbove(string note)
    {
        for (var slash = note.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = note.IndexOf('/', slash + 1)) yield return note[..(slash + 1)];
        yield return note;
    }
}
