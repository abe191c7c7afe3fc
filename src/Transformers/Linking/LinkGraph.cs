using System.Collections.Immutable;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Linking;

/// <summary>A link with where it leads.</summary>
/// <param name="From">The note that it stands in.</param>
/// <param name="Reference">What was written.</param>
/// <param name="Target">What it means.</param>
public sealed record ResolvedLink(Note From, LinkReference Reference, LinkTarget Target);

/// <summary>Every link of the published notes, by where it comes from and where it leads.</summary>
public sealed class LinkGraph
{
    private readonly ImmutableDictionary<SourcePath, ImmutableArray<ResolvedLink>> _from;
    private readonly ImmutableDictionary<SourcePath, ImmutableArray<ResolvedLink>> _to;
    private readonly TargetFinder _finder;

    /// <summary>The graph of links that are resolved.</summary>
    /// <param name="links">For each note its links, in the order of <see cref="Note.Links"/>.</param>
    /// <param name="finder">What resolved them.</param>
    /// <param name="ofPrivateNotes">The attachments that notes use which are not published.</param>
    internal LinkGraph(IReadOnlyCollection<(Note Note, ImmutableArray<ResolvedLink> Links)> links, TargetFinder finder, IEnumerable<SourcePath> ofPrivateNotes)
    {
        _finder = finder;
        _from = links.ToImmutableDictionary(note => note.Note.Path, note => note.Links);
        var to = new Dictionary<SourcePath, ImmutableArray<ResolvedLink>.Builder>();
        var attachments = new SortedSet<SourcePath>();
        foreach (var link in links.OrderBy(note => note.Note.Path).SelectMany(note => note.Links))
        {
            if (link.Target is LinkTarget.Attachment(var path)) attachments.Add(path);
            if (NoteOf(link.Target) is not { } note) continue;
            if (!to.TryGetValue(note.Path, out var mentions)) to[note.Path] = mentions = ImmutableArray.CreateBuilder<ResolvedLink>();
            mentions.Add(link);
        }

        _to = to.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ToImmutable());
        Attachments = [.. attachments];
        PrivateAttachments = [.. ofPrivateNotes.Except(attachments)];
    }

    private LinkGraph(LinkGraph before, TargetFinder finder, ImmutableDictionary<SourcePath, ImmutableArray<ResolvedLink>> from, ImmutableDictionary<SourcePath, ImmutableArray<ResolvedLink>> to) =>
        (Attachments, PrivateAttachments, _finder, _from, _to) = (before.Attachments, before.PrivateAttachments, finder, from, to);

    /// <summary>The attachments that published notes use, in path order.</summary>
    public ImmutableArray<SourcePath> Attachments { get; }

    /// <summary>The attachments that only notes use which are not published: as private as these.</summary>
    public ImmutableHashSet<SourcePath> PrivateAttachments { get; }

    /// <summary>The links of a note, by their ordinal.</summary>
    public ImmutableArray<ResolvedLink> From(Note note) => _from[note.Path];

    /// <summary>The links that lead to a note or a part of it, by the path they come from, then in document order.</summary>
    public ImmutableArray<ResolvedLink> To(Note note) => _to.GetValueOrDefault(note.Path, []);

    /// <summary>
    /// The graph with a note as it is after an edit that changed none of the names by which links find it. Its own links and those to
    /// it are resolved anew; what only its blocks' ids can change, a bare <c>^id</c> in another note, stays as it was.
    /// </summary>
    /// <returns>In time that grows with these links, not with the vault. The attachments are those of before.</returns>
    public LinkGraph With(Note edited)
    {
        var finder = _finder.With(edited);
        var from = _from.ToBuilder();
        var affected = new HashSet<SourcePath> { edited.Path };
        foreach (var link in _from[edited.Path]) AddTarget(link);
        foreach (var source in To(edited).Select(link => link.From).Append(edited).DistinctBy(note => note.Path).Select(note => note.Path == edited.Path ? edited : note))
        {
            from[source.Path] = [.. source.Links.Select(link => finder.Resolve(link, source).Link)];
            foreach (var link in from[source.Path]) AddTarget(link);
        }

        var to = _to.ToBuilder();
        foreach (var target in affected)
        {
            var sources = _to.GetValueOrDefault(target, []).Select(link => link.From.Path).Append(edited.Path).Distinct().Order();
            to[target] = [.. sources.SelectMany(source => from[source]).Where(link => NoteOf(link.Target)?.Path == target)];
        }

        return new(this, finder, from.ToImmutable(), to.ToImmutable());

        void AddTarget(ResolvedLink link)
        {
            if (NoteOf(link.Target) is { } note) affected.Add(note.Path);
        }
    }

    private static Note? NoteOf(LinkTarget target) => target switch
    {
        LinkTarget.Found(var note, _) => note,
        LinkTarget.PartMissing(var note) => note,
        _ => null,
    };
}
