using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Transformers.Text;

namespace Transformers.Rendering.Search;

/// <summary>What the search's script reads: scripts that hand over data, as a browser loads no other files from the disk.</summary>
/// <remarks>
/// Terms in ordinal order are cut into shards (<c>+t0.js</c> …), long postings into blocks (<c>+p0.js</c> …), pairs of words into files
/// (<c>+w0.js</c> …) with blocks of their own (<c>+q0.js</c> …), documents into chunks (<c>+d0.js</c> …); <c>+index.js</c>, and in large vaults <c>+s0.js</c> …, say
/// which shard begins with which term. A search reads a shard and a block or two for each of its words, and the chunks of what it shows, whatever the size of the vault.
/// The shape is described in <c>templates/README.md</c>.
/// </remarks>
internal sealed class SearchFiles
{
    /// <summary>How many bytes a shard of terms has, its last one apart.</summary>
    private const int ShardBytes = 4_000;

    /// <summary>How many bytes a file of blocks has at most, where it has several.</summary>
    private const int BlockFileBytes = 6_000;

    /// <summary>How many shards the index tells the first terms of; of more, files of as many do.</summary>
    private const int MostSeparators = 256;

    /// <summary>How many postings stand with their term; longer ones are in blocks.</summary>
    private const int MostInline = 256;

    /// <summary>How many postings of a pair do, as a file of pairs has so many of them.</summary>
    private const int MostOfPairInline = 64;

    /// <summary>How many postings a block has.</summary>
    private const int BlockLength = 2_048;

    /// <summary>How many of the best documents stand with a term whose postings are in blocks.</summary>
    private const int Best = 64;

    private readonly List<SiteFile> _files = [];
    private readonly XxHash3 _hash = new();

    private SearchFiles()
    {
    }

    /// <summary>How the addresses of all of them begin. A plus sign stands in no slug, so that no attachment can have such a name.</summary>
    public const string Folder = "search/data/+";

    /// <summary>The index.</summary>
    public static SiteAddress Index { get; } = new(Folder + "index.js");

    /// <summary>All of them.</summary>
    public static ImmutableArray<SiteFile> Of(Site site)
    {
        var files = new SearchFiles();
        var groups = PairHash.GroupsFor(site.Notes.Sum(note => (long)note.Body.Html.Length));
        var index = new SearchIndex(groups);
        foreach (var part in SearchPart.Of(site, groups))
        {
            files.Add('d', part.Chunks, index.Numbers / SearchPart.InChunk);
            index.Add(part);
        }

        var (terms, blocks, pairs, pairBlocks) = (new SearchShards(), new SearchShards(), new SearchShards(), new SearchShards());
        List<string> separators = [];
        Parallel.Invoke(() => separators = WriteTerms(index, terms, blocks), () => WritePairs(index, pairs, pairBlocks));
        files.Add('t', terms.Take());
        files.Add('p', blocks.Take());
        files.Add('w', pairs.Take());
        files.Add('q', pairBlocks.Take());
        files.WriteIndex(site, index, separators, groups);
        return [.. files._files];
    }

    /// <summary>Writes the terms.</summary>
    /// <returns>For each shard what tells its first term from the last one of the shard before.</returns>
    private static List<string> WriteTerms(SearchIndex index, SearchShards shards, SearchShards blocks)
    {
        var separators = new List<string>();
        var (last, before) = ("", "");
        var (terms, ofTerms) = index.TakeTerms();
        foreach (var (term, postings) in PrefixTerms.AddTo(terms, ofTerms, index.Numbers))
        {
            if (shards.Length > ShardBytes)
            {
                shards.Close();
                (last, before) = ("", last);
            }

            if (shards.IsEmpty) separators.Add(Separator(before, term));
            var shared = last.AsSpan().CommonPrefixLength(term);
            if (shared > 0 && char.IsHighSurrogate(term[shared - 1])) shared--;
            shards.Json.WriteStringValue(string.Concat([Digits.Of((uint)shared)], term.AsSpan(shared)));
            Write(postings, shards.Json, blocks);
            last = term;
        }

        return separators;
    }

    /// <summary>The shortest beginning of a term that comes after the one before it in ordinal order: enough to find the shard that begins there.</summary>
    /// <remarks>R. Bayer and K. Unterauer, "Prefix B-trees", ACM Transactions on Database Systems 2, 1977.</remarks>
    private static string Separator(string before, string term)
    {
        var length = before.AsSpan().CommonPrefixLength(term) + 1;
        return term[..(char.IsHighSurrogate(term[length - 1]) ? length + 1 : length)];
    }

