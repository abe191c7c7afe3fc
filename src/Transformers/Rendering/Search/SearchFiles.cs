using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Transformers.Text;

namespace Transformers.Rendering.Search;

/// <summary>What the search's script reads: scripts that hand over data, as a browser loads no other files from the disk.</summary>
/// <remarks>
/// Terms in ordinal order are cut into shards (<c>+t0.js</c> …), long postings into blocks (<c>+p0.js</c> …), pairs of words into files
/// (<c>+w0.js</c> …), documents into chunks (<c>+d0.js</c> …); <c>+index.js</c> says which shard begins with which term and how many documents are in each chunk. A search
/// reads a shard and a block or two for each of its words, and the chunks of what it shows, whatever the size of the vault.
/// The shape is described in <c>templates/README.md</c>.
/// </remarks>
internal sealed class SearchFiles
{
    /// <summary>How many bytes a shard of terms has, its last one apart, and a file of blocks at most, where it has several.</summary>
    private const int ShardBytes = 6_000;

    /// <summary>How many bytes a chunk of documents has, its last document apart.</summary>
    private const int ChunkBytes = 10_000;

    /// <summary>How many documents are in a chunk at most: it takes one digit.</summary>
    private const int MostInChunk = 90;

    /// <summary>How many postings stand with their term; longer ones are in blocks.</summary>
    private const int MostInline = 256;

    /// <summary>How many postings of a pair do, as files of pairs have few elements.</summary>
    private const int MostOfPairInline = 256;

    /// <summary>How many postings a block has.</summary>
    private const int BlockLength = 2_048;

