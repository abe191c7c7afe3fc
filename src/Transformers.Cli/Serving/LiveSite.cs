using System.Collections.Immutable;
using System.Diagnostics;
using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Rendering;
using Transformers.Rendering.Templates;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Cli.Serving;

/// <summary>A site that follows its vault.</summary>
/// <remarks>
/// An edit is shown in two steps: <see cref="Preview"/> makes the page of the note that was saved, <see cref="Rebuild"/> then reads
/// whatever changed and makes a whole site anew. The last site that could be made stays until the next one can.
/// </remarks>
internal sealed class LiveSite
{
    private readonly Func<VaultInput> _open;
    private readonly Lock _lock = new();
    private readonly Dictionary<SourcePath, Note> _edited = [];
    private readonly HashSet<SourcePath> _named = [];
    private Reading _last;
    private SitePreview _shown;

    private LiveSite(Func<VaultInput> open, Reading first)
    {
        _open = open;
        (_last, _shown) = (first, SitePreview.Of(first.Site));
        Pages = first.Pages;
    }

    /// <summary>What is served now.</summary>
    public LivePages Pages { get; private set; }

    /// <summary>Those who look at it.</summary>
    public Browsers Browsers { get; } = new();

    /// <summary>What was found in the vault when it was last read.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _last.Diagnostics;

    /// <summary>How many notes there are.</summary>
    public int NoteCount => _last.Workspace.Publication.Published.Length;

    /// <summary>How long the last rebuild took; nothing before the first one.</summary>
    public TimeSpan LastRebuild { get; private set; }

    /// <summary>Reads the vault for the first time.</summary>
    /// <param name="open">Lists the vault and reads the configuration and the templates as they are when it is called.</param>
    /// <exception cref="UnusableInputException">There is nothing to serve.</exception>
    /// <exception cref="TemplateException">A template is not valid.</exception>
    public static LiveSite Open(Func<VaultInput> open)
    {
        var input = open();
        return new(open, Reading.Of(input, Workspace.Read(input.Vault, input.Configuration)));
    }

    /// <summary>Shows notes as they are now, if that can be done without reading the vault.</summary>
    /// <param name="paths">The full paths of files that changed, or of none: editors make files that are gone again before one looks.</param>
    /// <returns>False where <see cref="Rebuild"/> has more to tell of what changed.</returns>
    /// <exception cref="TemplateException">A template failed.</exception>
    public bool Preview(IReadOnlySet<string> paths)
    {
        lock (_lock)
        {
            var changed = paths.Where(path => Path.Exists(path) || IsKnown(InVault(path))).ToArray();
            var files = changed.Where(File.Exists).Select(InVault).OfType<SourcePath>().ToArray();
            _named.UnionWith(files);
            var notes = files.Where(path => path.IsPage && IsKnown(path)).Select(_last.Workspace.ParseNow).OfType<Note>().ToArray();
            var shown = notes.Count(Show);
            Browsers.Refresh(path => Pages.At(path) is { } file && Pages.Edited.ContainsKey(file.Address) ? ServedPage.Of(path, Pages).Version : null);
            return paths.Count > 0 && shown == changed.Length;
        }
    }

    /// <summary>Reads what changed, and makes the whole site anew.</summary>
    /// <returns>Null where nothing changed.</returns>
    /// <exception cref="UnusableInputException">The configuration is not valid, the vault is gone; the last site stays.</exception>
    /// <exception cref="TemplateException">A template is not valid; the last site stays.</exception>
    public RebuildSummary? Rebuild()
    {
        var clock = Stopwatch.StartNew();
        Reading before;
        ImmutableHashSet<SourcePath> named;
        lock (_lock)
        {
            (before, named) = (_last, [.. _named]);
            _named.Clear();
            _edited.Clear();
        }

        Reading next;
        try
        {
            next = before.Next(_open(), named);
        }
        catch
        {
            lock (_lock) _named.UnionWith(named);
            throw;
        }

        if (ReferenceEquals(next, before)) return null;
        TryOut(next.Pages);
        var shown = SitePreview.Of(next.Site);
        lock (_lock)
        {
            (_last, _shown) = (next, shown);
            Pages = next.Pages;
            foreach (var note in _edited.Values.ToArray()) Show(note);

            // Under the lock, so that nobody is told of a page that is older than the last one.
            Browsers.Refresh(path => ServedPage.Of(path, Pages).Version);
        }

        if (next.ChangedAttachments) Browsers.ReloadAll();
        LastRebuild = clock.Elapsed;
        return new(next.Workspace.Reparsed, [.. next.Diagnostics.Except(before.Diagnostics)], clock.Elapsed);
    }

    private bool Show(Note note)
    {
        if (_shown.With(note) is not { } shown) return false;
        Pages = Pages.With(shown.PageOf(note.Path));
        _edited[note.Path] = note;
        _shown = shown;
        return true;
    }

    // A template may be well-formed and fail all the same; the pages that someone looks at tell.
    private void TryOut(LivePages pages)
    {
        foreach (var path in Browsers.Paths.Append(""))
        {
            if (pages.At(path) is SiteFile.Rendered file) pages.BytesOf(file);
        }
    }

    private SourcePath? InVault(string path)
    {
        var relative = Path.GetRelativePath(_last.Input.Folder.FullName, path).Replace(Path.DirectorySeparatorChar, '/');
        return SourcePath.TryParse(relative, out var found) ? found : null;
    }

    private bool IsKnown(SourcePath? path) => path is not null && _last.Input.Vault.Files.BinarySearch(path) >= 0;

    /// <summary>One reading of the whole vault.</summary>
    private sealed record Reading(VaultInput Input, Workspace Workspace, FolderStamps Stamps, ArrangedSite Site, bool ChangedAttachments)
    {
        /// <summary>What is served.</summary>
        public LivePages Pages { get; } = new(Site, ImmutableDictionary<SiteAddress, SiteFile>.Empty, Input.Vault);

        /// <summary>What was found.</summary>
        public ImmutableArray<Diagnostic> Diagnostics { get; } = [.. Input.Diagnostics, .. Workspace.Site.Diagnostics];

        public static Reading Of(VaultInput input, Workspace workspace, FolderStamps? stamps = null, bool changedAttachments = false) =>
            new(input, workspace, stamps ?? FolderStamps.Of(input.Folder, input.Vault.Files), SiteRenderer.Arrange(workspace.Site.Value, input.Theme), changedAttachments);

        /// <summary>The reading of now; this one where nothing changed.</summary>
        public Reading Next(VaultInput now, IReadOnlySet<SourcePath> named)
        {
            var stamps = FolderStamps.Of(now.Folder, now.Vault.Files);
            var changed = stamps.ChangedSince(Stamps).Union(named).ToHashSet();
            var isSame = now.ConfigurationKey == Input.ConfigurationKey;
            if (isSame && changed.Count == 0 && now.ThemeKey == Input.ThemeKey && now.Vault.Files.SequenceEqual(Input.Vault.Files) && ReferenceEquals(now.Vault.History, Input.Vault.History)) return this;

            var workspace = isSame ? Workspace.With(now.Vault, changed) : Workspace.Read(now.Vault, now.Configuration);
            return Of(now, workspace, stamps, changed.Any(path => !path.IsPage && path.Value != Configuration.FileName));
        }
    }
}

/// <summary>What a rebuild did.</summary>
/// <param name="Reparsed">How many files were read again.</param>
/// <param name="Found">What was not found before.</param>
/// <param name="Time">How long it took.</param>
internal sealed record RebuildSummary(int Reparsed, ImmutableArray<Diagnostic> Found, TimeSpan Time);