    private static void WritePairs(SearchIndex index, SearchShards files, SearchShards blocks)
    {
        foreach (var group in index.Pairs.InGroups())
        {
            foreach (var postings in group) Write(postings, files.Json, blocks);
            files.Close();
        }
    }

    /// <summary>Writes how many documents have a pair, and where its blocks are; the documents themselves where they are few.</summary>
    private static void Write(PairPostings postings, Utf8JsonWriter json, SearchShards blocks)
    {
        if (postings.Count <= MostOfPairInline)
        {
            Write(postings.Encode(0, postings.Count), json);
            return;
        }

        json.WriteStartArray();
        json.WriteNumberValue(postings.Count);
        for (int start = 0, end; start < postings.Count; start = end)
        {
            end = postings.EndOfBlock(start, BlockLength);
            WriteBlock(postings.DocumentAt(start), postings.Encode(start, end), json, blocks);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes how many documents a term is in, the best of them, and where its blocks are; all of them where they are few.</summary>
    private static void Write(Postings postings, Utf8JsonWriter json, SearchShards blocks)
    {
        if (postings.Count <= MostInline)
        {
            Write(postings.Encode(0, postings.Count), json);
            return;
        }

        json.WriteStartArray();
        json.WriteNumberValue(postings.Count);
        Write(postings.EncodeBest(Best), json);
        for (var start = 0; start < postings.Count; start += BlockLength)
        {
            WriteBlock(postings.DocumentAt(start), postings.Encode(start, Math.Min(BlockLength, postings.Count - start)), json, blocks);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a block, and where it is: its first document, its file, its place there.</summary>
    private static void WriteBlock(int first, Digits block, Utf8JsonWriter json, SearchShards blocks)
    {
        if (blocks.Length + block.Written.Length > BlockFileBytes) blocks.Close();
        json.WriteNumberValue(first);
        json.WriteNumberValue(blocks.Number);
        json.WriteNumberValue(blocks.Count++);
        Write(block, blocks.Json);
    }

    private static void Write(Digits digits, Utf8JsonWriter json)
    {
        json.WriteStringValue(digits.Written);
        digits.Dispose();
    }

    private void WriteIndex(Site site, SearchIndex index, List<string> separators, int pairGroups)
    {
        var isCut = separators.Count > MostSeparators;
        if (isCut)
        {
            var files = new SearchShards();
            foreach (var some in separators.Chunk(MostSeparators))
            {
                foreach (var separator in some) files.Json.WriteStringValue(separator);
                files.Close();
            }

            Add('s', files.Take());
        }

        var shard = new SearchShards();
        shard.Json.WriteStringValue(_hash.GetCurrentHashAsUInt64().ToString("x16", CultureInfo.InvariantCulture));
        shard.Json.WriteNumberValue(index.Documents);
        shard.Json.WriteStringValue(site.Configuration.LinksToFiles ? "index.html" : "");
        shard.Json.WriteBooleanValue(isCut);
        shard.Json.WriteStartArray();
        foreach (var separator in isCut ? separators.Chunk(MostSeparators).Select(some => some[0]) : separators) shard.Json.WriteStringValue(separator);
        shard.Json.WriteEndArray();
        shard.Json.WriteStartArray();
        foreach (var kind in site.Catalogue.Lists.Kinds) shard.Json.WriteStringValue(kind.Name);
        shard.Json.WriteEndArray();
        shard.Json.WriteNumberValue(pairGroups);
        Add("index", shard.Take()[0]);
    }

    private void Add(char series, IReadOnlyList<byte[]> arrays, int first = 0)
    {
        for (var i = 0; i < arrays.Count; i++) Add(string.Create(CultureInfo.InvariantCulture, $"{series}{first + i}"), arrays[i]);
    }

    /// <summary>Adds a file: a call with its name and an array.</summary>
    private void Add(string name, byte[] array)
    {
        _hash.Append(array);
        _files.Add(new SiteFile.Rendered(new($"{Folder}{name}.js"), output =>
        {
            output.Write(Encoding.ASCII.GetBytes($"searchData(\"{name}\","));
            output.Write(array);
            output.Write(")\n"u8);
        }));
    }
}