    /// <summary>How many of the best documents stand with a term whose postings are in blocks.</summary>
    private const int Best = 64;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly List<SiteFile> _files = [];
    private readonly StringBuilder _chunkSizes = new();
    private readonly List<string> _firstTerms = [];
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
        var index = new SearchIndex(site.Notes.Sum(note => (long)note.Body.Html.Length));
        files.WriteDocuments(site, index);
        var blocks = new Shard(files, 'p');
        files.WriteTerms(PrefixTerms.AddTo(index.Terms, index.Documents), blocks);
        files.WritePairs(index.Pairs, blocks);
        blocks.Close();
        files.WriteIndex(site, index);
        return [.. files._files];
    }

    private void WriteDocuments(Site site, SearchIndex index)
    {
        var chunk = new Shard(this, 'd');
        var (count, note) = (0, -1);
        foreach (var (number, documents) in site.Notes.AsParallel().AsOrdered().Select(note => SearchDocuments.Of(note, site).ToArray()).Index())
        {
            foreach (var document in documents)
            {
                if (count == MostInChunk || chunk.Length > ChunkBytes) Close();
                if (note != number)
                {
                    chunk.Json.WriteStartArray();
                    chunk.Json.WriteStringValue(document.Page.Value);
                    chunk.Json.WriteStringValue(document.Note);
                    chunk.Json.WriteEndArray();
                    note = number;
                }

                Write(document, chunk.Json);
                index.Add(document);
                count++;
            }
        }

        if (count > 0) Close();

        void Close()
        {
            _chunkSizes.Append(Postings.Digit(count));
            chunk.Close();
            (count, note) = (0, -1);
        }
    }

    private static void Write(SearchDocument document, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        json.WriteStringValue(document.Anchor);
        json.WriteStringValue(document.Kind);
        json.WriteStringValue(document.Title);
        json.WriteStringValue(document.Authors);
        json.WriteNumberValue(document.Year ?? 0);
        json.WriteStringValue(document.Section);
        json.WriteStringValue(document.Text);
        json.WriteNumberValue(document.Lead);
        json.WriteNumberValue((document.HasCode ? 1 : 0) | (document.HasTalk ? 2 : 0));
        json.WriteEndArray();
    }

    private void WriteTerms(List<(string Term, Postings Postings)> terms, Shard blocks)
    {
        var shard = new Shard(this, 't');
        var (last, before) = ("", "");
        foreach (var (term, postings) in terms)
        {
            if (shard.Length > ShardBytes)
            {
                shard.Close();
                (last, before) = ("", last);
            }

            if (shard.IsEmpty) _firstTerms.Add(Separator(before, term));
            var shared = last.AsSpan().CommonPrefixLength(term);
            if (shared > 0 && char.IsHighSurrogate(term[shared - 1])) shared--;
            shard.Json.WriteStringValue(string.Concat([Postings.Digit(shared)], term.AsSpan(shared)));
            Write(postings, MostInline, shard.Json, blocks);
            last = term;
        }

        shard.Close();
    }

    /// <summary>The shortest beginning of a term that comes after the one before it in ordinal order: enough to find the shard that begins there.</summary>
    /// <remarks>R. Bayer and K. Unterauer, "Prefix B-trees", ACM Transactions on Database Systems 2, 1977.</remarks>
    private static string Separator(string before, string term)
    {
        var length = before.AsSpan().CommonPrefixLength(term) + 1;
        return term[..(char.IsHighSurrogate(term[length - 1]) ? length + 1 : length)];
    }

    private void WritePairs(PairTerms pairs, Shard blocks)
    {
        var shard = new Shard(this, 'w');
        foreach (var postings in pairs.All)
        {
            Write(postings, MostOfPairInline, shard.Json, blocks);
            if (++shard.Count == PairTerms.InFile) shard.Close();
        }
    }

    private static void Write(Postings postings, int mostInline, Utf8JsonWriter json, Shard blocks)
    {
        if (postings.Count <= mostInline) json.WriteStringValue(postings.Encode(0, postings.Count));
        else WriteLong(postings, json, blocks);
    }

    /// <summary>Writes how many documents a term is in, the best of them, and where its blocks are: the first document of each, its file, its place there.</summary>
    private static void WriteLong(Postings postings, Utf8JsonWriter json, Shard blocks)
    {
        json.WriteStartArray();
        json.WriteNumberValue(postings.Count);
        json.WriteStringValue(postings.EncodeBest(Best));
        for (var start = 0; start < postings.Count; start += BlockLength)
        {
            var block = postings.Encode(start, Math.Min(BlockLength, postings.Count - start));
            if (blocks.Length + block.Length > ShardBytes) blocks.Close();
            json.WriteNumberValue(postings.DocumentAt(start));
            json.WriteNumberValue(blocks.Number);
            json.WriteNumberValue(blocks.Count++);
            blocks.Json.WriteStringValue(block);
        }

        json.WriteEndArray();
    }

    private void WriteIndex(Site site, SearchIndex terms)
    {
        var index = new Shard(this, "index");
        index.Json.WriteStringValue(_hash.GetCurrentHashAsUInt64().ToString("x16", CultureInfo.InvariantCulture));
        index.Json.WriteNumberValue(terms.Documents);
        index.Json.WriteStringValue(site.Configuration.LinksToFiles ? "index.html" : "");
        index.Json.WriteStringValue(_chunkSizes.ToString());
        index.Json.WriteStartArray();
        foreach (var term in _firstTerms) index.Json.WriteStringValue(term);
        index.Json.WriteEndArray();
        index.Json.WriteStartArray();
        foreach (var kind in site.Catalogue.Lists.Kinds) index.Json.WriteStringValue(kind.Name);
        index.Json.WriteEndArray();
        index.Json.WriteNumberValue(terms.Pairs.Groups);
        index.Close();
    }

    /// <summary>A file that is being written: a call with its name and an array.</summary>
    private sealed class Shard
    {
        private readonly SearchFiles _files;
        private readonly string _series;
        private readonly bool _isNumbered;
        private readonly ArrayBufferWriter<byte> _buffer = new(ShardBytes * 2);

        public Shard(SearchFiles files, char series) : this(files, series.ToString()) => _isNumbered = true;

        public Shard(SearchFiles files, string name)
        {
            (_files, _series) = (files, name);
            Json = Start();
        }

        /// <summary>Writes the elements of the array.</summary>
        public Utf8JsonWriter Json { get; private set; }

        /// <summary>The number of the file in its series.</summary>
        public int Number { get; private set; }

        /// <summary>How many elements it has, for who counts them.</summary>
        public int Count { get; set; }

        /// <summary>How many bytes it has.</summary>
        public long Length => Json.BytesCommitted + Json.BytesPending;

        public bool IsEmpty => Length <= 1;

        /// <summary>Ends the file and begins the next; nothing where it is empty.</summary>
        public void Close()
        {
            if (IsEmpty) return;
            Json.WriteEndArray();
            Json.Dispose();
            var name = _isNumbered ? string.Create(CultureInfo.InvariantCulture, $"{_series}{Number}") : _series;
            byte[] bytes = [.. Encoding.ASCII.GetBytes($"searchData(\"{name}\","), .. _buffer.WrittenSpan, .. ")\n"u8];
            _files._hash.Append(bytes);
            _files._files.Add(new SiteFile.Rendered(new($"{Folder}{name}.js"), output => output.Write(bytes)));
            _buffer.ResetWrittenCount();
            (Json, Count) = (Start(), 0);
            Number++;
        }

        private Utf8JsonWriter Start()
        {
            var json = new Utf8JsonWriter(_buffer, Options);
            json.WriteStartArray();
            return json;
        }
    }
}
