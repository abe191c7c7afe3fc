using System.Collections.Immutable;
using Transformers.Catalogue;
using Transformers.Checking;
using Transformers.Diagnostics;
using Transformers.External;
using Transformers.Linking;
using Transformers.Locks;
using Transformers.Model;
using Transformers.Parsing;
using Transformers.Rendering;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers;

/// <summary>A vault, parsed: what can be kept from one reading of it to the next, as it depends on each file alone.</summary>
/// <remarks>A value: <see cref="With"/> makes another one, which shares what did not change.</remarks>
public sealed class Workspace
{
    private readonly Vault _readable;
    private readonly PageParser _parser;
    private readonly ImmutableDictionary<SourcePath, StageResult<ImmutableArray<Note>>> _pages;
    private readonly ImmutableArray<Note> _notes;
    private readonly DatedHistory _dates;
    private readonly Lazy<StageResult<Site>> _site;

    private Workspace(Vault vault, Configuration configuration, PageParser parser, Workspace? before, IReadOnlySet<SourcePath> changed, IProgress<BuildStep>? progress = null)
    {
        Vault = vault;
        Configuration = configuration;
        _parser = parser;
        _readable = before is not null && before.Vault.Files.SequenceEqual(vault.Files)
            ? new Vault(before._readable.Files, vault.Read, vault.History)
            : vault.Without(configuration.Ignore);
        var known = before?._pages ?? ImmutableDictionary<SourcePath, StageResult<ImmutableArray<Note>>>.Empty;
        var pages = _readable.Files.Where(path => path.IsPage).ToArray();
        var done = 0;
        var parsed = pages.AsParallel().AsOrdered().Select(path =>
        {
            var page = known.TryGetValue(path, out var was) && !changed.Contains(path) ? was : Parse(path);
            progress?.Report(new(BuildStage.Reading, Interlocked.Increment(ref done), pages.Length));
            return KeyValuePair.Create(path, page);
        }).ToArray();
        Reparsed = parsed.Count(page => !known.TryGetValue(page.Key, out var was) || was != page.Value);
        _pages = parsed.ToImmutableDictionary();
        _notes = [.. parsed.SelectMany(page => page.Value.Value)];
        Publication = Publication.Of(_notes, configuration);
        _dates = DatedHistory.Of(_readable.History, Publication, configuration, before?._dates);
        _site = new(() => Link(progress));
    }

    /// <summary>All files, those that are ignored too.</summary>
    public Vault Vault { get; }

    /// <summary>The owner's decisions.</summary>
    public Configuration Configuration { get; }

    /// <summary>The notes.</summary>
    public Publication Publication { get; }

    /// <summary>How many files were parsed for it; what is not counted was known.</summary>
    public int Reparsed { get; }

    /// <summary>All that there is to know before a page is made, and everything that the stages found, in the order of the files.</summary>
    public StageResult<Site> Site => _site.Value;

    /// <summary>Parses all of a vault.</summary>
    /// <param name="vault">The files.</param>
    /// <param name="configuration">The owner's decisions.</param>
    /// <param name="progress">Told, from any thread, at each stage and after each file.</param>
    public static Workspace Read(Vault vault, Configuration configuration, IProgress<BuildStep>? progress = null) =>
        new(vault, configuration, new PageParser(configuration), null, ImmutableHashSet<SourcePath>.Empty, progress);

    /// <summary>The workspace of the vault as it is now, under the same configuration: the same as that which <see cref="Read"/> makes.</summary>
    /// <param name="vault">The files of now.</param>
    /// <param name="changed">Those that are no longer what they were; new ones and those that are gone need not be named.</param>
    public Workspace With(Vault vault, IReadOnlySet<SourcePath> changed) => new(vault, Configuration, _parser, this, changed);

    /// <summary>The note in a file as it is now; null for one that can't be read.</summary>
    public Note? ParseNow(SourcePath path) => Parse(path).Value is [var note] ? note : null;

    private StageResult<ImmutableArray<Note>> Parse(SourcePath path)
    {
        var file = TextDecoder.Read(_readable, path);
        if (file.Value is null) return new([], file.Diagnostics);
        var note = _parser.Parse(file.Value);
        return new([note.Value], [.. file.Diagnostics, .. note.Diagnostics]);
    }

    private StageResult<Site> Link(IProgress<BuildStep>? progress)
    {
        progress?.Report(new(BuildStage.Linking));
        var attachments = _readable.Files.Where(path => !path.IsPage && path.Value is not (Configuration.FileName or AddressLock.FileName or LinkLedger.FileName)).ToImmutableArray();
        var locked = LockReader.Read(_readable);
        var graph = LinkResolver.Resolve(Publication, attachments);
        progress?.Report(new(BuildStage.Cataloguing));
        var catalogue = Cataloguer.Compile(Publication.Published, graph.Value);
        var addresses = AddressAssigner.Assign(
            Publication.Published,
            Configuration.PublishesAllAttachments ? [.. attachments.Except(graph.Value.PrivateAttachments)] : graph.Value.Attachments,
            catalogue.Value.Pages,
            locked.Value?.Items.Select(item => item.Place.Address).Distinct() ?? []);
        var kept = locked.Value is { } remembered ? LockComparison.Compare(remembered, LockReader.Path, Publication.Published, catalogue.Value, addresses.Value) : new(KeptPlaces.None, []);
        progress?.Report(new(BuildStage.Checking));
        var checks = SiteChecks.Run(new CheckedSite(Configuration, Publication.Published, graph.Value, catalogue.Value, addresses.Value));
        var ledger = LedgerReader.Read(_readable);
        var answered = LinkFindings.Of(ledger.Value ?? LinkLedger.Empty, Publication.Published);
        IEnumerable<Diagnostic> found =
        [
            .. _pages.Values.SelectMany(page => page.Diagnostics), .. graph.Diagnostics, .. catalogue.Diagnostics, .. addresses.Diagnostics, .. locked.Diagnostics, .. kept.Diagnostics, .. checks,
            .. ledger.Diagnostics, .. answered,
            .. Silencing.Check(_notes, RuleBook.Codes),
        ];
        return new(
            new Site(Configuration, Publication.Published, graph.Value, catalogue.Value, _dates.Value, addresses.Value) { Kept = kept.Value },
            InOrder(Silencing.Apply(found, _notes, Configuration)));
    }

    private static ImmutableArray<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(found => found.Path).ThenBy(found => found.Range.Line).ThenBy(found => found.Range.Column).ThenBy(found => found.Rule.Code, StringComparer.Ordinal)];

    /// <summary>When entries entered the vault, with what that was made from.</summary>
    private sealed record DatedHistory(VaultHistory History, ImmutableHashSet<SourcePath> Hidden, EntryDates Value)
    {
        public static DatedHistory Of(VaultHistory history, Publication publication, Configuration configuration, DatedHistory? before)
        {
            var hidden = publication.Private.Select(note => note.Path).ToImmutableHashSet();
            return before is not null && ReferenceEquals(before.History, history) && before.Hidden.SetEquals(hidden)
                ? before
                : new(history, hidden, HistoryReader.Read(history, new NoteParser(configuration), hidden.Union(IgnoredIn(history, configuration))));
        }

        private static IReadOnlySet<SourcePath> IgnoredIn(VaultHistory history, Configuration configuration) =>
            new PathGlobs(configuration.Ignore).Matching(history.Additions.Select(addition => addition.Path).Distinct());
    }
}
